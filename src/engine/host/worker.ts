/** The engine's worker: computing never holds up the page. */
import { expose } from 'comlink';
import { shaders } from '../../shaders';
import kernels from '../wasm/kernels.wasm?url';
import { openCpu } from '../wasm/open';
import { openWebGpu } from '../webgpu/device';
import { Engine } from './engine';

/** Not every browser tells, and those that do round down: gigabytes. */
const { deviceMemory = Infinity } = navigator as { deviceMemory?: number };
const memoryBytes = 2 ** 30 * deviceMemory;
const open = () => openWebGpu(navigator.gpu, shaders);

expose(
  new Engine({
    openWebGpu: open,
    openWebGpuToMeasure: open,
    openCpu: () => openCpu(async () => (await fetch(kernels)).arrayBuffer(), memoryBytes),
  }),
);
