import type { SsdArgs, SsdChunkedArgs, SsdRecurrenceArgs } from '../ops';
import { addressOf, roundUp } from './tensor';
import { planesOf, TILE, type Workspace } from './workspace';

/** Runs SSD token by token. */
export function runSsdRecurrence(workspace: Workspace, args: SsdRecurrenceArgs): void {
  const { rows, xbc, ssm, h, y, nGroups: G, probe } = args;
  const [H, P, N] = h.shape as [number, number, number];
  const [deltaPlane, moved, norm, states] = planesOf(probe);
  const { delta, exponent } = runDelta(workspace, args, deltaPlane, 0);
  workspace.kernels.ssdRecurrence(
    rows,
    H,
    P,
    N,
    G,
    addressOf(xbc),
    delta,
    exponent,
    addressOf(ssm),
    addressOf(h),
    addressOf(y),
    moved,
    norm,
    states,
  );
}

/** Runs SSD by chunks. */
export function runSsdChunked(workspace: Workspace, args: SsdChunkedArgs): void {
  const { rows, xbc, ssm, h, y, nGroups: G } = args;
  const [H, P, N] = h.shape as [number, number, number];
  const Q = Math.min(args.chunkSize, rows);
  // As ssdChunked.ts asks.
  const length =
    (4 + N) * roundUp(Q, 4) +
    (roundUp(N, 4) + 2 * roundUp(Q, 4)) * roundUp(Q, 8) +
    (2 * Q + roundUp(N, 4)) * roundUp(P, 8) +
    2 * TILE;
  const { delta, exponent, room } = runDelta(workspace, args, 0, length);
  workspace.kernels.ssdChunked(
    rows,
    Q,
    H,
    P,
    N,
    G,
    addressOf(xbc),
    delta,
    exponent,
    addressOf(ssm),
    addressOf(h),
    addressOf(y),
    room,
  );
}

/** Δ and ΔA of every token and head, where `plane` asks for Δ there too, and room for `length` numbers more. */
function runDelta(workspace: Workspace, args: SsdArgs, plane: number, length: number) {
  const { rows, zxbcdt, ssm, h, deltaLimit, deltaScale, aScale } = args;
  const H = h.shape[0]!;
  const each = rows * roundUp(H, 4);
  const delta = workspace.scratch(2 * each + length);
  const exponent = delta + 4 * each;
  workspace.kernels.ssdDelta(
    rows,
    H,
    addressOf(zxbcdt),
    zxbcdt.shape.at(-1)!,
    addressOf(ssm),
    ...deltaLimit,
    deltaScale,
    aScale,
    delta,
    exponent,
    plane,
  );
  return { delta, exponent, room: exponent + 4 * each };
}
