import { NoWebGpuError } from '../errors';
import type { ShaderSources } from './kernels';
import { WebGpuOps } from './ops';

/**
 * Opens the default adapter of a WebGPU implementation (the browser's `navigator.gpu`, or Dawn's in Node).
 * Of the limits only the size of buffers is asked for beyond WebGPU's defaults: an embedding in f32 can be larger than
 * 128 MB. `software` says whether a CPU emulates the GPU, which then gets kernels of another shape; the adapter itself
 * is asked if it is left out. Throws NoWebGpuError with a sentence for the reader.
 */
export async function openWebGpu(
  gpu: GPU | undefined,
  sources: ShaderSources,
  software?: boolean,
): Promise<WebGpuOps> {
  if (!gpu) throw new NoWebGpuError('This browser has no WebGPU, or it is switched off.');
  const adapter = await gpu
    .requestAdapter({ powerPreference: 'high-performance' })
    .catch((error: unknown) => {
      throw new NoWebGpuError(`WebGPU is here, but it failed to start (${String(error)}).`);
    });
  if (!adapter) throw new NoWebGpuError('WebGPU is here, but it found no graphics adapter to use.');
  const { maxBufferSize, maxStorageBufferBindingSize } = adapter.limits;
  let device: GPUDevice;
  try {
    device = await adapter.requestDevice({
      label: 'inside-mamba',
      requiredLimits: { maxBufferSize, maxStorageBufferBindingSize },
    });
  } catch (error) {
    throw new NoWebGpuError(`The graphics adapter refused a device (${String(error)}).`);
  }
  const emulated = software ?? adapter.info.isFallbackAdapter;
  return new WebGpuOps(device, adapterName(adapter.info), sources, emulated);
}

/** What the adapter calls itself, shortest useful form first. */
function adapterName({ description, device, vendor, architecture }: GPUAdapterInfo): string {
  return description || device || [vendor, architecture].filter(Boolean).join(' ') || 'GPU';
}
