import { type AttentionArgs } from '../attentionOps';
import { writeProbabilities } from '../reference/attention';
import { firstPlace, rotate } from '../reference/rotate';
import { withViews } from './inPlace';
import { addressOf } from './tensor';
import type { Workspace } from './workspace';

/**
 * Runs causal attention. The rotation, some hundred numbers a token, is the reference's own, and so is what only a probe
 * needs.
 */
export function runAttention(workspace: Workspace, args: AttentionArgs): void {
  const { rows, qkv, cache, y, nHeads: H, nKvHeads: G, headDim: P, probe } = args;
  const { memory, kernels } = workspace;
  const place = firstPlace(withViews(args, memory.f32));
  // First: memory that grows leaves views empty.
  const scores = workspace.scratch(place + rows + 3);
  const seen = withViews(args, memory.f32);
  rotate(seen);
  const stride = qkv.shape[1]!;
  kernels.attention(
    rows,
    place,
    H,
    G,
    P,
    addressOf(qkv),
    stride,
    addressOf(cache),
    addressOf(y),
    scores,
  );
  if (probe) writeProbabilities(seen);
}
