/** The scan at a size of the reader's own, on both devices. */
import { expect, it } from 'vitest';
import { nodeBench } from '../node/bench';
import { openNodeWebGpuToMeasure } from '../node/webgpu';
import { plannedScan } from '../webgpu/traffic/planned';
import type { Tensor } from '../ops';
import { needOf, Pool } from './data';
import { runKernel } from './kernel';
import { fitted, ownScanWork } from './ownScan';
import { runBench } from './run';
import { unfusedShapes } from './scan';

const place = nodeBench([]);
const size = { E: 33, L: 70, N: 5, batch: 2 };

it('is measured fused and unfused, right on both devices, and nothing else is', async () => {
  for (const device of ['webgpu', 'cpu'] as const) {
    const report = await runBench(place, { device, quick: true, scan: size }, () => {});
    const ids = ['scan.fused.own', 'scan.unfused.own'];
    expect(report.results.map(({ id }) => id)).toEqual(
      device === 'webgpu' ? ['copy', ...ids] : ids,
    );
    for (const result of report.results) {
      if (result.state !== 'done') throw new Error(JSON.stringify(result));
      expect(result.timing.microseconds).toBeGreaterThan(0);
      expect(result.check.error).toBeLessThanOrEqual(result.check.tolerance);
      expect(result.sizes).toEqual(result.group === 'scan' ? size : {});
    }
    const [, unfused] = report.results.slice(-2);
    if (unfused!.state !== 'done') throw new Error(unfused!.state);
    expect(unfused!.timesFused).toBeGreaterThan(0);
    expect(report.devices.map(({ kind }) => kind)).toEqual([device]);
  }
});

it('each sequence of a batch has tensors of its own, and its bytes are counted', async () => {
  const ops = await openNodeWebGpuToMeasure();
  const pool = new Pool(ops);
  const planned = plannedScan(size, ops.info.software === true);
  for (const way of ['fused', 'unfused'] as const) {
    const outcome = await runKernel(ops, ownScanWork(pool, way, size));
    if (outcome.state !== 'done') throw new Error(JSON.stringify(outcome));
    const one = planned[way].flatMap(({ traffic }) => Object.values(traffic));
    const bytes = one.reduce((sum, { read = 0, written = 0 }) => sum + read + written, 0);
    expect(outcome.bytes.asked).toBe(2 * bytes);
  }
  // One that is wrong in its last sequence is wrong.
  const work = ownScanWork(pool, 'fused', size);
  const outcome = await runKernel(ops, {
    ...work,
    run(on, tensors: Record<string, Tensor>) {
      work.run(on, tensors);
      pool.put(tensors['1.y']!, new Float32Array(33).fill(1));
    },
  });
  expect(outcome.state).toBe('wrong');
  ops.dispose();
}, 60_000);

it('is cut to the tokens that fit into one tensor, and into all', () => {
  const large = { E: 1536, L: 65_536, N: 16, batch: 1 };
  // h of shape (L, E, N), in f32, in a buffer of 128 MB.
  expect(fitted(large, 2 ** 27)).toEqual({ ...large, L: 1365 });
  const many = fitted({ ...large, batch: 8 }, Infinity);
  expect(8 * needOf(unfusedShapes(1536, many.L, 16)).total).toBeLessThan(1.01 * 2 ** 31);
  expect(8 * needOf(unfusedShapes(1536, many.L, 16)).total).toBeGreaterThan(0.9 * 2 ** 31);
  const small = { E: 8, L: 5, N: 1, batch: 1 };
  expect(fitted(small, Infinity)).toEqual(small);
});
