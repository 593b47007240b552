/** The selective scan by itself: E channels × L tokens, N states a channel. */
import type { Tensor, Turn } from '../ops';
import { Random } from '../random';
import { ReferenceOps } from '../reference/ops';
import { ssmError } from './compare';
import { rowsOf, type Pool, type Shapes } from './data';
import type { KernelWork } from './kernel';
import { neutralTable } from '../turn';
import type { Check } from './types';

/** States a channel, where nothing else is asked for. */
const STATES = 16;
/** Rank of Δ's projection; its columns lie before B and C. */
const R = 1;
/** Where each input begins in the sequence of random numbers. */
const PHASE = { x: 0, xz: 101, dt: 211, dbc: 307 };
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

/** What both ways have: inputs, parameters, state and output. */
const shapesOf = (E: number, L: number, N: number) =>
  ({
    x: [L, E],
    xz: [L, 2 * E],
    dbc: [L, R + 2 * N],
    ssm: [E, N + 2],
    h: [E, N],
    y: [L, E],
  }) satisfies Shapes;

/** The turn comes on top of that; dt lies in y. */
const fusedShapes = (E: number, L: number, N: number) => ({
  ...shapesOf(E, L, N),
  turn: [4 * E + 2 * N],
});

/** Three tensors N times as large as the others: what the fused scan never writes. */
export const unfusedShapes = (E: number, L: number, N: number) => ({
  ...shapesOf(E, L, N),
  dt: [L, E],
  Abar: [L, E, N],
  Bx: [L, E, N],
  hs: [L, E, N],
});

type Tensors<S> = Record<keyof S, Tensor>;
type Common = Tensors<ReturnType<typeof shapesOf>>;

/** A_log | D | bias of Δ as a Mamba is initialised: A = −1 … −N, Δ from 0.001 to 0.1 at rest (Mamba §3.6). */
function parameters(random: Random, E: number, N: number): Float32Array {
  const ssm = new Float32Array(E * (N + 2));
  for (let e = 0; e < E; e++) {
    for (let n = 0; n < N; n++) ssm[e * (N + 2) + n] = Math.log(n + 1);
    ssm[e * (N + 2) + N] = 1;
    const delta = 10 ** (-2 + random.next());
    ssm[e * (N + 2) + N + 1] = Math.log(Math.expm1(delta));
  }
  return ssm;
}

/** The same random scan for both ways: how it is filled in, and what should come out. */
function problem(pool: Pool, E: number, L: number, N: number) {
  const random = new Random(2);
  const ssm = parameters(random, E, N);
  const h = random.values(E * N, -0.1, 0.1);
  return {
    // x, Δ and y, B and C: as the published times count it. z, the gate, comes on top of it here.
    leastBytes: 4 * (3 * L * E + 2 * L * N),
    fill(tensors: Common, dt: Tensor): void {
      for (const name of ['x', 'xz', 'dbc'] as const) pool.fill(tensors[name], PHASE[name]);
      pool.fill(dt, PHASE.dt);
      pool.put(tensors.ssm, ssm);
      pool.put(tensors.h, h);
    },
    check: (tensors: Common): Promise<Check> => checkScan(pool, tensors, { E, L, N, ssm, h }),
  };
}

/** The fused scan: softplus, discretisation, recurrence, D skip and gate at once. */
export function scanWork(
  pool: Pool,
  E: number,
  L: number,
  N = STATES,
): KernelWork<ReturnType<typeof fusedShapes>> {
  const { leastBytes, fill, check } = problem(pool, E, L, N);
  return {
    shapes: fusedShapes(E, L, N),
    leastBytes,
    fill(tensors) {
      fill(tensors, tensors.y);
      pool.put(tensors.turn, neutralTable(E, N));
    },
    run(ops, tensors) {
      ops.selectiveScan({ rows: L, ...tensors, turn: turnOf(tensors.turn) });
    },
    settle(tensors) {
      pool.put(tensors.turn, neutralTable(E, N).fill(FAINT, 2 * E, 3 * E));
    },
    check,
  };
}

/** The same in three kernels, one operation after the other, with Ā, B̄x and all states in memory (Mamba §3.3). */
export function unfusedWork(
  pool: Pool,
  E: number,
  L: number,
  N = STATES,
): KernelWork<ReturnType<typeof unfusedShapes>> {
  const { leastBytes, fill, check } = problem(pool, E, L, N);
  return {
    shapes: unfusedShapes(E, L, N),
    leastBytes,
    fill: (tensors) => fill(tensors, tensors.dt),
    run(ops, tensors) {
      const args = { rows: L, ...tensors };
      ops.discretise(args);
      ops.scanMaterialised(args);
      ops.contract(args);
    },
    check,
  };
}

const turnOf = (table: Tensor): Turn => ({ table, holdB: false, holdC: false });

/** Output at every token and last state of some channels, against the reference. */
async function checkScan(
  pool: Pool,
  tensors: Pick<Common, 'y' | 'h'>,
  { E, L, N, ssm, h }: { E: number; L: number; N: number; ssm: Float32Array; h: Float32Array },
): Promise<Check> {
  // First, middle and last: a kernel that loses its place does so between workgroups or at the end.
  const channels = [...new Set([0, E >> 1, E - 1])];
  const reference = new ReferenceOps();
  const shapes = fusedShapes(channels.length, L, N);
  const tensor = (name: keyof typeof shapes, values: Float32Array) =>
    reference.constant(name, shapes[name], values);
  const gated = [...channels, ...channels.map((e) => E + e)];
  const all = Array.from({ length: R + 2 * N }, (_, i) => i);
  const expected = {
    x: tensor('x', pool.columns(PHASE.x, L, E, channels)),
    xz: tensor('xz', pool.columns(PHASE.xz, L, 2 * E, gated)),
    dbc: tensor('dbc', pool.columns(PHASE.dbc, L, R + 2 * N, all)),
    ssm: tensor('ssm', rowsOf(ssm, N + 2, channels)),
    h: tensor('h', rowsOf(h, N, channels)),
    y: tensor('y', pool.columns(PHASE.dt, L, E, channels)),
    turn: turnOf(tensor('turn', neutralTable(channels.length, N))),
  };
  reference.selectiveScan({ rows: L, ...expected });
  const error = await ssmError(
    { ops: pool.ops, ...tensors },
    channels,
    { ops: reference, ...expected },
    L,
    N,
  );
  return { error, tolerance: TOLERANCE, against: 'reference' };
}
