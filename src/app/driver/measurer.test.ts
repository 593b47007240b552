import { expect, it, vi } from 'vitest';
import type { EngineApi } from '../../engine/host/api';
import type { StartEngine } from './client';
import { Measurer } from './measurer';

const scan = { E: 8, L: 4, N: 2, batch: 1 };
const options = { device: 'cpu', scan } as const;

it('starts one worker, when first asked, and stops what it measures', async () => {
  const report = { devices: [], date: '', copyGigabytesPerSecond: null, results: [] };
  const bench = vi.fn<EngineApi['bench']>(async () => ({ ok: true, value: report }));
  const stopBench = vi.fn<EngineApi['stopBench']>(async () => {});
  const start = vi.fn<StartEngine>(() => ({ bench, stopBench }) as unknown as EngineApi);
  const measurer = new Measurer(start);
  measurer.stop();
  expect(start).not.toHaveBeenCalled();
  await measurer.bench(options, () => {});
  expect(await measurer.bench(options, () => {})).toEqual({ ok: true, value: report });
  expect(start).toHaveBeenCalledTimes(1);
  expect(bench.mock.calls[0]![2]).toBe(options);
  measurer.stop();
  expect(stopBench).toHaveBeenCalledTimes(1);
});

it('says that its worker cannot be fetched, and tries again when asked again', async () => {
  let broken: (message: string) => void = () => {};
  const start = vi.fn<StartEngine>((onBroken) => {
    broken = onBroken;
    return { bench: () => new Promise(() => {}) } as unknown as EngineApi;
  });
  const measurer = new Measurer(start);
  const result = measurer.bench(options, () => {});
  broken('No such file.');
  expect(await result).toEqual({
    ok: false,
    problem: { kind: 'unexpected', message: 'No such file.' },
  });
  void measurer.bench(options, () => {});
  expect(start).toHaveBeenCalledTimes(2);
});
