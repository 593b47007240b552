/** A WebGPU device whose shaders count what they read and write. */
import { nodeGpu, readShaders } from '../node/webgpu';
import type { ShaderSources } from '../webgpu/kernels';
import { WebGpuOps } from '../webgpu/ops';
import type { CommandQueue, Dispatch } from '../webgpu/queue';
import { countedBytes, counterLength, instrument } from './counting';

export interface CountedDispatch {
  dispatch: Dispatch;
  /** Bytes by binding. */
  counted: Record<string, { read: number; written: number }>;
}

export interface CountedOps {
  ops: WebGpuOps;
  /** Does `work` and returns its dispatches with what each of them read and wrote. */
  count(work: () => void): Promise<CountedDispatch[]>;
}

/**
 * Opens it, with the kernels of an emulated GPU (`software`) or of a real one. The counters take one binding more than
 * WebGPU's default allows. What is counted is the source as it is written: the compiler unrolls it afterwards, and a
 * loop asks for the same then.
 */
export async function openCounted(software: boolean): Promise<CountedOps> {
  const adapter = await (await nodeGpu()).requestAdapter();
  if (!adapter) throw new Error('No WebGPU adapter.');
  const { maxStorageBuffersPerShaderStage } = adapter.limits;
  const device = await adapter.requestDevice({
    requiredLimits: { maxStorageBuffersPerShaderStage },
  });
  const sources = readShaders();
  const entries = Object.entries(sources).map(([name, source]) => [name, instrument(source)]);
  const counting = Object.fromEntries(entries) as ShaderSources;
  const ops = new WebGpuOps(device, 'counting', counting, software);
  // The queue is the device's own affair; a counter is handed to every dispatch behind its back.
  const { queue } = ops as unknown as { queue: CommandQueue };
  let counters: { label: string; shape: number[]; buffer: GPUBuffer }[] = [];
  const plain = queue.dispatch.bind(queue);
  queue.dispatch = (kernel, buffers, params, workgroups) => {
    const length = counterLength(kernel.shader);
    const buffer = queue.storage('counters', 4 * length);
    counters.push({ label: 'counters', shape: [length], buffer });
    plain(kernel, { ...buffers, counters: buffer }, params, workgroups);
  };
  return {
    ops,
    async count(work) {
      counters = [];
      const dispatches = ops.meter.dispatches(work);
      const read = await ops.collect(counters.map((c) => ops.capture(c, 0, c.shape[0]!)));
      return dispatches.map((dispatch, i) => ({
        dispatch,
        counted: countedBytes(
          sources[dispatch.name as keyof ShaderSources],
          new Uint32Array(read[i]!.buffer),
        ),
      }));
    },
  };
}
