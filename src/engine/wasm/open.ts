import type { Ops } from '../ops';
import { ReferenceOps } from '../reference/ops';
import type { Kernels } from './kernels';
import { createMemory, WasmMemory } from './memory';
import { WasmOps } from './ops';

/**
 * The CPU device: WebAssembly with SIMD, or else the plain reference; `info.name` says which. `read` brings kernels.wasm.
 * Slow is better than nothing: it is the reference too where the file cannot be had (the network may be gone by now),
 * where a page's policy forbids compiling, and where there is no room for the memory. A runtime without SIMD does not
 * know the module's instructions. `memoryBytes`: what the machine has, where that is known.
 */
export async function openCpu(
  read: () => Promise<BufferSource>,
  memoryBytes = Infinity,
): Promise<Ops> {
  const bytes = typeof WebAssembly === 'undefined' ? null : await read().catch(() => null);
  if (!bytes || !WebAssembly.validate(bytes)) return new ReferenceOps(memoryBytes);
  try {
    return await openWasm(bytes, memoryBytes);
  } catch (error) {
    const refused = error instanceof WebAssembly.CompileError || error instanceof RangeError;
    if (!refused) throw error;
    return new ReferenceOps(memoryBytes);
  }
}

/** The WebAssembly device itself. Throws what WebAssembly throws. */
export async function openWasm(bytes: BufferSource, memoryBytes = Infinity): Promise<WasmOps> {
  const { memory, limit } = createMemory();
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  const kernels = instance.exports as unknown as Kernels;
  return new WasmOps(kernels, new WasmMemory(memory, limit, kernels.heapBase()), memoryBytes);
}
