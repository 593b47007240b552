import { fileURLToPath } from 'node:url';

/** No allocator and no collector: the kernels work on addresses that they are given. */
const OPTIONS = ['--runtime', 'stub', '--use', 'abort=', '--importMemory', '--noExportMemory'];
const SPEED = ['-O3', '--noAssert', '--enable', 'simd'];

/**
 * Compiles a file of wasm/assembly/ from AssemblyScript. Throws with the compiler's words if it does not compile. The
 * same compiler gives the same bytes; its version is pinned, since kernels.wasm is committed.
 */
export async function compileKernels(entry = 'index.ts'): Promise<Uint8Array<ArrayBuffer>> {
  const baseDir = fileURLToPath(new URL('../wasm', import.meta.url));
  // The other commands run without the compiler.
  const { main } = await import('assemblyscript/asc');
  let binary = new Uint8Array();
  const { error, stderr } = await main(
    [`assembly/${entry}`, '--baseDir', baseDir, '-o', 'kernels.wasm', ...OPTIONS, ...SPEED],
    {
      writeFile(_name, contents) {
        binary = Uint8Array.from(contents as Uint8Array);
      },
    },
  );
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return binary;
}
