import { readFileSync } from 'node:fs';
import { SHADER_NAMES, type ShaderSources } from '../webgpu/kernels';
import { openWebGpu } from '../webgpu/device';
import type { WebGpuOps } from '../webgpu/ops';

/** The shader files as text, read from disk: outside a bundler there is no `?raw`. */
export function readShaders(): ShaderSources {
  const entries = SHADER_NAMES.map((name) => {
    const url = new URL(`../../shaders/${name}.wgsl`, import.meta.url);
    return [name, readFileSync(url, 'utf8')] as const;
  });
  return Object.fromEntries(entries) as ShaderSources;
}

/** Dawn's instances must outlive their devices: one that is garbage-collected takes the process down. */
const instances: GPU[] = [];

/**
 * Opens WebGPU in Node through Dawn (npm `webgpu`). Throws NoWebGpuError if there is no adapter; the process
 * must have been started with `vulkanEnvironment()` where the machine has no graphics card. `software`: which shapes of
 * kernels, as in openWebGpu; the adapter decides if it is left out. `watched` may stand itself between the engine and
 * Dawn, for tests that count what is asked of it.
 */
export async function openNodeWebGpu({
  software,
  watched = (gpu) => gpu,
}: {
  software?: boolean;
  watched?: (gpu: GPU) => GPU;
} = {}): Promise<WebGpuOps> {
  const { create, globals } = await import('webgpu');
  Object.assign(globalThis, globals);
  const gpu = create([]);
  instances.push(gpu);
  return await openWebGpu(watched(gpu), readShaders(), software);
}
