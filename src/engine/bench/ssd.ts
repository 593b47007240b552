/** Mamba-2's SSM by chunks, by itself: H = 24 heads of P = 64 channels, N = 128, one group. */
import type { Tensor } from '../ops';
import { Random } from '../random';
import { ReferenceOps } from '../reference/ops';
import { ssmError } from './compare';
import { rowsOf, type Pool } from './data';
import type { KernelWork } from './kernel';
import { neutralTable } from '../turn';
import type { Check } from './types';

export const SSD = { H: 24, P: 64, N: 128, Q: 64 } as const;
const { H, P, N, Q } = SSD;
const E = H * P;
/** Where each input begins in the sequence of random numbers. */
const PHASE = { xbc: 401, zxbcdt: 503 };

/**
 * Allowed, as a fraction of the largest output: C·B is a sum of 128 products, and the exponent of a decay is a
 * difference of sums over a chunk, which rounds at 6e-8 of their size, up to 64·0.1·16 ≈ 100: 1e-5 each; ten times that.
 */
const TOLERANCE = 1e-4;

type Names = 'xbc' | 'zxbcdt' | 'ssm' | 'turn' | 'h' | 'y';

const shapesOf = (L: number, heads: number, headDim: number) =>
  ({
    xbc: [L, heads * headDim + 2 * N],
    zxbcdt: [L, 2 * heads * headDim + 2 * N + heads],
    ssm: [heads, 3],
    turn: [4 * heads + 2 * N],
    h: [heads, headDim, N],
    y: [L, heads * headDim],
  }) satisfies Record<Names, number[]>;

const common = (L: number, table: Tensor) => ({
  rows: L,
  nGroups: 1,
  deltaLimit: [0, Infinity] as const,
  turn: { table, holdB: false, holdC: false },
});

/** A_log | D | bias of Δ as a Mamba-2 is initialised: A from −1 to −16, Δ from 0.001 to 0.1 at rest. */
function parameters(random: Random): Float32Array {
  const rows = Array.from({ length: H }, () => [
    Math.log(8.5 + 7.5 * random.next()),
    1,
    Math.log(Math.expm1(10 ** (-2 + random.next()))),
  ]);
  return Float32Array.from(rows.flat());
}

export function ssdWork(pool: Pool, L: number): KernelWork<ReturnType<typeof shapesOf>> {
  const random = new Random(3);
  const ssm = parameters(random);
  const h = random.values(E * N, -0.1, 0.1);
  return {
    shapes: shapesOf(L, H, P),
    // x, Δ and y, B and C.
    leastBytes: 4 * (2 * L * E + L * H + 2 * L * N),
    fill(tensors) {
      for (const name of ['xbc', 'zxbcdt'] as const) pool.fill(tensors[name], PHASE[name]);
      pool.put(tensors.ssm, ssm);
      pool.put(tensors.turn, neutralTable(H, N));
      pool.put(tensors.h, h);
    },
    run(ops, tensors) {
      ops.ssdChunked({ ...tensors, ...common(L, tensors.turn), chunkSize: Q });
    },
    check: (tensors) => checkSsd(pool, tensors, L, ssm, h),
  };
}

/** Two channels of each of three heads, token by token on the reference. */
async function checkSsd(
  pool: Pool,
  tensors: Record<Names, Tensor>,
  L: number,
  ssm: Float32Array,
  h: Float32Array,
): Promise<Check> {
  const heads = [0, H >> 1, H - 1];
  const channels = heads.flatMap((k) => [k * P, k * P + P - 1]);
  const reference = new ReferenceOps();
  const shapes = shapesOf(L, heads.length, 2);
  const bAndC = Array.from({ length: 2 * N }, (_, i) => E + i);
  const width = 2 * E + 2 * N + H;
  const tensor = (name: Names, values: Float32Array) =>
    reference.constant(name, shapes[name], values);
  const expected = {
    xbc: tensor('xbc', pool.columns(PHASE.xbc, L, E + 2 * N, [...channels, ...bAndC])),
    // Of the projection SSD reads Δ alone, its last columns: no others are needed.
    zxbcdt: reference.constant(
      'zxbcdt',
      [L, heads.length],
      pool.columns(
        PHASE.zxbcdt,
        L,
        width,
        heads.map((k) => width - H + k),
      ),
    ),
    ssm: tensor('ssm', rowsOf(ssm, 3, heads)),
    turn: tensor('turn', neutralTable(heads.length, N)),
    h: tensor('h', rowsOf(h, N, channels)),
    y: reference.zeros('y', shapes.y),
  };
  reference.ssdRecurrence({ ...expected, ...common(L, expected.turn) });
  const { ops } = pool;
  const error = await ssmError(
    { ops, ...tensors },
    channels,
    { ops: reference, ...expected },
    L,
    N,
  );
  return { error, tolerance: TOLERANCE, against: 'reference' };
}
