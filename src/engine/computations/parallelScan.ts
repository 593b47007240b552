/**
 * The recurrence h_t = Ā_t h_{t−1} + (B̄x)_t as a work-efficient parallel scan: an up-sweep that builds a tree and a
 * down-sweep that hands its sums down (Blelloch, Prefix sums and their applications, 1990, §1.2). The down-sweep is the
 * one for inclusive sums (Brent and Kung, A regular layout for parallel adders, 1982): it needs neither an identity nor a
 * length that is a power of two. About 2L combinations in 2·log₂ L levels, where the recurrence takes L steps.
 */
import type { Ops, Tensor } from '../ops';

/** One level: every combination in it may happen at the same time. */
export interface ScanLevel {
  phase: 'up' | 'down';
  /** How far apart the two tokens of a combination are. */
  distance: number;
  /** Tokens that take in another: first, first + stride, … */
  first: number;
  stride: number;
  /** [from, into]: the pair of `into` becomes that of `from` • that of `into`. */
  combines: [number, number][];
}

/** The levels of a scan over L tokens, in order; none for a single token. Their combinations are the work, their number the depth. */
export function scanLevels(seqLen: number): ScanLevel[] {
  const level = (phase: 'up' | 'down', distance: number): ScanLevel => {
    const stride = 2 * distance;
    const first = phase === 'up' ? stride - 1 : stride + distance - 1;
    const combines: [number, number][] = [];
    for (let i = first; i < seqLen; i += stride) combines.push([i - distance, i]);
    return { phase, distance, first, stride, combines };
  };
  const distances: number[] = [];
  for (let distance = 1; 2 * distance <= seqLen; distance *= 2) distances.push(distance);
  return [
    ...distances.map((distance) => level('up', distance)),
    ...distances.toReversed().map((distance) => level('down', distance)),
  ].filter(({ combines }) => combines.length > 0);
}

/** Consecutive lanes e·N + n (channel and state) whose pairs are to be read at every level. */
export interface Lanes {
  first: number;
  count: number;
}

/** What a scan went through, in the lanes that were asked for. */
export interface ScanTrace {
  lanes: Lanes;
  /** Numbers of a pair: a, b; of a complex one 4: a real, a imaginary, b real, b imaginary. */
  width: 2 | 4;
  /** (L, lanes, width): the pairs before the first level. */
  before: Float32Array;
  /** The levels, each with all pairs after it, (L, lanes, width). */
  levels: (ScanLevel & { after: Float32Array })[];
}

export interface ParallelScanArgs {
  rows: number;
  /** (L, E, N), complex (L, E, 2N); replaced by the products ∏ Ā from the first token on. */
  Abar: Tensor;
  /** As large; replaced by the states that follow from a zero state. */
  Bx: Tensor;
  complex: boolean;
}

/**
 * Enqueues a scan, one dispatch a level. Waits for the device only if lanes are asked for, and reads those alone. Throws
 * RangeError for lanes that are not among the E·N, before anything is enqueued.
 */
export async function parallelScan(ops: Ops, args: ParallelScanArgs): Promise<null>;
export async function parallelScan(
  ops: Ops,
  args: ParallelScanArgs,
  lanes: Lanes,
): Promise<ScanTrace>;
export async function parallelScan(
  ops: Ops,
  args: ParallelScanArgs,
  lanes?: Lanes,
): Promise<ScanTrace | null> {
  const levels = scanLevels(args.rows);
  if (!lanes) {
    for (const { first, stride, distance } of levels) {
      ops.scanLevel({ ...args, first, stride, distance });
    }
    return null;
  }
  checkLanes(lanes, args);
  const width = args.complex ? 4 : 2;
  const size = lanes.count * width; // numbers a token
  const out = await ops.attempt(() => ops.zeros('scan levels', [args.rows * size]));
  const look = (level: Pick<ScanLevel, 'first' | 'stride' | 'distance'>, tokens: number) => {
    const probe = { out, offset: 0, firstLane: lanes.first, lanes: lanes.count };
    const { first, stride, distance } = level;
    ops.scanLevel({ ...args, first, stride, distance, probe });
    return ops.capture(out, 0, tokens * size);
  };
  let read: Float32Array[];
  try {
    read = await ops.collect([
      look({ first: 0, stride: 1, distance: 0 }, args.rows),
      ...levels.map((level) => look(level, level.combines.length)),
    ]);
  } finally {
    ops.release(out);
  }
  const [before, ...changed] = read;
  let pairs = before!;
  const shown = levels.map((level, d) => {
    const after = pairs.slice();
    level.combines.forEach(([, into], k) => {
      after.set(changed[d]!.subarray(k * size, (k + 1) * size), into * size);
    });
    pairs = after;
    return Object.assign(level, { after });
  });
  return { lanes, width, before: before!, levels: shown };
}

function checkLanes({ first, count }: Lanes, { Abar, complex }: ParallelScanArgs): void {
  const [E, width] = Abar.shape.slice(-2) as [number, number];
  const all = E * (complex ? width / 2 : width);
  const whole = Number.isInteger(first) && Number.isInteger(count);
  if (whole && first >= 0 && count >= 1 && first + count <= all) return;
  throw new RangeError(`There are no ${count} lanes from ${first} on (0 … ${all - 1}).`);
}
