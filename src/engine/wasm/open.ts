import type { Ops } from '../ops';
import { ReferenceOps } from '../reference/ops';
import type { Kernels } from './kernels';
import { createMemory, WasmMemory } from './memory';
import { WasmOps } from './ops';

/**
 * The CPU device: WebAssembly with SIMD, or the plain reference where a runtime has none or lets no page compile it.
 * `info.name` says which. `read` brings kernels.wasm; its failures are thrown.
 */
export async function openCpu(read: () => Promise<BufferSource>): Promise<Ops> {
  if (typeof WebAssembly === 'undefined') return new ReferenceOps();
  const bytes = await read();
  // A runtime without SIMD does not know the module's instructions.
  if (!WebAssembly.validate(bytes)) return new ReferenceOps();
  try {
    return await openWasm(bytes);
  } catch (error) {
    // A page's policy may forbid compiling, or the machine have no room for any memory.
    if (error instanceof WebAssembly.CompileError || error instanceof RangeError) {
      return new ReferenceOps();
    }
    throw error;
  }
}

/** The WebAssembly device itself. Throws what WebAssembly throws. */
export async function openWasm(bytes: BufferSource): Promise<WasmOps> {
  const { memory, limit } = createMemory();
  const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
  const kernels = instance.exports as unknown as Kernels;
  return new WasmOps(kernels, new WasmMemory(memory, limit, kernels.heapBase()));
}
