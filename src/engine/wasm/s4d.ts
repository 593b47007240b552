import type { S4dScanArgs } from '../ops';
import { addressOf, roundUp } from './tensor';
import { planesOf, type Workspace } from './workspace';

/** Runs S4D's recurrence. */
export function runS4dScan(workspace: Workspace, args: S4dScanArgs): void {
  const { rows, x, xz, ssm, turn, h, y, probe } = args;
  const [E, width] = h.shape as [number, number];
  const N = width / 2;
  const length = roundUp(E, 4) * (5 + 4 * N);
  // Not-a-number equals no turn, so everything is worked out at first.
  const table = workspace.table(ssm, length, (at) =>
    workspace.memory.f32.fill(Number.NaN, at / 4, at / 4 + length),
  );
  workspace.kernels.s4dScan(
    rows,
    E,
    N,
    addressOf(x),
    addressOf(xz),
    addressOf(ssm),
    addressOf(turn.table),
    table,
    addressOf(h),
    addressOf(y),
    ...planesOf(probe),
    workspace.scratch(8 * N),
  );
}
