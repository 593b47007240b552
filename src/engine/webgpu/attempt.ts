import { OutOfMemoryError } from '../errors';
import type { CommandQueue } from './queue';

/**
 * Runs work that makes buffers. If the device finds no room for them, or the work fails in another way, the buffers
 * are destroyed; rejects with OutOfMemoryError or with what went wrong.
 */
export async function attempt<T>(
  device: GPUDevice,
  queue: CommandQueue,
  work: () => T,
): Promise<T> {
  // A buffer without memory is invalid, and so is all that is done with it: that is heard here, not elsewhere.
  device.pushErrorScope('validation');
  device.pushErrorScope('out-of-memory');
  const made: GPUBuffer[] = (queue.made = []);
  let result: { value: T } | { thrown: unknown };
  try {
    result = { value: work() };
  } catch (thrown) {
    result = { thrown };
  }
  queue.made = null;
  const [noRoom, invalid] = await Promise.all([device.popErrorScope(), device.popErrorScope()]);
  if ('value' in result && !noRoom && !invalid) return result.value;
  queue.forget(made);
  for (const buffer of made) buffer.destroy();
  if (noRoom) throw new OutOfMemoryError(noRoom.message);
  if ('thrown' in result) throw result.thrown;
  throw new Error(`WebGPU: ${invalid!.message}`);
}
