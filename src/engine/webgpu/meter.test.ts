import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeGpu, openNodeWebGpuToMeasure, readShaders } from '../node/webgpu';
import { Random } from '../random';
import { GpuMeter } from './meter';
import { WebGpuOps } from './ops';

let timed: WebGpuOps;
let clockless: WebGpuOps;
beforeAll(async () => {
  timed = await openNodeWebGpuToMeasure();
  const adapter = (await (await nodeGpu()).requestAdapter())!;
  clockless = new WebGpuOps(await adapter.requestDevice(), 'clockless', readShaders(), true);
});
afterAll(() => {
  timed.dispose();
  clockless.dispose();
});

const LENGTH = 40_000;

/** Times copies on a device, and reads what they made. */
async function timeCopies(ops: WebGpuOps, times: number) {
  const values = new Random(1).values(LENGTH);
  const from = ops.constant('from', [LENGTH], values);
  const to = ops.zeros('to', [LENGTH]);
  let done = 0;
  const time = await ops.meter.time(times, () => {
    ops.meter.copy(from, to, LENGTH);
    // A copy between passes: the time goes on to the next pass.
    ops.copy(from, 0, to, 0, 4);
    done++;
  });
  const [copied] = await ops.collect([ops.capture(to, 0, LENGTH)]);
  expect(copied).toEqual(values);
  return { ...time, done };
}

describe('time', () => {
  it('is the GPU’s own where it has a clock, and the work is done as often as asked', async () => {
    for (const times of [1, 7]) {
      const { microseconds, clock, done } = await timeCopies(timed, times);
      expect(clock).toBe('timestamp');
      expect(microseconds).toBeGreaterThan(0);
      expect(done).toBe(times);
    }
  });

  it('survives more dispatches than one submission takes', async () => {
    const from = timed.constant('from', [4], Float32Array.of(1, 2, 3, 4));
    const to = timed.zeros('to', [4]);
    const { microseconds } = await timed.meter.time(1500, () => timed.meter.copy(from, to, 4));
    expect(microseconds).toBeGreaterThan(0);
    const [copied] = await timed.collect([timed.capture(to, 0, 4)]);
    expect([...copied!]).toEqual([1, 2, 3, 4]);
  });

  it('is the wall clock’s elsewhere: twice as much work minus once', async () => {
    const { microseconds, clock, done } = await timeCopies(clockless, 3);
    expect(clock).toBe('wall');
    expect(microseconds).toBeGreaterThanOrEqual(0);
    expect(done).toBe(9);
  });
});

describe('dispatches', () => {
  it('are told with their sizes, and only while asked for', () => {
    const [from, to] = [timed.zeros('from', [2000]), timed.zeros('to', [2000])];
    const copy = (): void => timed.meter.copy(from, to, 2000);
    copy();
    expect(timed.meter.dispatches(copy)).toMatchObject([
      { name: 'copy', params: { count: 500, threads: 512 }, workgroups: [2, 1, 1] },
    ]);
    expect(timed.meter.dispatches(() => {})).toEqual([]);
  });
});

describe('refusal', () => {
  it('is what the device says when its memory is full, and nothing otherwise', async () => {
    const answers = [{ message: 'no room' }, { message: '' }, null];
    const device = {
      pushErrorScope: () => {},
      popErrorScope: async () => answers.shift(),
    } as unknown as GPUDevice;
    const meter = new GpuMeter(device, undefined as never, undefined as never);
    expect(await meter.refusal(() => {})).toBe('no room');
    expect(await meter.refusal(() => {})).toBe('out of memory');
    expect(await meter.refusal(() => {})).toBeNull();
  });
});
