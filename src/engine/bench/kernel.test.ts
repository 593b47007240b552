/** The kernels' cases at sizes that a software GPU can do: right is timed, wrong is not, too large is said. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeWebGpuToMeasure } from '../node/webgpu';
import type { WebGpuOps } from '../webgpu/ops';
import { runCopy } from './copy';
import { Pool } from './data';
import { runKernel, tryKernel } from './kernel';
import { scanWork, unfusedWork } from './scan';
import { ssdWork } from './ssd';

let ops: WebGpuOps;
let pool: Pool;
beforeAll(async () => {
  ops = await openNodeWebGpuToMeasure();
  pool = new Pool(ops);
});
afterAll(() => ops.dispose());

it('the copy moves what it says, and is compared with its source', async () => {
  const outcome = await runCopy(ops, pool);
  if (outcome.state !== 'done') throw new Error(outcome.state);
  expect(outcome.check).toEqual({ error: 0, tolerance: 0, against: 'source' });
  expect(outcome.length).toBeGreaterThanOrEqual(1_048_576);
  expect(outcome.length % 4).toBe(0);
  expect(outcome.timing.microseconds).toBeGreaterThan(0);
});

describe('a kernel', () => {
  it('that is right is timed, with its bytes', async () => {
    // In one pass and in three; sizes that no workgroup divides.
    for (const [E, L] of [
      [70, 100],
      [33, 300],
    ] as const) {
      const [outcome, unfused] = [
        await runKernel(ops, scanWork(pool, E, L)),
        await runKernel(ops, unfusedWork(pool, E, L)),
      ];
      if (outcome.state !== 'done') throw new Error(JSON.stringify(outcome));
      const { check, timing, bytes } = outcome;
      expect(check.against).toBe('reference');
      expect(check.error).toBeLessThanOrEqual(check.tolerance);
      expect(timing).toMatchObject({ clock: 'timestamp', runs: 5 });
      expect(timing.low).toBeGreaterThan(0);
      expect(bytes.least).toBe(4 * (3 * L * E + 2 * L * 16));
      expect(bytes.asked).toBeGreaterThan(bytes.least);
      if (unfused.state !== 'done') throw new Error(JSON.stringify(unfused));
      expect(unfused.check.error).toBeLessThanOrEqual(unfused.check.tolerance);
      // Ā and B̄x are written and read, the states too: what is about the same is not moved again.
      expect(unfused.bytes.least).toBe(bytes.least);
      expect(unfused.bytes.asked).toBeGreaterThan(bytes.asked + 4 * 6 * L * E * 16);
    }
    const ssd = await runKernel(ops, ssdWork(pool, 70));
    if (ssd.state !== 'done') throw new Error(JSON.stringify(ssd));
    expect(ssd.check.error).toBeLessThanOrEqual(ssd.check.tolerance);
    expect(ssd.bytes.least).toBe(4 * (2 * 70 * 1536 + 70 * 24 + 2 * 70 * 128));
  });

  it('that is wrong in one channel, or not a number, is not timed', async () => {
    for (const value of [1, Number.NaN]) {
      const work = scanWork(pool, 40, 50);
      const outcome = await runKernel(ops, {
        ...work,
        run(on, tensors) {
          work.run(on, tensors);
          // Channel 39 of token 7.
          pool.put(tensors.y, new Float32Array(8 * 40).fill(value));
        },
      });
      expect(outcome).toMatchObject({ state: 'wrong', check: { against: 'reference' } });
    }
  });

  it('that needs more than the device has says so before anything is made', async () => {
    const work = scanWork(pool, 8, 8);
    const shapes = { ...work.shapes, y: [2 ** 20, 2 ** 20] };
    const needs = 4 * 2 ** 40;
    const expected = { state: 'memory', needs, has: ops.maxTensorBytes };
    expect(await runKernel(ops, { ...work, shapes })).toEqual(expected);
    expect(await tryKernel(ops, { ...work, shapes })).toBeNull();
  });

  it('is tried, to foretell how long more of it will take', async () => {
    expect(await tryKernel(ops, scanWork(pool, 40, 50))).toBeGreaterThan(0);
  });
});
