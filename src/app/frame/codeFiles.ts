import type { DeviceInfo } from '../../engine/types';

/** The files that compute what is on the page, as text. Read only when the reader opens them. */
const FILES: Partial<Record<string, () => Promise<string>>> = import.meta.glob<string>(
  [
    '../../shaders/*.wgsl',
    '../../engine/wasm/assembly/*.ts',
    '../../engine/reference/*.ts',
    '!../../**/*.test.ts',
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

/** Operations that a CPU does in one go with others: the file that they stand in. The shaders have one each. */
const TOGETHER: Record<DeviceInfo['code'], Partial<Record<string, string>>> = {
  shaders: {},
  wasm: {
    ssdSegsum: 'ssdChunked',
    ssdScores: 'ssdSteps',
    ssdChunkState: 'ssdSteps',
    ssdPassing: 'ssdSteps',
    ssdOutput: 'ssdSteps',
  },
  reference: {
    ssdSegsum: 'ssdChunked',
    ssdScores: 'ssdChunked',
    ssdChunkState: 'ssdChunked',
    ssdPassing: 'ssdChunked',
    ssdOutput: 'ssdChunked',
  },
};

/** The file that runs an operation on a device; null if there is none of that name. */
export function codeFile(operation: string, code: DeviceInfo['code']): CodeFile | null {
  const { name, folder } = PLACES[code](TOGETHER[code][operation] ?? operation);
  const load = FILES[folder + name];
  return load ? { name, load } : null;
}

/** The files of some operations that run on a device, in their order, each once. */
export const codeFiles = (operations: readonly string[], code: DeviceInfo['code']): CodeFile[] =>
  operations
    .map((operation) => codeFile(operation, code))
    .filter((file) => file !== null)
    .filter(({ name }, i, all) => all.findIndex((file) => file.name === name) === i);
