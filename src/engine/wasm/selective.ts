import type { SelectiveArgs, SelectiveScanArgs, SelectiveStepArgs } from '../ops';
import { addressOf, roundUp } from './tensor';
import { planesOf, TILE, type Workspace } from './workspace';

/** Runs the selective scan over L tokens. */
export function runSelectiveScan(workspace: Workspace, args: SelectiveScanArgs): void {
  const { rows, x, xz, dt, dbc, h, y, deltaScale, aScale, probe } = args;
  const [E, N] = h.shape as [number, number];
  workspace.kernels.selectiveScan(
    rows,
    E,
    N,
    addressOf(x),
    addressOf(xz),
    addressOf(dt),
    addressOf(dbc),
    dbc.shape.at(-1)!,
    tableOf(workspace, args),
    addressOf(h),
    addressOf(y),
    deltaScale,
    aScale,
    ...planesOf(probe),
    workspace.scratch(scratchLength(rows, E, N)),
  );
}

/** Runs one token of it, dt_proj included. */
export function runSelectiveStep(workspace: Workspace, args: SelectiveStepArgs): void {
  const { x, xz, dbc, dtWeight, h, y, deltaScale, aScale, probe } = args;
  const [E, N] = h.shape as [number, number];
  workspace.kernels.selectiveStep(
    E,
    N,
    dtWeight.cols,
    addressOf(x),
    addressOf(xz),
    addressOf(dbc),
    dbc.shape.at(-1)!,
    addressOf(dtWeight),
    tableOf(workspace, args),
    addressOf(h),
    addressOf(y),
    deltaScale,
    aScale,
    ...planesOf(probe),
    workspace.scratch(TILE + E + scratchLength(1, E, N)),
  );
}

/** A, D and the bias of Δ as the scan reads them. */
function tableOf(workspace: Workspace, { ssm, h }: SelectiveArgs): number {
  const [E, N] = h.shape as [number, number];
  return workspace.table(ssm, roundUp(E, 4) * (N + 2), (at) =>
    workspace.kernels.selectiveTable(E, N, addressOf(ssm), at),
  );
}

/** As selectiveScan.ts asks. */
const scratchLength = (rows: number, E: number, N: number): number => 4 * N + 2 * rows * (E + 20);
