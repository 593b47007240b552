import type { Ops, Tensor } from '../ops';
import type { MambaInput } from './input';
import { Lease } from './lease';
import { parallelScan } from './parallelScan';
import {
  asMatrix,
  beside,
  neutralTurn,
  openGate,
  preActivation,
  type Outputs,
  type WaysOptions,
} from './ways';

/**
 * Mamba's SSM in every way. Recurrence: the unfused kernels, one step after the other at any length. Chunked: with the
 * steps of SSD and N decays a channel. Fused: the model's own kernel, which itself works by chunks on a long sequence.
 * Throws RangeError if a tensor of shape (L, E, N) is too large for the device, OutOfMemoryError if all together are.
 */
export async function mambaWays(
  ops: Ops,
  input: MambaInput,
  { chunkSize, lanes, matrix: wanted = true }: WaysOptions,
): Promise<Outputs> {
  const { seqLen: L, dInner: E } = input;
  const lease = new Lease(ops);
  try {
    const made = await lease.make(() => tensorsOf(lease, input));
    const { pairs, hs, fused, mixing, D } = made;
    const [first, second, third] = made.states as [Tensor, Tensor, Tensor];
    const { x, y } = fused;

    // The fused scan finds dt where it writes y.
    ops.copy(fused.dt, 0, y, 0, L * E);
    ops.selectiveScan({ ...fused, h: first });
    const whole = await lease.read(y);
    ops.discretise({ ...fused, ...pairs });
    ops.scanMaterialised({ rows: L, ...pairs, h: second, hs });
    ops.contract({ ...fused, hs });
    const recurrence = await lease.read(y);
    const scan = { rows: L, ...pairs, complex: false };
    const trace = await (lanes ? parallelScan(ops, scan, lanes) : parallelScan(ops, scan));
    ops.contract({ ...fused, hs: pairs.Bx });
    const scanned = await lease.read(y);
    ops.selectiveChunked({ ...mixing, chunkSize, x, D, h: third, y });
    const chunked = await lease.read(y);
    const matrix = wanted
      ? await asMatrix(ops, lease, {
          seqLen: L,
          matrices: E,
          headDim: 1,
          x,
          D,
          y,
          write: (of, out) => ops.impliedMatrix({ ...mixing, of, out }),
        })
      : null;
    return { recurrence, scan: { y: scanned, trace }, chunked, matrix, fused: whole };
  } finally {
    lease.end();
  }
}

/** `width` columns from `first` on of the (E, N + 2) weights. */
function columns(ssm: Float32Array, N: number, first: number, width: number): Float32Array {
  return ssm.filter((_, i) => i % (N + 2) >= first && i % (N + 2) < first + width);
}

/** Everything that the ways need, with a state of zeros for each that is given one. */
function tensorsOf(lease: Lease, input: MambaInput) {
  const { seqLen: L, dInner: E, dState: N, ssm: weights } = input;
  const [Abar, Bx, hs] = ['Abar', 'Bx', 'hs'].map((label) => lease.zeros(label, [L, E, N]));
  const pairs = { Abar: Abar!, Bx: Bx! };
  // Δ comes without a bias: it is inside.
  const ssm = weights.map((value, i) => (i % (N + 2) === N + 1 ? 0 : value));
  const fused = {
    rows: L,
    x: lease.put('x', [L, E], input.x),
    xz: openGate(lease, L, E),
    dt: lease.put('dt', [L, E], input.delta.map(preActivation)),
    dbc: lease.put('dbc', [L, 2 * N], beside(L, input.B, input.C)),
    ssm: lease.put('ssm', [E, N + 2], ssm),
    y: lease.zeros('y', [L, E]),
    turn: neutralTurn(lease, E, N),
  };
  const mixing = {
    rows: L,
    delta: lease.put('delta', [L, E], input.delta),
    A: lease.put(
      'A',
      [E, N],
      columns(weights, N, 0, N).map((v) => -Math.exp(v)),
    ),
    bc: fused.dbc,
    firstB: 0,
    firstC: N,
    nGroups: 1,
    dState: N,
  };
  const D = lease.put('D', [E], columns(weights, N, N, 1));
  const states = [0, 1, 2].map(() => lease.zeros('h', [E, N]));
  return { pairs, hs: hs!, fused, mixing, D, states };
}
