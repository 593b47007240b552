import type { Ops, Tensor } from '../ops';
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
 * and C Bᵀ ∘ L, one matrix a head. Throws RangeError if a tensor of shape (L, E, N) is too large for the device,
 * OutOfMemoryError if all together are.
 */
export async function mamba2Ways(
  ops: Ops,
  input: Mamba2Input,
  { chunkSize, lanes, matrix: wanted = true }: WaysOptions,
): Promise<Outputs> {
  const { seqLen: L, nHeads: H, headDim: P } = input;
  const lease = new Lease(ops);
  try {
    const made = await lease.make(() => tensorsOf(lease, input));
    const { pairs, shared, mixing, D } = made;
    const [first, second] = made.states as [Tensor, Tensor];
    const { y, xbc } = shared;

    ops.ssdRecurrence({ ...shared, h: first });
    const recurrence = await lease.read(y);
    ops.ssdChunked({ ...shared, h: second, chunkSize });
    const chunked = await lease.read(y);
    ops.ssdDiscretise({ ...shared, ...pairs });
    const scan = { rows: L, ...pairs, complex: false };
    const trace = await (lanes ? parallelScan(ops, scan, lanes) : parallelScan(ops, scan));
    ops.ssdContract({ ...shared, hs: pairs.Bx });
    const scanned = await lease.read(y);
    const matrix = wanted
      ? await asMatrix(ops, lease, {
          seqLen: L,
          matrices: H,
          headDim: P,
          x: xbc,
          D,
          y,
          write: (of, out) => ops.impliedMatrix({ ...mixing, of, out }),
        })
      : null;
    return { recurrence, scan: { y: scanned, trace }, chunked, matrix };
  } finally {
    lease.end();
  }
}

/** Everything that the ways need, with a state of zeros for each that is given one. */
function tensorsOf(lease: Lease, input: Mamba2Input) {
  const { seqLen: L, nHeads: H, headDim: P, nGroups: G, dState: N } = input;
  const E = H * P;
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
  const mixing = {
    rows: L,
    delta: lease.put('delta', [L, H], input.delta),
    A: lease.put(
      'A',
      [H, 1],
      Float32Array.from({ length: H }, (_, k) => -Math.exp(weights[3 * k]!)),
    ),
    bc: shared.xbc,
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
  const states = [0, 1].map(() => lease.zeros('h', [H, P, N]));
  return { pairs, shared, mixing, D, states };
}
