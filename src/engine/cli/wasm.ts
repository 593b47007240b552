import { writeFileSync } from 'node:fs';
import { compileKernels } from '../node/compileKernels';

/** `wasm`: compiles the CPU's kernels anew. The result is committed; a test holds it against its sources. */
export async function main(): Promise<void> {
  const binary = await compileKernels();
  writeFileSync(new URL('../wasm/kernels.wasm', import.meta.url), binary);
  console.log(`Wrote src/engine/wasm/kernels.wasm (${binary.byteLength} bytes).`);
}
