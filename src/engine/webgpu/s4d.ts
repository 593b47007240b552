/** S4D on the GPU: the recurrence, kernel and convolution, pairs for a scan. */
import type { S4dScanArgs, Tensor } from '../ops';
import type {
  S4dContractArgs,
  S4dConvolveArgs,
  S4dDiscretiseArgs,
  S4dKernelArgs,
} from '../viewOps';
import { dispatchConvolve } from './convolve';
import type { Gpu } from './gpu';
import { probeParams } from './params';
import { bufferOf, groups, tall } from './tensor';

/** Where C′ and W begin among the constants of a channel, in units of N. */
const [AT_C, AT_W] = [4, 6];

const sizesOf = ({ shape }: Tensor): { E: number; N: number } => ({
  E: shape[0]!,
  N: (shape[1]! - 2) / 4,
});

/** ΔA, Ā, C′ and, with a state h, W = C′Āh: (E, 8N). */
function constantsOf(
  gpu: Gpu,
  { ssm, turn }: Pick<S4dScanArgs, 'ssm' | 'turn'>,
  h?: Tensor,
): GPUBuffer {
  const { E, N } = sizesOf(ssm);
  const constants = gpu.scratch('s4dConstants', E * 8 * N);
  gpu.queue.dispatch(
    gpu.kernels.get('s4dConstants', { dState: N, started: h !== undefined }),
    {
      ssm: bufferOf(ssm),
      turn: bufferOf(turn.table),
      h: h ? bufferOf(h) : gpu.unused,
      constants,
    },
    { dInner: E },
    [groups(E * N, 64)],
  );
  return constants;
}

/** out_l = 2·Re(Σ_n w_n Ā_nˡ), (L, E), with the weights w that begin at `weights`·N. */
function vandermonde(
  { kernels, queue }: Gpu,
  constants: GPUBuffer,
  { E, N }: { E: number; N: number },
  rows: number,
  weights: number,
  out: GPUBuffer,
): void {
  queue.dispatch(
    kernels.get('s4dKernel', { dState: N }),
    { constants, kernel: out },
    { seqLen: rows, dInner: E, weights: weights * N },
    [groups(E, 64), tall(rows)],
  );
}

/** Token by token. */
export function dispatchS4dScan({ kernels, queue, unused }: Gpu, args: S4dScanArgs): void {
  const { rows, x, xz, ssm, turn, h, y, probe } = args;
  const [E, width] = h.shape as [number, number];
  queue.dispatch(
    kernels.get('s4dScan', { dState: width / 2, probed: probe !== undefined }),
    {
      x: bufferOf(x),
      xz: bufferOf(xz),
      ssm: bufferOf(ssm),
      turn: bufferOf(turn.table),
      h: bufferOf(h),
      y: bufferOf(y),
      probe: probe ? bufferOf(probe.out) : unused,
    },
    { seqLen: rows, dInner: E, ...probeParams(probe) },
    [groups(E, 64)],
  );
}

export function dispatchS4dKernel(gpu: Gpu, args: S4dKernelArgs): void {
  const { rows, ssm, kernel } = args;
  vandermonde(gpu, constantsOf(gpu, args), sizesOf(ssm), rows, AT_C, bufferOf(kernel));
}

export function dispatchS4dConvolve(gpu: Gpu, args: S4dConvolveArgs): void {
  const { rows, kernel, x, xz, ssm, turn, h, y, method } = args;
  const sizes = sizesOf(ssm);
  const { E, N } = sizes;
  const constants = constantsOf(gpu, args, h);
  const response = gpu.scratch('s4dResponse', rows * E); // (L, E)
  vandermonde(gpu, constants, sizes, rows, AT_W, response);
  dispatchConvolve(gpu, { rows, kernel, x, y, method });
  gpu.queue.dispatch(
    gpu.kernels.get('s4dOutput', { dState: N }),
    {
      x: bufferOf(x),
      xz: bufferOf(xz),
      ssm: bufferOf(ssm),
      turn: bufferOf(turn.table),
      response,
      y: bufferOf(y),
    },
    { seqLen: rows, dInner: E },
    [groups(E, 64), tall(rows)],
  );
  gpu.queue.dispatch(
    gpu.kernels.get('s4dState', { dState: N }),
    { constants, x: bufferOf(x), h: bufferOf(h) },
    { seqLen: rows, dInner: E },
    [groups(E * N, 64)],
  );
}

export function dispatchS4dDiscretise(gpu: Gpu, args: S4dDiscretiseArgs): void {
  const { rows, x, ssm, Abar, Bx } = args;
  const { E, N } = sizesOf(ssm);
  gpu.queue.dispatch(
    gpu.kernels.get('s4dDiscretise', { dState: N }),
    {
      constants: constantsOf(gpu, args),
      x: bufferOf(x),
      Abar: bufferOf(Abar),
      Bx: bufferOf(Bx),
    },
    { seqLen: rows, dInner: E },
    [groups(E * N, 64), tall(rows)],
  );
}

export function dispatchS4dContract(gpu: Gpu, args: S4dContractArgs): void {
  const { rows, hs, x, xz, ssm, turn, y } = args;
  const { E, N } = sizesOf(ssm);
  gpu.queue.dispatch(
    gpu.kernels.get('s4dContract', { dState: N }),
    {
      constants: constantsOf(gpu, args),
      hs: bufferOf(hs),
      x: bufferOf(x),
      xz: bufferOf(xz),
      ssm: bufferOf(ssm),
      turn: bufferOf(turn.table),
      y: bufferOf(y),
    },
    { seqLen: rows, dInner: E },
    [groups(E, 64), tall(rows)],
  );
}
