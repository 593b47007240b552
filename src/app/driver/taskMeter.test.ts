import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { AppState } from '../store/state';
import { createAppStore } from '../store/store';
import { recipeKey } from './recipe';
import { TaskMeter } from './taskMeter';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  // Only what the meter writes.
  const store = createAppStore({ task: null } as AppState);
  return { store, meter: new TaskMeter(store) };
}

it('shows no task that takes less than a moment', async () => {
  const { store, meter } = setUp();
  const tasks: unknown[] = [];
  store.subscribe(({ task }) => tasks.push(task));
  await meter.watch('reading', async (report) => report(1, 2));
  await vi.advanceTimersByTimeAsync(1000);
  expect(tasks).toEqual([]);
});

it('shows the progress of one that takes longer, no quicker than one can read, and nothing that is reported late', async () => {
  const { store, meter } = setUp();
  let report: (done: number, total: number) => void = () => {};
  let finish = (): void => {};
  const work = meter.watch('reading', (onProgress) => {
    report = onProgress;
    return new Promise<void>((resolve) => (finish = resolve));
  });
  report(1, 500);
  expect(meter.isLong).toBe(true);
  await vi.advanceTimersByTimeAsync(300);
  expect(store.getState().task).toEqual({ label: 'reading', done: 1, total: 500 });
  for (let done = 2; done <= 6; done++) report(done, 500);
  expect(store.getState().task?.done).toBe(1);
  await vi.advanceTimersByTimeAsync(100);
  report(7, 500);
  expect(store.getState().task?.done).toBe(7);
  finish();
  await work;
  report(8, 500);
  expect(store.getState().task).toBeNull();
  expect(meter.isLong).toBe(false);
});

it('calls work long by what is left of it, in steps or in time', async () => {
  const { meter } = setUp();
  await meter.watch('reading', async (report) => {
    report(10, 500);
    expect(meter.isLong).toBe(true);
    report(450, 500);
    expect(meter.isLong).toBe(false);
  });
  await meter.watch('reading on a slow machine', async (report) => {
    report(1, 60);
    expect(meter.isLong).toBe(false);
    vi.advanceTimersByTime(100);
    report(5, 60);
    expect(meter.isLong).toBe(true);
  });
  expect(meter.isLong).toBe(false);
});

it('a recipe’s key does not change with the place of sliders that turn nothing', () => {
  const sampling = { temperature: 0, topK: 0, topP: 1, seed: 1 };
  const keyOf = (layer: number | 'all', aScale: number) =>
    recipeKey({ prompt: 'Tom', sampling, intervention: { layer, deltaScale: 1, aScale } });
  expect(keyOf(3, 1)).toBe(keyOf('all', 1));
  expect(keyOf(3, 2)).not.toBe(keyOf('all', 2));
});
