/** The engine's worker: computing never holds up the page. */
import { expose } from 'comlink';
import { shaders } from '../../shaders';
import kernels from '../wasm/kernels.wasm?url';
import { openCpu } from '../wasm/open';
import { openWebGpu } from '../webgpu/device';
import { Engine } from './engine';

expose(
  new Engine({
    openWebGpu: () => openWebGpu(navigator.gpu, shaders),
    openCpu: () => openCpu(async () => (await fetch(kernels)).arrayBuffer()),
  }),
);
