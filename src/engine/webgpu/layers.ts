/** What surrounds the SSM in a block, on the GPU: norms, projections, the short convolution. */
import type {
  CausalConv1dArgs,
  ColumnsArgs,
  GatedRmsNormArgs,
  LinearArgs,
  RmsNormArgs,
} from '../ops';
import { linearShaders } from '../linearShaders';
import type { Gpu } from './gpu';
import { bufferOf, groups, type GpuMatrix } from './tensor';

/** From here on `linearTiled` gives a thread 8 tokens instead of 4 (measured on an H200). */
const MANY_ROWS = 2048;

export function dispatchRmsNorm({ kernels, queue }: Gpu, args: RmsNormArgs): void {
  const { rows, x, weight, epsilon, out } = args;
  queue.dispatch(
    kernels.get('rmsNorm'),
    { x: bufferOf(x), weight: bufferOf(weight), out: bufferOf(out) },
    { cols: weight.shape[0]!, epsilon },
    [rows],
  );
}

/** `software`: see linearShaders. */
export function dispatchLinear(
  { kernels, queue, unused }: Gpu,
  args: LinearArgs,
  software: boolean,
): void {
  const { rows, x, firstRow = 0, weight, bias, norm, out, add = false } = args;
  const { packed } = weight as GpuMatrix;
  const one = rows === 1;
  if (!one && firstRow > 0) throw new RangeError('Only a single row can start elsewhere.');
  const form = { packed, normed: norm !== undefined, biased: bias !== undefined, added: add };
  const buffers = {
    x: bufferOf(x),
    weight: bufferOf(weight),
    normWeight: norm ? bufferOf(norm.weight) : unused,
    bias: bias ? bufferOf(bias) : unused,
    out: bufferOf(out),
  };
  const params = {
    seqLen: rows,
    rows: weight.rows,
    cols: weight.cols,
    xStride: x.shape.at(-1)!,
    firstRow,
    epsilon: norm?.epsilon ?? 0,
  };
  const shaders = linearShaders(software);
  if (one) {
    const kernel = kernels.get(shaders.one, { ...form, slices: software ? 8 : 16 });
    queue.dispatch(kernel, buffers, params, [groups(weight.rows, 32)]);
  } else if (shaders.many === 'linear') {
    const size = [groups(weight.rows, 256), groups(rows, 4)] as const;
    queue.dispatch(kernels.get(shaders.many, form), buffers, params, size);
  } else {
    // Tokens a thread: many save memory traffic, few make work for more threads.
    const each = rows < MANY_ROWS ? 4 : 8;
    const kernel = kernels.get(shaders.many, { ...form, each, fours: each / 4 });
    const size = [groups(weight.rows, 64), groups(rows, 8 * each)] as const;
    queue.dispatch(kernel, buffers, params, size);
  }
}

export function dispatchCausalConv1d(
  { kernels, queue, unused }: Gpu,
  args: CausalConv1dArgs,
): void {
  const { rows, input, firstColumn = 0, weight, bias, state, out, sum } = args;
  const [E, K] = weight.shape as [number, number];
  queue.dispatch(
    kernels.get('causalConv1d', { dConv: K, kept: sum !== undefined }),
    {
      input: bufferOf(input),
      weight: bufferOf(weight),
      bias: bufferOf(bias),
      state: bufferOf(state),
      out: bufferOf(out),
      sums: sum ? bufferOf(sum) : unused,
    },
    { seqLen: rows, dInner: E, stride: input.shape.at(-1)!, firstColumn },
    [groups(E, 64), groups(rows, Math.max(32, K))],
  );
}

export function dispatchGatedRmsNorm({ kernels, queue }: Gpu, args: GatedRmsNormArgs): void {
  const { rows, y, zxbcdt, weight, epsilon } = args;
  queue.dispatch(
    kernels.get('gatedRmsNorm'),
    { zxbcdt: bufferOf(zxbcdt), weight: bufferOf(weight), y: bufferOf(y) },
    { dInner: weight.shape[0]!, stride: zxbcdt.shape.at(-1)!, epsilon },
    [rows],
  );
}

export function dispatchColumns({ kernels, queue }: Gpu, args: ColumnsArgs): void {
  const { rows, input, first, stride, width, out } = args;
  queue.dispatch(
    kernels.get('columns'),
    { input: bufferOf(input), out: bufferOf(out) },
    { first, stride, width },
    [groups(width, 64), rows],
  );
}
