import type { SsdArgs, SsdChunkedArgs, SsdRecurrenceArgs } from '../ops';
import { addressOf, roundUp } from './tensor';
import { planesOf, rowsOf, TILE, type Workspace } from './workspace';

/** Runs SSD token by token. */
export function runSsdRecurrence(workspace: Workspace, args: SsdRecurrenceArgs): void {
  const { rows, h, nGroups: G, probe } = args;
  const [H, P, N] = h.shape as [number, number, number];
  const [, moved, norm, states] = planesOf(probe);
  const { given } = runDelta(workspace, args, 0);
  workspace.kernels.ssdRecurrence(rows, H, P, N, G, ...given, moved, norm, states);
}

/** Runs SSD by chunks. */
export function runSsdChunked(workspace: Workspace, args: SsdChunkedArgs): void {
  const { rows, h, nGroups: G } = args;
  const [H, P, N] = h.shape as [number, number, number];
  const Q = Math.min(args.chunkSize, rows);
  // As ssdChunked.ts asks.
  const length =
    (4 + N) * roundUp(Q, 4) +
    (roundUp(N, 4) + 2 * roundUp(Q, 4)) * roundUp(Q, 8) +
    (2 * Q + roundUp(N, 4)) * roundUp(P, 8) +
    2 * TILE;
  const { given, room } = runDelta(workspace, args, length);
  workspace.kernels.ssdChunked(rows, Q, H, P, N, G, ...given, room);
}

/**
 * Works out Δ and ΔA of every token and head. Returns what both forms are given, x … y in their order, and room for
 * `length` numbers more.
 */
function runDelta(workspace: Workspace, args: SsdArgs, length: number) {
  const { rows, xbc, zxbcdt, ssm, h, y, nGroups, deltaLimit, turn } = args;
  const [H, P, N] = h.shape as [number, number, number];
  const each = rows * roundUp(H, 4);
  const delta = workspace.scratch(2 * each + length);
  const exponent = delta + 4 * each;
  const table = addressOf(turn.table);
  workspace.kernels.ssdDelta(
    rows,
    H,
    addressOf(zxbcdt),
    zxbcdt.shape.at(-1)!,
    addressOf(ssm),
    ...deltaLimit,
    table,
    delta,
    exponent,
  );
  const x = addressOf(xbc);
  const stride = H * P + 2 * nGroups * N;
  const { B, C } = rowsOf(turn, H, nGroups * N, { at: x + 4 * H * P, stride });
  const gain = table + 8 * H;
  const given = [
    ...([x, stride, B.at, B.stride, C.at, C.stride, delta, exponent] as const),
    ...([addressOf(ssm), gain, addressOf(h), addressOf(y)] as const),
  ] as const;
  return { given, room: exponent + 4 * each };
}
