/** The selective scan by itself, E channels × L tokens, N = 16. */
import type { Tensor } from '../ops';
import { Random } from '../random';
import { ReferenceOps } from '../reference/ops';
import { ssmError } from './compare';
import { rowsOf, type Pool } from './data';
import type { KernelWork } from './kernel';
import type { Check } from './types';

const N = 16;
/** Rank of Δ's projection; its columns lie before B and C. */
const R = 1;
/** Where each input begins in the sequence of random numbers. */
const PHASE = { x: 0, xz: 101, dt: 211, dbc: 307 };
const UNTOUCHED = { deltaScale: 1, aScale: 1 };

/**
 * Allowed, as a fraction of the largest output: a state lives for up to 1 / (Δ·|A|) ≈ 1,000 tokens here, and each
 * token's exp may be off by 3 ulp (WGSL), 1.8e-7: 2e-4 together.
 */
const TOLERANCE = 2e-4;

type Names = 'x' | 'xz' | 'dt' | 'dbc' | 'ssm' | 'h' | 'y';
type ScanTensors = Record<Names, Tensor>;

const shapesOf = (E: number, L: number) =>
  ({
    x: [L, E],
    xz: [L, 2 * E],
    dt: [L, E],
    dbc: [L, R + 2 * N],
    ssm: [E, N + 2],
    h: [E, N],
    y: [L, E],
  }) satisfies Record<Names, number[]>;

/** The inputs of some channels alone, as the reference takes them. */
interface Slice {
  x: Float32Array; // (L, channels)
  xz: Float32Array; // (L, 2 · channels)
  dt: Float32Array; // (L, channels)
  dbc: Float32Array; // (L, R + 2N)
  ssm: Float32Array; // (channels, N + 2)
  h: Float32Array; // (channels, N)
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
      for (const name of ['x', 'xz', 'dt', 'dbc'] as const) pool.fill(tensors[name], PHASE[name]);
      pool.put(tensors.ssm, ssm);
      pool.put(tensors.h, h);
    },
    run(ops, tensors) {
      ops.selectiveScan({ rows: L, ...tensors, ...UNTOUCHED });
    },
    check: (tensors) =>
      checkScan(pool, tensors, channels, {
        x: pool.columns(PHASE.x, L, E, channels),
        xz: pool.columns(PHASE.xz, L, 2 * E, [...channels, ...channels.map((e) => E + e)]),
        dt: pool.columns(PHASE.dt, L, E, channels),
        dbc: pool.columns(
          PHASE.dbc,
          L,
          R + 2 * N,
          Array.from({ length: R + 2 * N }, (_, i) => i),
        ),
        ssm: rowsOf(ssm, N + 2, channels),
        h: rowsOf(h, N, channels),
      }),
  };
}

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
    name in slice
      ? reference.constant(name, shape, slice[name as keyof Slice])
      : reference.zeros(name, shape),
  ]);
  const expected = Object.fromEntries(entries) as ScanTensors;
  reference.selectiveScan({ rows: L, ...expected, ...UNTOUCHED });
  const error = await ssmError(
    { ops, ...tensors },
    channels,
    { ops: reference, ...expected },
    L,
    N,
  );
  return { error, tolerance: TOLERANCE, against: 'reference' };
}
