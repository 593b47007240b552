import { linearShaders } from '../../engine/linearShaders';
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
  /** When it runs, where other files do the same work at other times. */
  when?: 'one' | 'many';
  load(): Promise<string>;
}

/** Where the code is that computes, and what decides which of it. */
export type CodePlace = Pick<DeviceInfo, 'code' | 'software'>;

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
export function codeFile(
  operation: string,
  code: DeviceInfo['code'],
  when?: CodeFile['when'],
): CodeFile | null {
  const { name, folder } = PLACES[code](TOGETHER[code][operation] ?? operation);
  const load = FILES[folder + name];
  return load ? { name, when, load } : null;
}

/** The files of one operation that run on a device: one, of `linear` on a GPU two, or none. */
function filesOf(operation: string, { code, software = false }: CodePlace): (CodeFile | null)[] {
  if (operation !== 'linear' || code !== 'shaders') return [codeFile(operation, code)];
  const { many, one } = linearShaders(software);
  return [codeFile(many, code, 'many'), codeFile(one, code, 'one')];
}

/** The files of some operations that run on a device, in their order, each once. */
export const codeFiles = (operations: readonly string[], place: CodePlace): CodeFile[] =>
  operations
    .flatMap((operation) => filesOf(operation, place))
    .filter((file) => file !== null)
    .filter(({ name }, i, all) => all.findIndex((file) => file.name === name) === i);
