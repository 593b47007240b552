/** What the benchmark asks of a GPU beyond computing: time, traffic, what it refuses, its copy bandwidth. */
import type { Tensor } from '../ops';
import type { Kernels } from './kernels';
import type { CommandQueue, Dispatch } from './queue';
import { bufferOf, groups } from './tensor';

/** The GPU's own clock, or this machine's. */
export type Clock = 'timestamp' | 'wall';

export interface GpuTime {
  /** Of one piece of work. */
  microseconds: number;
  clock: Clock;
}

// Usage bits by value: the GPU* flag globals are missing in some runtimes.
const MAP_READ = 1;
const COPY_SRC = 4;
const COPY_DST = 8;
const QUERY_RESOLVE = 512;
/** Two timestamps of 64 bits. */
const STAMP_BYTES = 16;

/** Workgroups of the copy: more than any GPU runs at once, fewer than WebGPU allows. */
const COPY_GROUPS = 16_384;

export class GpuMeter {
  private readonly device: GPUDevice;
  private readonly queue: CommandQueue;
  private readonly kernels: Kernels;
  private queries: GPUQuerySet | null = null;

  constructor(device: GPUDevice, queue: CommandQueue, kernels: Kernels) {
    this.device = device;
    this.queue = queue;
    this.kernels = kernels;
  }

  /**
   * Does work `times` over and returns how long one took: from the beginning of the first compute pass to the end of
   * the last, by the GPU's clock. Where it has none (`timestamp-query`), wall-clock time of twice as much work minus
   * that of once, so that what submitting and waiting cost cancels out. `work` enqueues and must dispatch something.
   */
  async time(times: number, work: () => void): Promise<GpuTime> {
    const repeat = (): void => {
      for (let i = 0; i < times; i++) work();
    };
    if (this.device.features.has('timestamp-query')) {
      const span = await this.stamped(repeat);
      // A clock that runs backwards (a GPU that was reset or slept) is none.
      if (span >= 0) return { microseconds: span / times, clock: 'timestamp' };
    }
    const once = await this.waited(repeat);
    const twice = await this.waited(() => {
      repeat();
      repeat();
    });
    return { microseconds: Math.max(0, twice - once) / times, clock: 'wall' };
  }

  /** Microseconds between the two stamps. */
  private async stamped(work: () => void): Promise<number> {
    const { device, queue } = this;
    this.queries ??= device.createQuerySet({ type: 'timestamp', count: 2 });
    queue.stamp(this.queries);
    work();
    queue.stamp(null);
    const resolved = device.createBuffer({ size: STAMP_BYTES, usage: QUERY_RESOLVE | COPY_SRC });
    const readable = device.createBuffer({ size: STAMP_BYTES, usage: MAP_READ | COPY_DST });
    const encoder = device.createCommandEncoder();
    encoder.resolveQuerySet(this.queries, 0, 2, resolved, 0);
    encoder.copyBufferToBuffer(resolved, 0, readable, 0, STAMP_BYTES);
    device.queue.submit([encoder.finish()]);
    await readable.mapAsync(MAP_READ);
    const [begin, end] = new BigInt64Array(readable.getMappedRange());
    const nanoseconds = Number(end! - begin!);
    readable.destroy();
    resolved.destroy();
    return nanoseconds / 1000;
  }

  /** Microseconds until the device says that it is done. */
  private async waited(work: () => void): Promise<number> {
    this.queue.flush();
    await this.device.queue.onSubmittedWorkDone();
    const started = performance.now();
    work();
    this.queue.flush();
    await this.device.queue.onSubmittedWorkDone();
    return 1000 * (performance.now() - started);
  }

  /** Does `work` and returns what it dispatched. */
  dispatches(work: () => void): Dispatch[] {
    const seen: Dispatch[] = [];
    this.queue.observe((dispatch) => seen.push(dispatch));
    try {
      work();
    } finally {
      this.queue.observe(null);
    }
    return seen;
  }

  /** Allocates, and returns what the device said if it has not the memory; null if it has. */
  async refusal(allocate: () => void): Promise<string | null> {
    this.device.pushErrorScope('out-of-memory');
    allocate();
    const error = await this.device.popErrorScope();
    return error && (error.message || 'out of memory');
  }

  /** Copies `length` numbers, a multiple of four, by a shader. */
  copy(from: Tensor, to: Tensor, length: number): void {
    const count = length / 4;
    const workgroups = Math.min(COPY_GROUPS, groups(count, 256));
    this.queue.dispatch(
      this.kernels.get('copy'),
      { source: bufferOf(from), out: bufferOf(to) },
      { count, threads: 256 * workgroups },
      [workgroups],
    );
  }
}
