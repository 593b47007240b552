import { openNodeWebGpu } from '../node/webgpu';
import type { WebGpuOps } from '../webgpu/ops';

/** What a WebGPU device was asked for. */
export interface Watched {
  ops: WebGpuOps;
  /** Each dispatch recorded so far: its shader and its workgroups, as `linear 8 4 1`. */
  dispatches: string[];
  /** Bytes of each buffer that lives. */
  buffers: Map<GPUBuffer, number>;
}

/** Opens Dawn's device with an eye on it. `change` may alter the device before the engine gets it. */
export async function openWatched(
  change: (device: GPUDevice) => void = () => {},
): Promise<Watched> {
  const dispatches: string[] = [];
  const buffers = new Map<GPUBuffer, number>();
  const watch = (device: GPUDevice): GPUDevice => {
    change(device);
    after(device, 'createBuffer', (buffer, [{ size }]) => {
      buffers.set(buffer, size);
      after(buffer, 'destroy', () => void buffers.delete(buffer));
    });
    after(device, 'createCommandEncoder', (encoder) =>
      after(encoder, 'beginComputePass', (pass) => {
        let shader = '';
        after(pass, 'setPipeline', (_, [pipeline]) => {
          shader = pipeline.label;
        });
        after(pass, 'dispatchWorkgroups', (_, [x, y = 1, z = 1]) => {
          dispatches.push(`${shader} ${x} ${y} ${z}`);
        });
      }),
    );
    return device;
  };
  const ops = await openNodeWebGpu({
    watched: (gpu) =>
      ({
        requestAdapter: async (options) => {
          const adapter = await gpu.requestAdapter(options);
          return (
            adapter &&
            ({
              info: adapter.info,
              limits: adapter.limits,
              features: adapter.features,
              requestDevice: async (wish) => watch(await adapter.requestDevice(wish)),
            } as GPUAdapter)
          );
        },
      }) as GPU,
  });
  return { ops, dispatches, buffers };
}

/** Refuses memory beyond a budget, as a real device does: a buffer of no use, and an error for who asks. */
export function limit(device: GPUDevice, budget: { bytes: number }): void {
  let short = false;
  const createBuffer = device.createBuffer.bind(device);
  const popErrorScope = device.popErrorScope.bind(device);
  device.createBuffer = (descriptor) => {
    budget.bytes -= descriptor.size;
    if (budget.bytes < 0) short = true;
    return createBuffer(descriptor);
  };
  device.popErrorScope = async () => {
    const error = await popErrorScope();
    if (!short || error) return error;
    short = false;
    return { message: 'not enough memory left' };
  };
}

type Method<A extends unknown[], R> = (...args: A) => R;
type Arguments<F> = F extends Method<infer A, unknown> ? A : never;
type Result<F> = F extends Method<never[], infer R> ? R : never;

/** Hears of every call of one method of one object. */
function after<T extends object, K extends keyof T>(
  object: T,
  name: K,
  hear: (result: Result<T[K]>, args: Arguments<T[K]>) => void,
): void {
  const original = object[name] as Method<Arguments<T[K]>, Result<T[K]>>;
  const value = (...args: Arguments<T[K]>): Result<T[K]> => {
    const result = original.apply(object, args);
    hear(result, args);
    return result;
  };
  Object.defineProperty(object, name, { value, configurable: true });
}
