/** The SSM as a matrix on the GPU, whole or by chunks. */
import type {
  ApplyMatrixArgs,
  ImpliedMatrixArgs,
  SelectiveChunkedArgs,
  ToeplitzMatrixArgs,
} from '../viewOps';
import type { Gpu } from './gpu';
import { bufferOf, groups, tall } from './tensor';

/** Rows of a matrix that one thread of impliedMatrix computes. */
const ROWS_EACH = 8;

export function dispatchImpliedMatrix({ kernels, queue }: Gpu, args: ImpliedMatrixArgs): void {
  const { rows, delta, A, bc, firstB, firstC, nGroups, dState, of, out } = args;
  const { from, until } = args.piece ?? { from: 0, until: rows };
  const [K, states] = A.shape as [number, number];
  const mean = of === 'mean';
  queue.dispatch(
    kernels.get('impliedMatrix', { dState, scalar: states === 1 && dState > 1, mean }),
    { delta: bufferOf(delta), A: bufferOf(A), bc: bufferOf(bc), out: bufferOf(out) },
    {
      seqLen: rows,
      channels: K,
      nGroups,
      stride: bc.shape.at(-1)!,
      firstB,
      firstC,
      first: mean ? 0 : of.first,
      topRow: from,
      endRow: until,
    },
    [groups(rows, 64), groups(until - from, ROWS_EACH), mean ? 1 : of.count],
  );
}

export function dispatchToeplitzMatrix({ kernels, queue }: Gpu, args: ToeplitzMatrixArgs): void {
  const { rows, kernel, of, out } = args;
  const mean = of === 'mean';
  queue.dispatch(
    kernels.get('toeplitzMatrix', { mean }),
    { kernel: bufferOf(kernel), out: bufferOf(out) },
    { seqLen: rows, dInner: kernel.shape[1]!, first: mean ? 0 : of.first },
    [groups(rows, 64), rows, mean ? 1 : of.count],
  );
}

export function dispatchApplyMatrix({ kernels, queue }: Gpu, args: ApplyMatrixArgs): void {
  const { rows, matrices, first, count, headDim, x, D, y } = args;
  queue.dispatch(
    kernels.get('applyMatrix'),
    { matrices: bufferOf(matrices), x: bufferOf(x), D: bufferOf(D), y: bufferOf(y) },
    {
      seqLen: rows,
      dInner: y.shape[1]!,
      stride: x.shape.at(-1)!,
      headDim,
      first,
      count,
    },
    [groups(count * headDim, 64), rows],
  );
}

export function dispatchSelectiveChunked(
  { kernels, queue }: Gpu,
  args: SelectiveChunkedArgs,
): void {
  const { rows, dState: N, bc, firstB, firstC } = args;
  // One workgroup a token of the chunk; the result does not depend on where chunks end.
  const Q = tall(args.chunkSize);
  const E = args.h.shape[0]!;
  const buffers = {
    x: bufferOf(args.x),
    delta: bufferOf(args.delta),
    A: bufferOf(args.A),
    bc: bufferOf(bc),
    D: bufferOf(args.D),
    h: bufferOf(args.h),
    y: bufferOf(args.y),
  };
  const block = kernels.get('selectiveBlock', { dState: N });
  const state = kernels.get('selectiveBlockState', { dState: N });
  for (let begin = 0; begin < rows; begin += Q) {
    const end = Math.min(begin + Q, rows);
    const params = { begin, end, dInner: E, stride: bc.shape.at(-1)!, firstB, firstC };
    queue.dispatch(block, buffers, params, [groups(E, 64), end - begin]);
    queue.dispatch(state, buffers, params, [groups(E * N, 64)]);
  }
}
