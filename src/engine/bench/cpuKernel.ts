/** A kernel by itself on the CPU, in the plain TypeScript of `reference`: one thread, no SIMD, any way of computing. */
import type { Tensor } from '../ops';
import { ReferenceOps } from '../reference/ops';
import type { DeviceInfo } from '../types';
import { needOf, Pool, type Shapes } from './data';
import type { KernelWork } from './kernel';
import { isWrong, measure, pause, wallStopwatch } from './measure';
import type { Outcome } from './types';

/** The device that `runCpuKernel` runs on. */
export const cpuKernelDevice = (): DeviceInfo => new ReferenceOps().info;

/** Runs it: once to be checked and then, if it is right and quick enough for `patience` (seconds), to be timed. */
export async function runCpuKernel(
  make: (pool: Pool) => KernelWork<Shapes>,
  patience: number,
  runsInAll: number,
  signal?: AbortSignal,
): Promise<Outcome> {
  const ops = new ReferenceOps();
  const pool = new Pool(ops);
  const work = make(pool);
  const tensors = allocated(ops, work.shapes);
  if (!tensors) return { state: 'memory', needs: needOf(work.shapes).total, has: null };
  work.fill(tensors);
  await pause(signal);
  const started = performance.now();
  work.run(ops, tensors);
  const seconds = ((performance.now() - started) * runsInAll) / 1000;
  await pause(signal);
  const check = await work.check(tensors);
  if (isWrong(check)) return { state: 'wrong', check };
  if (seconds > patience) return { state: 'slow', seconds };
  work.settle?.(tensors);
  const again = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i++) work.run(ops, tensors);
  };
  return {
    state: 'done',
    timing: await measure(wallStopwatch(again), { signal }),
    check,
    // No program declares what it asks of a CPU's memory.
    bytes: null,
    gigabytesPerSecond: null,
    shareOfCopy: null,
    tokensPerSecond: null,
    timesFused: null,
  };
}

/** Tensors of zeros; null if there is no room for them. */
function allocated(ops: ReferenceOps, shapes: Shapes): Record<string, Tensor> | null {
  try {
    return Object.fromEntries(
      Object.entries(shapes).map(([name, shape]) => [name, ops.zeros(name, shape)]),
    );
  } catch (error) {
    // What JavaScript throws where an array finds no room.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
