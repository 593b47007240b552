import { readFile } from 'node:fs/promises';
import { totalmem } from 'node:os';
import type { Ops } from '../ops';
import { openCpu } from '../wasm/open';

/** The compiled kernels, read from disk: outside a bundler there is no `?url`. */
export const readKernels = (): Promise<Uint8Array<ArrayBuffer>> =>
  readFile(new URL('../wasm/kernels.wasm', import.meta.url)) as Promise<Uint8Array<ArrayBuffer>>;

/** Opens the CPU in Node: WebAssembly, which every Node that this runs on has. */
export const openNodeCpu = (): Promise<Ops> => openCpu(readKernels, totalmem());
