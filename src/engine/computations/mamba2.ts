import type { Ops } from '../ops';
import type { Mamba2Input } from './input';
import { Lease } from './lease';
import { parallelScan } from './parallelScan';
import {
  asMatrix,
  beside,
  neutralTurn,
  preActivation,
  type Outputs,
  type WaysOptions,
} from './ways';

/**
 * Mamba-2's SSM in every way: the recurrence and SSD as the model runs them, the pairs of every state by a parallel scan,
 * and C Bᵀ ∘ L, one matrix a head. Throws RangeError if tensors of shape (L, E, N) are too large for the device.
 */
export async function mamba2Ways(
  ops: Ops,
  input: Mamba2Input,
  { chunkSize, lanes }: WaysOptions,
): Promise<Outputs> {
  const { seqLen: L, nHeads: H, headDim: P, nGroups: G, dState: N } = input;
  const E = H * P;
  const lease = new Lease(ops);
  try {
    const [Abar, Bx] = ['Abar', 'Bx'].map((label) => lease.zeros(label, [L, E, N]));
    const pairs = { Abar: Abar!, Bx: Bx! };
    // Δ comes without a bias and as it is after the clamp; z, x, B and C before the convolution are not read.
    const weights = input.ssm.map((value, i) => (i % 3 === 2 ? 0 : value));
    const projected = new Float32Array(L * (2 * E + 2 * G * N));
    const shared = {
      rows: L,
      xbc: lease.put('xbc', [L, E + 2 * G * N], beside(L, input.x, input.B, input.C)),
      zxbcdt: lease.put(
        'zxbcdt',
        [L, 2 * E + 2 * G * N + H],
        beside(L, projected, input.delta.map(preActivation)),
      ),
      ssm: lease.put('ssm', [H, 3], weights),
      y: lease.zeros('y', [L, E]),
      nGroups: G,
      headDim: P,
      deltaLimit: [0, Infinity] as const,
      turn: neutralTurn(lease, H, G * N),
    };
    const { y, xbc } = shared;
    const state = () => lease.zeros('h', [H, P, N]);

    ops.ssdRecurrence({ ...shared, h: state() });
    const recurrence = await lease.read(y);
    ops.ssdChunked({ ...shared, h: state(), chunkSize });
    const chunked = await lease.read(y);
    ops.ssdDiscretise({ ...shared, ...pairs });
    const scan = { rows: L, ...pairs, complex: false };
    const trace = await (lanes ? parallelScan(ops, scan, lanes) : parallelScan(ops, scan));
    ops.ssdContract({ ...shared, hs: pairs.Bx });
    const scanned = await lease.read(y);
    const mixing = {
      rows: L,
      delta: lease.put('delta', [L, H], input.delta),
      A: lease.put(
        'A',
        [H, 1],
        Float32Array.from({ length: H }, (_, k) => -Math.exp(weights[3 * k]!)),
      ),
      bc: xbc,
      firstB: E,
      firstC: E + G * N,
      nGroups: G,
      dState: N,
    };
    const D = lease.put(
      'D',
      [H],
      Float32Array.from({ length: H }, (_, k) => weights[3 * k + 1]!),
    );
    const matrix = await asMatrix(ops, lease, {
      seqLen: L,
      matrices: H,
      headDim: P,
      x: xbc,
      D,
      y,
      write: (of, out) => ops.impliedMatrix({ ...mixing, of, out }),
    });
    return { recurrence, scan: { y: scanned, trace }, chunked, matrix };
  } finally {
    lease.end();
  }
}
