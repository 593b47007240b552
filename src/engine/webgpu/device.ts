import { NoWebGpuError } from '../errors';
import type { ShaderSources } from './kernels';
import { WebGpuOps } from './ops';

/**
 * Opens the default adapter of a WebGPU implementation (the browser's `navigator.gpu`, or Dawn's in Node).
 * Asks for nothing beyond WebGPU's default limits. Throws NoWebGpuError with a sentence for the reader.
 */
export async function openWebGpu(gpu: GPU | undefined, sources: ShaderSources): Promise<WebGpuOps> {
  if (!gpu) throw new NoWebGpuError('This browser has no WebGPU, or it is switched off.');
  const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new NoWebGpuError('WebGPU is here, but it found no graphics adapter to use.');
  let device: GPUDevice;
  try {
    device = await adapter.requestDevice({ label: 'inside-mamba' });
  } catch (error) {
    throw new NoWebGpuError(`The graphics adapter refused a device (${String(error)}).`);
  }
  return new WebGpuOps(device, adapterName(adapter.info), sources);
}

/** What the adapter calls itself, shortest useful form first. */
function adapterName({ description, device, vendor, architecture }: GPUAdapterInfo): string {
  return description || device || [vendor, architecture].filter(Boolean).join(' ') || 'GPU';
}
