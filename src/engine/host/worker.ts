/** The engine's worker: computing never holds up the page. */
import { expose } from 'comlink';
import { shaders } from '../../shaders';
import { openWebGpu } from '../webgpu/device';
import { Engine } from './engine';

/** Not every browser tells, and those that do round down: gigabytes. */
const { deviceMemory = Infinity } = navigator as { deviceMemory?: number };

expose(
  new Engine({
    openWebGpu: () => openWebGpu(navigator.gpu, shaders),
    memoryBytes: 2 ** 30 * deviceMemory,
  }),
);
