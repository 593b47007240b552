/** The device's own copy: what its memory can do, by which everything else is judged. */
import type { Tensor } from '../ops';
import type { WebGpuOps } from '../webgpu/ops';
import { relativeError } from './compare';
import { allocate, type Pool } from './data';
import { idles, isWrong, measure } from './measure';
import type { Check, Outcome, Timing } from './types';

/** Numbers copied at most, 256 MB: far more than any cache holds. */
const MOST = 67_108_864;
/** And at least, 4 MB, to find out how fast the device is. */
const LEAST = 1_048_576;
/** Microseconds that a copy should last at most. */
const LONGEST = 10_000;
/** A way that takes so many times longer at the least length is not tried further. */
const FAR_BEHIND = 3;

export type CopyOutcome =
  | { state: 'done'; timing: Timing; check: Check; length: number }
  | Extract<Outcome, { state: 'wrong' | 'memory' }>;

/**
 * Copies as many numbers as the device can in a hundredth of a second, by a shader and by the device's own command, and
 * takes the quicker of the two.
 */
export async function runCopy(
  ops: WebGpuOps,
  pool: Pool,
  signal?: AbortSignal,
): Promise<CopyOutcome> {
  const small = await copies(ops, pool, LEAST, async (ways) => {
    const trial = async (way: () => void): Promise<number> => {
      // The first time may compile or clear.
      await ops.meter.time(1, way);
      return (await ops.meter.time(1, way)).microseconds;
    };
    return { shader: await trial(ways.shader), command: await trial(ways.command) };
  });
  if (small.refused) return { state: 'memory', ...small.refused };
  const best = Math.max(1, Math.min(small.value.shader, small.value.command));
  const likely = WAYS.filter((way) => small.value[way] <= FAR_BEHIND * best);
  const fits = Math.floor(ops.maxTensorBytes / 4);
  const length = 4 * Math.floor(Math.min(MOST, fits, LEAST * Math.ceil(LONGEST / best)) / 4);
  const result = await copies(ops, pool, length, async (ways, check) => {
    const checked = await check();
    if (isWrong(checked)) return { state: 'wrong' as const, check: checked };
    const timings: Timing[] = [];
    for (const way of likely) {
      const time = (times: number) => ops.meter.time(times, ways[way]);
      timings.push(await measure(time, { signal, keepBusy: idles(ops) }));
    }
    const [timing] = timings.toSorted((one, other) => one.microseconds - other.microseconds);
    return { state: 'done' as const, timing: timing!, check: checked, length };
  });
  return result.refused ? { state: 'memory', ...result.refused } : result.value;
}

const WAYS = ['shader', 'command'] as const;

type Ways = Record<(typeof WAYS)[number], () => void>;

/** Lends two tensors and the ways to copy from one to the other. */
async function copies<T>(
  ops: WebGpuOps,
  pool: Pool,
  length: number,
  use: (ways: Ways, check: () => Promise<Check>) => Promise<T>,
): Promise<
  { value: T; refused: null } | { value: null; refused: { needs: number; has: number | null } }
> {
  const { tensors, refused } = await allocate(ops, { from: [length], to: [length] });
  if (refused) return { value: null, refused };
  const { from, to } = tensors;
  try {
    pool.fill(from, 0);
    const ways: Ways = {
      shader: () => ops.meter.copy(from, to, length),
      command() {
        // The clock runs from the first compute pass to the last: a small one before and after what is timed.
        ops.meter.copy(from, to, 4);
        ops.copy(from, 0, to, 0, length);
        ops.meter.copy(to, from, 4);
      },
    };
    return { value: await use(ways, () => checkBoth(ops, pool, ways, to)), refused: null };
  } finally {
    ops.release(from, to);
  }
}

/** The last megabyte that each way has copied over something else. */
async function checkBoth(ops: WebGpuOps, pool: Pool, ways: Ways, to: Tensor): Promise<Check> {
  const length = to.shape[0]!;
  const first = length - Math.min(length, 262_144);
  const expected = Float32Array.from({ length: length - first }, (_, i) => pool.at(0, first + i));
  let error = 0;
  for (const way of [ways.shader, ways.command]) {
    pool.fill(to, 1);
    way();
    const [copied] = await ops.collect([ops.capture(to, first, length - first)]);
    error = Math.max(error, relativeError(copied!, expected));
  }
  return { error, tolerance: 0, against: 'source' };
}
