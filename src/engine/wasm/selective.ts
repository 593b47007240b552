import type { SelectiveArgs, SelectiveScanArgs, SelectiveStepArgs } from '../ops';
import { addressOf, roundUp } from './tensor';
import { planesOf, rowsOf, TILE, type Workspace } from './workspace';

/** Runs the selective scan over L tokens. */
export function runSelectiveScan(workspace: Workspace, args: SelectiveScanArgs): void {
  const { rows, x, xz, turn, h, y, probe } = args;
  const [E, N] = h.shape as [number, number];
  const { B, C } = sharedOf(args);
  workspace.kernels.selectiveScan(
    rows,
    E,
    N,
    addressOf(x),
    addressOf(xz),
    B.at,
    B.stride,
    C.at,
    C.stride,
    addressOf(turn.table),
    tableOf(workspace, args),
    addressOf(h),
    addressOf(y),
    ...planesOf(probe),
    workspace.scratch(scratchLength(rows, E, N)),
  );
}

/** Runs one token of it, dt_proj included. */
export function runSelectiveStep(workspace: Workspace, args: SelectiveStepArgs): void {
  const { xz, dbc, dtWeight, turn, h, y, probe } = args;
  const [E, N] = h.shape as [number, number];
  const { B, C } = sharedOf(args);
  workspace.kernels.selectiveStep(
    E,
    N,
    dtWeight.cols,
    addressOf(xz),
    addressOf(dbc),
    addressOf(dtWeight),
    B.at,
    C.at,
    addressOf(turn.table),
    tableOf(workspace, args),
    addressOf(h),
    addressOf(y),
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

/** B and C: the last columns of dbc, unless they are held. */
function sharedOf({ dbc, h, turn }: SelectiveArgs) {
  const [E, N] = h.shape as [number, number];
  const stride = dbc.shape.at(-1)!;
  return rowsOf(turn, E, N, { at: addressOf(dbc) + 4 * (stride - 2 * N), stride });
}

/** As selectiveScan.ts asks. */
const scratchLength = (rows: number, E: number, N: number): number => 4 * N + 2 * rows * (E + 20);
