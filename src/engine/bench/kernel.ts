/** What the cases of a kernel by itself have in common: room, check, time, bytes. */
import type { Ops, Tensor } from '../ops';
import type { WebGpuOps } from '../webgpu/ops';
import { totalTraffic } from '../webgpu/traffic';
import { allocate, type Shapes } from './data';
import { idles, isWrong, measure, pause } from './measure';
import type { BenchBytes, Check, Outcome, Timing } from './types';

/** A kernel at some sizes. */
export interface KernelWork<S extends Shapes> {
  shapes: S;
  /** Puts the inputs there. */
  fill(tensors: Record<keyof S, Tensor>): void;
  /** Enqueues the work once. */
  run(ops: Ops, tensors: Record<keyof S, Tensor>): void;
  /** Makes what `run` may be done to over and over, if that is not so from the beginning. */
  settle?(tensors: Record<keyof S, Tensor>): void;
  /** Compares what one run after `fill` has made. */
  check(tensors: Record<keyof S, Tensor>): Promise<Check>;
  /** Bytes of each tensor that the kernel is about, once. */
  leastBytes: number;
}

export type KernelOutcome =
  | { state: 'done'; timing: Timing; check: Check; bytes: BenchBytes }
  | Extract<Outcome, { state: 'wrong' | 'memory' }>;

/** Runs it: once to be checked and then, if it is right, to be timed. */
export async function runKernel<S extends Shapes>(
  ops: WebGpuOps,
  work: KernelWork<S>,
  signal?: AbortSignal,
): Promise<KernelOutcome> {
  const { tensors, refused } = await allocate(ops, work.shapes);
  if (refused) return { state: 'memory', ...refused };
  try {
    work.fill(tensors);
    const dispatches = ops.meter.dispatches(() => work.run(ops, tensors));
    const check = await work.check(tensors);
    if (isWrong(check)) {
      // If the device has complained, its own words say more.
      await ops.collect([]);
      return { state: 'wrong', check };
    }
    work.settle?.(tensors);
    const again = (): void => work.run(ops, tensors);
    const timing = await measure((times) => ops.meter.time(times, again), {
      signal,
      keepBusy: idles(ops),
    });
    const { read, written } = totalTraffic(dispatches);
    const bytes = { least: work.leastBytes, asked: read + written };
    return { state: 'done', timing, check, bytes };
  } finally {
    ops.release(...(Object.values(tensors) as Tensor[]));
  }
}

/** Microseconds of one run, roughly and unchecked; null if there is no room for it. */
export async function tryKernel<S extends Shapes>(
  ops: WebGpuOps,
  work: KernelWork<S>,
  signal?: AbortSignal,
): Promise<number | null> {
  const { tensors, refused } = await allocate(ops, work.shapes);
  if (refused) return null;
  try {
    work.fill(tensors);
    work.settle?.(tensors);
    const once = async (): Promise<number> => {
      await pause(signal);
      return (await ops.meter.time(1, () => work.run(ops, tensors))).microseconds;
    };
    await once();
    return await once();
  } finally {
    ops.release(...(Object.values(tensors) as Tensor[]));
  }
}
