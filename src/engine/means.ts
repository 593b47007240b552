import { CancelledError } from './errors';
import type { Model } from './models/model';
import type { Trace } from './trace';
import type { ProbeRequest } from './types';

/** What Δ, B and C of a layer are on average over a text. */
export interface LayerMeans {
  /** (E); Mamba-2 (H). */
  delta: Float32Array;
  /** (N); Mamba-2 (G·N). */
  B: Float32Array;
  /** (N); Mamba-2 (G·N). */
  C: Float32Array;
}

/** One a layer. Empty for S4D, which has nothing that depends on the token. */
export type Means = readonly LayerMeans[];

/** Tokens read at a time: what is read of them, of all layers, stays small. */
const PIECE = 256;
const PARTS = ['delta', 'B', 'C'] as const;
const PROBES: readonly ProbeRequest[] = PARTS.map((part) => ({ name: `layer.${part}` }));

/**
 * The means of Δ, B and C over a text, as the untouched model has them: what an intervention freezes them to. One
 * pass, in pieces, which reads these three and keeps only their sums (in f64). `onProgress` hears tokens, piece by
 * piece. Throws RangeError for an empty text and for ids outside the vocabulary, CancelledError between two pieces.
 */
export async function measureMeans(
  model: Model,
  ids: readonly number[],
  signal?: AbortSignal,
  onProgress?: (tokens: number) => void,
): Promise<Means> {
  const { units: U, shared: S, nLayers } = model.turnShape;
  if (S === 0) return [];
  if (ids.length === 0) throw new RangeError('A text without a token has no means.');
  const sums = Array.from({ length: nLayers }, () => ({
    delta: new Float64Array(U),
    B: new Float64Array(S),
    C: new Float64Array(S),
  }));
  const session = model.createSession();
  try {
    const onPiece = (trace: Trace): void => {
      sums.forEach((layerSums, layer) => {
        for (const part of PARTS) addRows(layerSums[part], trace.get(`layer.${part}`, layer));
      });
      onProgress?.(trace.length);
    };
    for (let from = 0; from < ids.length; from += PIECE) {
      if (signal?.aborted) throw new CancelledError('Stopped.');
      await session.prefill(ids.slice(from, from + PIECE), { probes: PROBES, signal, onPiece });
    }
  } finally {
    session.dispose();
  }
  const mean = (sum: Float64Array) => Float32Array.from(sum, (value) => value / ids.length);
  return sums.map(({ delta, B, C }) => ({ delta: mean(delta), B: mean(B), C: mean(C) }));
}

/** Adds every row of (rows, sum.length) numbers. */
function addRows(sum: Float64Array, values: Float32Array): void {
  values.forEach((value, i) => (sum[i % sum.length]! += value));
}
