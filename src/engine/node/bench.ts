import { basename } from 'node:path';
import type { BenchPlace } from '../bench/run';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { openNodeCpu } from './wasm';
import { openNodeWebGpuToMeasure } from './webgpu';

/** The benchmark in Node, with models from these folders. */
export const nodeBench = (folders: readonly string[]): BenchPlace => ({
  openGpu: openNodeWebGpuToMeasure,
  openCpu: openNodeCpu,
  models: folders.map((folder) => ({
    name: basename(folder),
    load: (signal) => loadCheckpoint(folderSource(folder), { signal }),
  })),
});
