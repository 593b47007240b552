/** What a text costs in memory: the same at every length for a state-space model, more with every token for a Transformer. */
import type { Ops } from './ops';
import type { ModelInfo } from './types';

/** Bytes of f32. */
const NUMBER = 4;

/** Bytes of keys and values that a token adds to one layer's cache, 2·G·P numbers; 0 where there is no cache. */
export const cacheBytesPerToken = ({ attention }: Pick<ModelInfo, 'attention'>): number =>
  attention ? NUMBER * 2 * attention.nKvHeads * attention.headDim : 0;

/**
 * Bytes that a model must keep of a text of so many tokens to go on with it, in all layers: the states of the SSMs and
 * of the short convolutions; a Transformer's keys and values.
 */
export function stateBytes(info: ModelInfo, tokens: number): number {
  const { nLayers, dInner: E, dState: N, dConv: K, heads, kind, attention } = info;
  if (attention) return nLayers * tokens * cacheBytesPerToken(info);
  const h = E * N * (kind === 'S4D' ? 2 : 1);
  const convolved = E + (heads ? 2 * heads.nGroups * N : 0);
  return NUMBER * nLayers * (h + convolved * (K - 1));
}

/** Tokens that one text can have on a device: as many as it has room to keep keys and values of. */
export function contextLimit(
  info: ModelInfo,
  { maxTensorBytes, memoryBytes }: Pick<Ops, 'maxTensorBytes' | 'memoryBytes'>,
): number {
  const each = cacheBytesPerToken(info);
  if (each === 0) return Infinity;
  return Math.floor(Math.min(maxTensorBytes / each, memoryBytes / (info.nLayers * each)));
}
