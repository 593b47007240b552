import { describe, expect, it } from 'vitest';
import { NoWebGpuError } from '../errors';
import { readShaders } from '../node/webgpu';
import { openWebGpu } from './device';

const sources = readShaders();
const features = new Set<string>();
const limits = { maxBufferSize: 2 ** 31, maxStorageBufferBindingSize: 2 ** 30 };

/** A WebGPU whose adapter is made for the test. */
const gpuWith = (adapter: () => Promise<unknown>) =>
  ({ requestAdapter: adapter }) as unknown as GPU;

/** What opening fails with. */
async function failure(gpu: GPU | undefined): Promise<unknown> {
  return await openWebGpu(gpu, sources).then(
    () => null,
    (error: unknown) => error,
  );
}

describe('openWebGpu', () => {
  it('says in words for a reader why there is no device', async () => {
    const refusing = {
      info: {},
      limits,
      features,
      requestDevice: () => Promise.reject(new Error('adapter consumed')),
    };
    const cases: [GPU | undefined, RegExp][] = [
      [undefined, /no WebGPU/],
      [gpuWith(async () => null), /no graphics adapter/],
      [gpuWith(() => Promise.reject(new Error('blocked'))), /failed to start.*blocked/],
      [gpuWith(async () => refusing), /refused a device.*adapter consumed/],
    ];
    for (const [gpu, words] of cases) {
      const error = await failure(gpu);
      expect(error).toBeInstanceOf(NoWebGpuError);
      expect((error as Error).message).toMatch(words);
    }
  });

  it('asks for buffers as large as the adapter can have, since weights may need them, and for a clock', async () => {
    let asked: GPUDeviceDescriptor | undefined;
    const adapter = {
      info: {},
      limits,
      features: new Set(['timestamp-query', 'shader-f16']),
      requestDevice: (descriptor: GPUDeviceDescriptor) => {
        asked = descriptor;
        return Promise.reject(new Error('seen'));
      },
    };
    await failure(gpuWith(async () => adapter));
    expect(asked!.requiredLimits).toEqual(limits);
    expect(asked!.requiredFeatures).toEqual(['timestamp-query']);
  });
});
