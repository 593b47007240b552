import type { DeviceInfo } from '../../engine/types';

/**
 * The files that compute what is on the page, as text. Read only when the reader opens them. A glob
 * with whole names, not a pattern: each file here is one that a scene shows.
 */
const FILES: Record<string, () => Promise<string>> = import.meta.glob<string>(
  [
    '../../shaders/selectiveScan.wgsl',
    '../../shaders/selectiveStep.wgsl',
    '../../engine/wasm/assembly/selectiveScan.ts',
    '../../engine/wasm/assembly/selectiveStep.ts',
    '../../engine/reference/selectiveScan.ts',
    '../../engine/reference/selectiveStep.ts',
  ],
  { query: '?raw', import: 'default' },
);

export interface CodeFile {
  /** As the reader would look for it, e.g. `selectiveScan.wgsl`. */
  name: string;
  load(): Promise<string>;
}

/** Where a device's operations are, one file each. */
const PLACES: Record<DeviceInfo['code'], (operation: string) => { name: string; folder: string }> =
  {
    shaders: (operation) => ({ name: `${operation}.wgsl`, folder: '../../shaders/' }),
    wasm: (operation) => ({ name: `wasm/assembly/${operation}.ts`, folder: '../../engine/' }),
    reference: (operation) => ({ name: `reference/${operation}.ts`, folder: '../../engine/' }),
  };

/** The file that runs an operation on a device. */
export function codeFile(operation: string, code: DeviceInfo['code']): CodeFile {
  const { name, folder } = PLACES[code](operation);
  const path = folder + name;
  const load = FILES[path];
  return { name, load: load ?? (() => Promise.reject(new Error(`${path} is not listed.`))) };
}
