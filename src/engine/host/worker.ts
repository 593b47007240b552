/** The engine's worker: computing never holds up the page. */
import { expose } from 'comlink';
import { shaders } from '../../shaders';
import kernels from '../wasm/kernels.wasm?url';
import { openCpu } from '../wasm/open';
import { openWebGpu } from '../webgpu/device';
import { Engine } from './engine';

/** Gigabytes. Not every browser tells, those that do round down, and none says more than 8, which is then no limit. */
const { deviceMemory = Infinity } = navigator as { deviceMemory?: number };
const memoryBytes = deviceMemory < 8 ? 2 ** 30 * deviceMemory : Infinity;
const open = () => openWebGpu(navigator.gpu, shaders);

expose(
  new Engine({
    openWebGpu: open,
    openWebGpuToMeasure: open,
    openCpu: () => openCpu(async () => (await fetch(kernels)).arrayBuffer(), memoryBytes),
  }),
);
