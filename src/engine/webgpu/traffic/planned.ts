/**
 * What the selective scan would ask of memory at some size, without a device: its dispatches are written down by the
 * very functions that make them, in the place of a GPU, and their shaders' declarations say the bytes.
 */
import type { Tensor } from '../../ops';
import type { Gpu } from '../gpu';
import type { Kernel, Kernels } from '../kernels';
import type { CommandQueue, Dispatch } from '../queue';
import { dispatchSelectiveScan } from '../selective';
import { dispatchContract, dispatchDiscretise, dispatchScanMaterialised } from '../unfused';
import { trafficOf, type Traffic } from '.';

/** L tokens, E channels, N states a channel. */
export interface PlannedSize {
  L: number;
  E: number;
  N: number;
}

/** One dispatch: its shader's name, and bytes by the shader's bindings. */
export interface PlannedKernel {
  name: string;
  traffic: Traffic;
}

/** Columns of `dbc` before B and C, as the benchmark has them; no kernel here reads them. */
const RANK = 1;

const shaped = (...shape: number[]): Tensor => ({ label: 'planned', shape });

/** Stands in for kernels and queue, and keeps what is dispatched. */
function recorder(): { gpu: Gpu; dispatches: Dispatch[] } {
  const dispatches: Dispatch[] = [];
  const buffer = null as unknown as GPUBuffer;
  const kernels = {
    get: (name: string, constants: Kernel['constants'] = {}) => ({ name, constants }),
  } as unknown as Kernels;
  const queue = {
    dispatch(
      { name, constants }: { name: string; constants: Kernel['constants'] },
      _buffers: unknown,
      params: Dispatch['params'],
      [x, y = 1, z = 1]: readonly [number, number?, number?],
    ) {
      dispatches.push({ name, constants, params, workgroups: [x, y, z] });
    },
  } as unknown as CommandQueue;
  return { gpu: { kernels, queue, unused: buffer, scratch: () => buffer }, dispatches };
}

/** Bytes that the kernels of one sequence ask for, each way. `software`: a CPU emulates the GPU. */
export function plannedScan(
  { L, E, N }: PlannedSize,
  software: boolean,
): { fused: PlannedKernel[]; unfused: PlannedKernel[] } {
  const args = {
    rows: L,
    x: shaped(L, E),
    xz: shaped(L, 2 * E),
    dt: shaped(L, E),
    dbc: shaped(L, RANK + 2 * N),
    ssm: shaped(E, N + 2),
    Abar: shaped(L, E, N),
    Bx: shaped(L, E, N),
    hs: shaped(L, E, N),
    h: shaped(E, N),
    y: shaped(L, E),
    turn: { table: shaped(4 * E + 2 * N), holdB: false, holdC: false },
  };
  const one = recorder();
  const { kernels, queue, unused, scratch } = one.gpu;
  dispatchSelectiveScan(kernels, queue, args, unused, scratch, software);
  const three = recorder();
  dispatchDiscretise(three.gpu, args);
  dispatchScanMaterialised(three.gpu, args);
  dispatchContract(three.gpu, args);
  const planned = (dispatches: readonly Dispatch[]): PlannedKernel[] =>
    dispatches.map((dispatch) => ({ name: dispatch.name, traffic: trafficOf(dispatch) }));
  return { fused: planned(one.dispatches), unfused: planned(three.dispatches) };
}
