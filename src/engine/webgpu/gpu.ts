import type { Kernels } from './kernels';
import type { CommandQueue } from './queue';

/** What an operation needs of the device to dispatch its shaders. */
export interface Gpu {
  readonly kernels: Kernels;
  readonly queue: CommandQueue;
  /** Stands in for bindings that a specialisation does not read. */
  readonly unused: GPUBuffer;
  /** Lends a working buffer of that many f32, by name; grows to the largest need. */
  scratch(label: string, length: number): GPUBuffer;
}
