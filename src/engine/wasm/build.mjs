/** Compiles the kernels: `npm run wasm` writes kernels.wasm, which is committed; a test compares it with its sources. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

/** No allocator and no collector: the kernels work on addresses that they are given. */
const OPTIONS = ['--runtime', 'stub', '--use', 'abort=', '--importMemory', '--noExportMemory'];
const OPTIMISE = ['-O3', '--converge', '--noAssert', '--enable', 'simd'];

/** The bytes of the module. Throws with the compiler's words if the sources do not compile. */
export async function compileKernels() {
  const baseDir = fileURLToPath(new URL('.', import.meta.url));
  let binary;
  const { error, stderr } = await asc.main(
    ['assembly/index.ts', '--baseDir', baseDir, '-o', 'kernels.wasm', ...OPTIONS, ...OPTIMISE],
    { writeFile: (_name, contents) => (binary = contents) },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return binary;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const binary = await compileKernels();
  writeFileSync(new URL('kernels.wasm', import.meta.url), binary);
  process.stdout.write(`kernels.wasm: ${binary.byteLength} bytes\n`);
}
