/** The selective scan by itself, E channels × L tokens, N = 16. */
import type { Tensor, Turn } from '../ops';
import { Random } from '../random';
import { ReferenceOps } from '../reference/ops';
import { ssmError } from './compare';
import { rowsOf, type Pool } from './data';
import type { KernelWork } from './kernel';
import { neutralTable } from '../turn';
import type { Check } from './types';

const N = 16;
/** Rank of Δ's projection; its columns lie before B and C. */
const R = 1;
/** Where each input begins in the sequence of random numbers. */
const PHASE = { x: 0, xz: 101, y: 211, dbc: 307 };
/**
 * The output's gain while time is measured. The scan replaces dt by its output: over and over, with nothing in between,
 * that would grow beyond all bounds. This way it stays about zero, and Δ what it is at rest.
 */
const FAINT = 1e-6;

/**
 * Allowed, as a fraction of the largest output: a state lives for up to 1 / (Δ·|A|) ≈ 1,000 tokens here, and each
 * token's exp may be off by 3 ulp (WGSL), 1.8e-7: 2e-4 together.
 */
const TOLERANCE = 2e-4;

type Names = 'x' | 'xz' | 'dbc' | 'ssm' | 'turn' | 'h' | 'y';
type ScanTensors = Record<Names, Tensor>;

const shapesOf = (E: number, L: number) =>
  ({
    x: [L, E],
    xz: [L, 2 * E],
    dbc: [L, R + 2 * N],
    ssm: [E, N + 2],
    turn: [4 * E + 2 * N],
    h: [E, N],
    y: [L, E],
  }) satisfies Record<Names, number[]>;

/** The inputs of some channels alone, as the reference takes them. */
interface Slice {
  x: Float32Array; // (L, channels)
  xz: Float32Array; // (L, 2 · channels)
  dbc: Float32Array; // (L, R + 2N)
  ssm: Float32Array; // (channels, N + 2)
  turn: Float32Array; // (4 · channels + 2N)
  h: Float32Array; // (channels, N)
  y: Float32Array; // (L, channels): dt
}

/** A_log | D | bias of Δ as a Mamba is initialised: A = −1 … −N, Δ from 0.001 to 0.1 at rest (Mamba §3.6). */
function parameters(random: Random, E: number): Float32Array {
  const ssm = new Float32Array(E * (N + 2));
  for (let e = 0; e < E; e++) {
    for (let n = 0; n < N; n++) ssm[e * (N + 2) + n] = Math.log(n + 1);
    ssm[e * (N + 2) + N] = 1;
    const delta = 10 ** (-2 + random.next());
    ssm[e * (N + 2) + N + 1] = Math.log(Math.expm1(delta));
  }
  return ssm;
}

/** The fused scan: softplus, discretisation, recurrence, D skip and gate at once. */
export function scanWork(
  pool: Pool,
  E: number,
  L: number,
): KernelWork<ReturnType<typeof shapesOf>> {
  const random = new Random(2);
  const ssm = parameters(random, E);
  const h = random.values(E * N, -0.1, 0.1);
  // First, middle and last: a kernel that loses its place does so between workgroups or at the end.
  const channels = [...new Set([0, E >> 1, E - 1])];
  return {
    shapes: shapesOf(E, L),
    // x, Δ and y, B and C: as the published times count it. z, the gate, comes on top of it here.
    leastBytes: 4 * (3 * L * E + 2 * L * N),
    fill(tensors) {
      for (const name of ['x', 'xz', 'dbc', 'y'] as const) pool.fill(tensors[name], PHASE[name]);
      pool.put(tensors.ssm, ssm);
      pool.put(tensors.turn, neutralTable(E, N));
      pool.put(tensors.h, h);
    },
    run(ops, tensors) {
      ops.selectiveScan({ rows: L, ...tensors, turn: turnOf(tensors) });
    },
    settle(tensors) {
      pool.put(tensors.turn, neutralTable(E, N).fill(FAINT, 2 * E, 3 * E));
    },
    check: (tensors) =>
      checkScan(pool, tensors, channels, {
        x: pool.columns(PHASE.x, L, E, channels),
        xz: pool.columns(PHASE.xz, L, 2 * E, [...channels, ...channels.map((e) => E + e)]),
        y: pool.columns(PHASE.y, L, E, channels),
        dbc: pool.columns(
          PHASE.dbc,
          L,
          R + 2 * N,
          Array.from({ length: R + 2 * N }, (_, i) => i),
        ),
        ssm: rowsOf(ssm, N + 2, channels),
        turn: neutralTable(channels.length, N),
        h: rowsOf(h, N, channels),
      }),
  };
}

const turnOf = ({ turn: table }: ScanTensors): Turn => ({ table, holdB: false, holdC: false });

/** Output at every token and last state of some channels, against the reference. */
async function checkScan(
  { ops }: Pool,
  tensors: ScanTensors,
  channels: readonly number[],
  slice: Slice,
): Promise<Check> {
  const L = tensors.x.shape[0]!;
  const reference = new ReferenceOps();
  const entries = Object.entries(shapesOf(channels.length, L)).map(([name, shape]) => [
    name,
    reference.constant(name, shape, slice[name as Names]),
  ]);
  const expected = Object.fromEntries(entries) as ScanTensors;
  reference.selectiveScan({ rows: L, ...expected, turn: turnOf(expected) });
  const error = await ssmError(
    { ops, ...tensors },
    channels,
    { ops: reference, ...expected },
    L,
    N,
  );
  return { error, tolerance: TOLERANCE, against: 'reference' };
}
