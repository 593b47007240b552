import { describe, expect, it } from 'vitest';
import { CancelledError } from '../errors';
import { measure, RUNS, type Stopwatch } from './measure';

/** A stopwatch that reads these times, again and again, and notes how often the work was done. */
function reading(times: number[], clock: 'timestamp' | 'wall' = 'timestamp') {
  const asked: number[] = [];
  const time: Stopwatch = async (repetitions) => {
    const microseconds = times[asked.length % times.length]!;
    asked.push(repetitions);
    return { microseconds, clock };
  };
  return { time, asked };
}

describe('measure', () => {
  it('takes the median, the least and the most of the last runs', async () => {
    // The first may compile, the second decides how often; then come the five that count.
    const { time, asked } = reading([9e5, 1e5, 5e5, 1e5, 4e5, 2e5, 3e5]);
    expect(await measure(time)).toEqual({
      microseconds: 3e5,
      low: 1e5,
      high: 5e5,
      runs: RUNS,
      repetitions: 1,
      clock: 'timestamp',
    });
    expect(asked).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('repeats quick work so often that a coarse clock can see it, and within bounds', async () => {
    const cases = [
      { microseconds: 100, clock: 'timestamp', repetitions: 200 },
      { microseconds: 1000, clock: 'wall', repetitions: 60 },
      { microseconds: 0, clock: 'timestamp', repetitions: 1000 },
      { microseconds: 20_000, clock: 'timestamp', repetitions: 1 },
    ] as const;
    for (const { microseconds, clock, repetitions } of cases) {
      const { time, asked } = reading([microseconds], clock);
      expect(await measure(time)).toMatchObject({ microseconds, repetitions, clock });
      expect(asked.slice(-RUNS)).toEqual(Array.from({ length: RUNS }, () => repetitions));
    }
    const { time } = reading([1]);
    expect(await measure(time, { mostRepetitions: 7 })).toMatchObject({ repetitions: 7 });
  });

  it('keeps a device that idles busy for a second, and until it is steady', async () => {
    const warmedUp = async (times: number[]) => {
      const { time, asked } = reading(times);
      const timing = await measure(time, { keepBusy: true });
      return { ...timing, runs: asked.length - RUNS };
    };
    // Steady from the beginning: two to begin with, and a second of 20 ms each.
    expect(await warmedUp([100])).toMatchObject({ microseconds: 100, runs: 2 + 50 });
    // From 400 µs down to 100: the repetitions follow, and what counts is the end.
    const slow = [400, 400, 300, 200, 150, 120];
    const falling = [...slow, ...Array.from({ length: 200 }, () => 100)];
    expect(await warmedUp(falling)).toMatchObject({ high: 100, repetitions: 200 });
    // Never steady: three seconds, and no more.
    expect(await warmedUp([1e5, 2e5])).toMatchObject({ runs: 2 + 20 });
    // Too quick for the clock.
    expect(await warmedUp([0])).toMatchObject({ runs: 2 + 1000 });
  });

  it('stops between two runs', async () => {
    const abort = new AbortController();
    const time: Stopwatch = async () => {
      abort.abort();
      return { microseconds: 1e6, clock: 'wall' };
    };
    await expect(measure(time, { signal: abort.signal })).rejects.toThrow(CancelledError);
  });
});
