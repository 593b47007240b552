/** The engine's worker: computing never holds up the page. */
import { expose } from 'comlink';
import { shaders } from '../../shaders';
import { openWebGpu } from '../webgpu/device';
import { Engine } from './engine';

const open = () => openWebGpu(navigator.gpu, shaders);
expose(new Engine({ openWebGpu: open, openWebGpuToMeasure: open }));
