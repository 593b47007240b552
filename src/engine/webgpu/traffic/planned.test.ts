/** What is planned without a device is what a device is really told to do. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openNodeWebGpuToMeasure } from '../../node/webgpu';
import { Pool } from '../../bench/data';
import { scanWork, unfusedWork } from '../../bench/scan';
import type { KernelWork } from '../../bench/kernel';
import type { Tensor } from '../../ops';
import type { WebGpuOps } from '../ops';
import { trafficOf } from '.';
import { plannedScan } from './planned';

let ops: WebGpuOps;
let pool: Pool;
beforeAll(async () => {
  ops = await openNodeWebGpuToMeasure();
  pool = new Pool(ops);
});
afterAll(() => ops.dispose());

/** The dispatches of some work, with the bytes that they declare. */
function dispatched<S extends Readonly<Record<string, readonly number[]>>>(work: KernelWork<S>) {
  const entries = Object.entries(work.shapes).map(([name, shape]) => [
    name,
    ops.zeros(name, shape),
  ]);
  const tensors = Object.fromEntries(entries) as Record<keyof S, Tensor>;
  const seen = ops.meter.dispatches(() => work.run(ops, tensors));
  ops.release(...(Object.values(tensors) as Tensor[]));
  return seen.map((dispatch) => ({ name: dispatch.name, traffic: trafficOf(dispatch) }));
}

it.each([
  [1, 3, 1],
  [46, 70, 16],
  [64, 64, 16],
  [65, 33, 5],
  [700, 70, 16],
  [130, 66, 64],
])('L = %i, E = %i, N = %i', (L, E, N) => {
  const planned = plannedScan({ L, E, N }, ops.info.software === true);
  expect(dispatched(scanWork(pool, E, L, N))).toEqual(planned.fused);
  expect(dispatched(unfusedWork(pool, E, L, N))).toEqual(planned.unfused);
  expect(planned.fused).toHaveLength(L > 64 ? 3 : 1);
});
