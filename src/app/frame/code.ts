import type { DeviceKind } from '../../engine/types';

/**
 * The files that compute what is on the page, as text. Read only when the reader opens them. A glob
 * with whole names, not a pattern: each file here is one that a scene shows.
 */
const FILES: Record<string, () => Promise<string>> = import.meta.glob<string>(
  [
    '../../shaders/selectiveScan.wgsl',
    '../../shaders/selectiveStep.wgsl',
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

/** The file that runs an operation on a device. */
export function codeFile(operation: string, kind: DeviceKind): CodeFile {
  const name = kind === 'webgpu' ? `${operation}.wgsl` : `reference/${operation}.ts`;
  const path = kind === 'webgpu' ? `../../shaders/${name}` : `../../engine/${name}`;
  const load = FILES[path];
  return { name, load: load ?? (() => Promise.reject(new Error(`${path} is not listed.`))) };
}
