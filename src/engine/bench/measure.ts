/** From single times to a figure: warm-up, enough repetitions, the median of several runs. */
import { CancelledError } from '../errors';
import { nextTask } from '../nextTask';
import type { GpuTime } from '../webgpu/meter';
import type { Check, Timing } from './types';

/** Does the work so many times and says how long one took. */
export type Stopwatch = (times: number) => Promise<GpuTime>;

export const RUNS = 5;
/**
 * Microseconds that one run should last: a browser rounds the GPU's clock to 100 µs, which is then one per cent; on the
 * wall clock other things go on.
 */
const LONG_ENOUGH = { timestamp: 10_000, wall: 60_000 };
/** Before the first run: a GPU that has idled needs a while to be at its speed. */
const WARM_UP = 50_000;
const MOST_REPETITIONS = 200;
/** Runs that a case costs in all, for estimates: check, warm-up and the timed ones. */
export const RUNS_IN_ALL = RUNS + 3;

export interface MeasureOptions {
  signal?: AbortSignal;
  /** Pieces of work in a run at most. */
  mostRepetitions?: number;
}

/**
 * Times a piece of work. The number of repetitions comes from a first measurement; slow work is done once a run.
 * Throws CancelledError between two runs.
 */
export async function measure(time: Stopwatch, options: MeasureOptions = {}): Promise<Timing> {
  const { signal, mostRepetitions = MOST_REPETITIONS } = options;
  const run = async (times: number): Promise<GpuTime> => {
    await pause(signal);
    return await time(times);
  };
  // What is compiled or allocated at first use belongs to nobody's time.
  await run(1);
  const first = await run(1);
  const repetitions = repetitionsFor(first, mostRepetitions);
  for (let spent = first.microseconds; spent < WARM_UP;) {
    // A clock too coarse to see the work must not keep this going.
    spent += Math.max(1000, repetitions * (await run(repetitions)).microseconds);
  }
  const times: GpuTime[] = [];
  for (let i = 0; i < RUNS; i++) times.push(await run(repetitions));
  const sorted = times.map(({ microseconds }) => microseconds).toSorted((a, b) => a - b);
  return {
    microseconds: sorted[RUNS >> 1]!,
    low: sorted[0]!,
    high: sorted.at(-1)!,
    runs: RUNS,
    repetitions,
    clock: times.every(({ clock }) => clock === 'timestamp') ? 'timestamp' : 'wall',
  };
}

function repetitionsFor({ microseconds, clock }: GpuTime, most: number): number {
  return Math.max(1, Math.min(most, Math.round(LONG_ENOUGH[clock] / Math.max(1, microseconds))));
}

/** A stopwatch for work that is awaited, on the wall clock. */
export function wallStopwatch(work: (times: number) => Promise<void>): Stopwatch {
  return async (times) => {
    const started = performance.now();
    await work(times);
    return { microseconds: (1000 * (performance.now() - started)) / times, clock: 'wall' };
  };
}

/** Lets messages in, a stop among them. */
export async function pause(signal?: AbortSignal): Promise<void> {
  await nextTask();
  if (signal?.aborted) throw new CancelledError('Stopped.');
}

/** Not a number is wrong too. */
export const isWrong = ({ error, tolerance }: Check): boolean => !(error <= tolerance);
