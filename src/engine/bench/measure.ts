/** From single times to a figure: warm-up, enough repetitions, the median of several runs. */
import { CancelledError } from '../errors';
import { nextTask } from '../nextTask';
import type { Ops } from '../ops';
import type { GpuTime } from '../webgpu/meter';
import type { Check, Timing } from './types';

/** Does the work so many times and says how long one took. */
export type Stopwatch = (times: number) => Promise<GpuTime>;

export const RUNS = 5;
/**
 * Microseconds that one run should last: a browser rounds the GPU's clock to 100 µs, which is then one per cent; on the
 * wall clock other things go on.
 */
const LONG_ENOUGH = { timestamp: 20_000, wall: 60_000 };
const MOST_REPETITIONS = 1000;
/**
 * Microseconds of work before the first run, at least and at most. A GPU that has idled, if only while its inputs were
 * made, has lowered its clocks: on an H200 the first readings are up to four times too long, and only work without
 * gaps brings it back. Nothing but the work itself runs from here to the last run.
 */
const WARM_UP = 1e6;
const MOST_WARM_UP = 3e6;
/** Two readings one after the other that differ by no more are of a device at its speed. */
const STEADY = 0.03;
/** Runs that a case costs in all, for estimates: check, warm-up and the timed ones. */
export const RUNS_IN_ALL = RUNS + 3;

export interface MeasureOptions {
  signal?: AbortSignal;
  /** Pieces of work in a run at most. */
  mostRepetitions?: number;
  /** Whether to keep the device busy first (see `idles`). */
  keepBusy?: boolean;
}

/**
 * Times a piece of work: the median of five runs, after a warm-up. A run is repeated so often that it is long enough for
 * the clock; slow work is done once a run.
 * Throws CancelledError between two runs.
 */
export async function measure(time: Stopwatch, options: MeasureOptions = {}): Promise<Timing> {
  const { signal, mostRepetitions = MOST_REPETITIONS, keepBusy = false } = options;
  const run = async (times: number): Promise<GpuTime> => {
    await pause(signal);
    return await time(times);
  };
  // What is compiled or allocated at first use belongs to nobody's time.
  await run(1);
  let last = await run(1);
  let repetitions = repetitionsFor(last, mostRepetitions);
  let steady = false;
  for (let spent = keepBusy ? 0 : MOST_WARM_UP; spent < (steady ? WARM_UP : MOST_WARM_UP);) {
    const next = await run(repetitions);
    // A clock too coarse to see the work must not keep this going.
    spent += Math.max(1000, repetitions * next.microseconds);
    steady = Math.abs(next.microseconds - last.microseconds) <= STEADY * last.microseconds;
    last = next;
    repetitions = repetitionsFor(last, mostRepetitions);
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

/** Whether a device lowers its clocks while it has nothing to do: a real GPU does. */
export const idles = ({ info }: Ops): boolean => info.kind === 'webgpu' && !info.software;

/** Lets messages in, a stop among them. */
export async function pause(signal?: AbortSignal): Promise<void> {
  await nextTask();
  if (signal?.aborted) throw new CancelledError('Stopped.');
}

/** Not a number is wrong too. */
export const isWrong = ({ error, tolerance }: Check): boolean => !(error <= tolerance);
