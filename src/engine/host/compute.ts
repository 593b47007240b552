import { impliedMatrix } from '../computations/impliedMatrix';
import { surpriseBits } from '../distribution';
import { CancelledError } from '../errors';
import type { Means } from '../means';
import type { Model } from '../models/model';
import type { Intervention } from '../types';

/** Whose model: the page's under its interventions, the untouched one, or one under an intervention of its own. */
export type Under = 'yours' | 'before' | Intervention;

/** What can be worked out of the text on the tape, beside what is read of it token by token. */
export type ComputeRequest =
  /**
   * How layer and unit (channel, or head of Mamba-2; `mean` over all) mix the tokens: (L, L), see `impliedMatrix`.
   * Of the tokens from `first` (0 if left out) on, at most `MATRIX_TOKENS` of them; a token hears what came before
   * `first` too, which then has no column.
   */
  | { kind: 'impliedMatrix'; layer: number; unit: number | 'mean'; first?: number; under: Under }
  /** −log2 p of each token given those before it, in bits, (L); NaN for the first, of which nothing was known. */
  | { kind: 'surprise'; under: Under };

/** `values` in row-major order. */
export interface Computed {
  values: Float32Array;
  shape: readonly number[];
}

/** The most tokens that a matrix is made of here: (L, L) numbers of them are read back and drawn. */
export const MATRIX_TOKENS = 512;

/**
 * Works it out for these tokens. Something frozen is frozen to `means`. Throws RangeError for a layer, unit or
 * intervention that the model does not have, CancelledError if stopped.
 */
export async function compute(
  model: Model,
  ids: readonly number[],
  request: ComputeRequest,
  interventions: readonly Intervention[],
  means?: Means,
  signal?: AbortSignal,
): Promise<Computed> {
  if (request.kind === 'surprise') {
    const values = await surprise(model, ids, interventions, means, signal);
    return { values, shape: [ids.length] };
  }
  if (signal?.aborted) throw new CancelledError('Stopped.');
  const { layer, unit, first = 0 } = request;
  const some = ids.slice(0, first + MATRIX_TOKENS);
  const asked = { layer, unit, first, interventions, means, signal };
  const values = await impliedMatrix(model, some, asked);
  return { values, shape: [some.length - first, some.length - first] };
}

async function surprise(
  model: Model,
  ids: readonly number[],
  interventions: readonly Intervention[],
  means?: Means,
  signal?: AbortSignal,
): Promise<Float32Array> {
  const V = model.info.vocabSize;
  const bits = new Float32Array(ids.length).fill(NaN);
  const session = model.createSession(interventions, means);
  try {
    await session.prefill(ids.slice(0, -1), {
      probes: [{ name: 'logits' }],
      signal,
      onPiece(trace, from) {
        const logits = trace.get('logits'); // (L, V)
        for (let t = 0; t < trace.length; t++) {
          bits[from + t + 1] = surpriseBits(
            logits.subarray(t * V, (t + 1) * V),
            ids[from + t + 1]!,
          );
        }
      },
    });
  } finally {
    session.dispose();
  }
  return bits;
}
