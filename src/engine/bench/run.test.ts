import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { CancelledError, NoWebGpuError } from '../errors';
import { nodeBench } from '../node/bench';
import { ReferenceOps } from '../reference/ops';
import { casesFor } from './cases';
import { fusedMicroseconds, runBench, type BenchPlace } from './run';
import type { BenchEvent, BenchResult } from './types';

const place = nodeBench([fileURLToPath(new URL('../testing/fixtures/mamba-f16', import.meta.url))]);
/** Runs on a place with changes, and returns what was told and what came out. */
async function run(
  options: Parameters<typeof runBench>[1],
  changes: Partial<BenchPlace> = {},
  abort = new AbortController(),
  onEvent: (event: BenchEvent) => void = () => {},
) {
  const events: BenchEvent[] = [];
  const report = await runBench(
    { ...place, ...changes },
    options,
    (event) => {
      events.push(event);
      onEvent(event);
    },
    abort.signal,
  );
  return { events, report };
}

describe('runBench', () => {
  it('tells of the plan, of each case as it begins, of the device and of each result', async () => {
    const { events, report } = await run({ device: 'cpu', only: ['cpu.mamba-f16.decode'] });
    expect(events.map(({ kind }) => kind)).toEqual(['plan', 'started', 'device', 'result']);
    expect(events[0]).toMatchObject({ cases: [{ id: 'cpu.mamba-f16.decode.read' }] });
    expect(events[3]).toEqual({ kind: 'result', result: report.results[0] });
    expect(report).toMatchObject({ copyGigabytesPerSecond: null, devices: [{ kind: 'cpu' }] });
    expect(report.results[0]).toMatchObject({ state: 'done', timing: { clock: 'wall' } });
  });

  it('a model on the GPU is compared with the reference', async () => {
    const { report } = await run({ device: 'webgpu', only: ['mamba-f16.decode.read'] });
    expect(report.results).toMatchObject([{ state: 'done', check: { against: 'reference' } }]);
  });

  it('tokens written many at a time are those of single steps', async () => {
    const only = ['mamba-f16.decode.greedy', 'mamba-f16.decode.sampled'];
    const { report } = await run({ device: 'webgpu', only });
    expect(report.results).toMatchObject([
      { state: 'done', check: { against: 'steps', error: 0, tolerance: 0 } },
      { state: 'done', check: { against: 'steps' } },
    ]);
  });

  it('does not begin what would take long, and says how long', async () => {
    const ops = new ReferenceOps();
    const { selectiveScan } = ops;
    // A clock that jumps by 40 ms a token stands for a slow device.
    let skipped = 0;
    const now = performance.now.bind(performance);
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + skipped);
    const slow = Object.assign(ops, {
      selectiveScan(args: Parameters<typeof selectiveScan>[0]) {
        skipped += 40 * args.rows;
        selectiveScan(args);
      },
    });
    const only = ['cpu.mamba-f16.prefill'];
    const openCpu = async () => slow;
    const { report } = await run({ device: 'cpu', only }, { openCpu });
    const patient = await run({ device: 'cpu', only, all: true }, { openCpu });
    clock.mockRestore();
    expect(report.results).toMatchObject([{ state: 'done' }, { state: 'slow' }]);
    // 40 ms for each of two layers and 512 tokens, eight times.
    const { seconds } = report.results[1] as { seconds: number };
    expect(seconds).toBeGreaterThan(0.04 * 2 * 512 * 8);
    expect(patient.report.results).toMatchObject([{ state: 'done' }, { state: 'done' }]);
  });

  it('goes on after a case that failed', async () => {
    const { report } = await run(
      { device: 'cpu', only: ['cpu.broken.decode', 'cpu.mamba-f16.decode'] },
      {
        models: [
          { name: 'broken', load: () => Promise.reject(new Error('No such file.')) },
          ...place.models,
        ],
      },
    );
    expect(report.results).toMatchObject([
      { id: 'cpu.broken.decode.read', state: 'failed', message: 'No such file.' },
      { id: 'cpu.mamba-f16.decode.read', state: 'done' },
    ]);
  });

  it('stops when it is told to, and gives its device back', async () => {
    const ops = new ReferenceOps();
    const dispose = vi.spyOn(ops, 'dispose');
    const abort = new AbortController();
    const running = run(
      { device: 'cpu' },
      { openCpu: async () => ops },
      abort,
      ({ kind }) => kind === 'device' && abort.abort(),
    );
    await expect(running).rejects.toThrow(CancelledError);
    expect(dispose).toHaveBeenCalled();
  });

  it('says at once that there is no GPU', async () => {
    const openGpu = () => Promise.reject(new NoWebGpuError('No adapter today.'));
    await expect(run({ device: 'webgpu' }, { openGpu })).rejects.toThrow('No adapter today.');
  });
});

it('the unfused scan is compared with the fused one of the same sizes, if that was timed', () => {
  const [, small, large] = casesFor({ device: 'webgpu' }, []);
  const timing = { microseconds: 50 } as Extract<BenchResult, { state: 'done' }>['timing'];
  const results = [
    { ...small!, state: 'done', timing },
    { ...large!, state: 'slow', seconds: 60 },
  ] as BenchResult[];
  expect(fusedMicroseconds(results, small!.sizes)).toBe(50);
  expect(fusedMicroseconds(results, large!.sizes)).toBeNull();
  expect(fusedMicroseconds(results, { E: 1, L: 1 })).toBeNull();
});

it('what does not fit in one buffer is said before how long it would take', async () => {
  const id = 'scan.unfused.8192x8192';
  const { report } = await run({ device: 'webgpu', only: [id] });
  const needs = 4 * 8192 * 8192 * 16;
  const outcome = report.results.find((result) => result.id === id)!;
  if (outcome.state !== 'memory') throw new Error(outcome.state);
  expect(outcome.needs).toBe(needs);
  expect(outcome.has).toBeLessThan(needs);
});
