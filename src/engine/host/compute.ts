import { computeLayerFourWays, type Way } from '../computations/fourWays';
import { impliedMatrix } from '../computations/impliedMatrix';
import { readSsmInput } from '../computations/input';
import { scanTimes } from '../computations/scanTimes';
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
  | { kind: 'surprise'; under: Under }
  /**
   * A layer's SSM output C·h + D x, computed on this device in several ways from a zero state, by the untouched model:
   * (1 + W, L, E). First by the recurrence in doubles, then the y of each of `WAYS` less that. The first `WAYS_TOKENS` tokens.
   */
  | { kind: 'ways'; layer: number; under: 'before' }
  /**
   * How long one channel's states take on this device, token by token and by parallel scan, over `SCAN_WORDS` tokens:
   * milliseconds of the loop | of the scan, (2). RangeError for S4D, whose pairs are complex.
   */
  | { kind: 'scanTimes'; layer: number; channel: number; under: 'before' }
  /** S4D's C of a layer, a weight, (E, 2N): real | imaginary. RangeError for the others, whose C is `layer.C`. */
  | { kind: 'outputC'; layer: number; under: 'before' };

/** `values` in row-major order. */
export interface Computed {
  values: Float32Array;
  shape: readonly number[];
}

/** The ways that `ways` goes, by ModelInfo.kind; `fixed` is the convolution that is left with Δ, B and C at their means. */
export const WAYS = {
  Mamba: ['recurrence', 'scan', 'fused', 'fixed'],
  'Mamba-2': ['recurrence', 'scan', 'chunked', 'fixed'],
  S4D: ['recurrence', 'scan', 'direct', 'fft'],
} as const;

/** One of them. */
export type WayName = (typeof WAYS)[keyof typeof WAYS][number];

/** The most tokens that every way is gone for: scans hold (L, E, N) numbers twice. */
export const WAYS_TOKENS = 128;

/** Tokens that a loop and a scan are timed over: the text, over and over. */
export const SCAN_WORDS = 4096;

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
  if (request.kind === 'ways') return await ways(model, request.layer, ids.slice(0, WAYS_TOKENS));
  if (request.kind === 'scanTimes') return await times(model, request, ids.slice(0, WAYS_TOKENS));
  if (request.kind === 'outputC') return await outputC(model, request.layer);
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

async function ways(model: Model, layer: number, ids: readonly number[]): Promise<Computed> {
  const { kind, dInner: E } = model.info;
  const names = WAYS[kind as keyof typeof WAYS];
  const all = await computeLayerFourWays(model, layer, ids, { matrix: false });
  const found: Record<WayName, Way | undefined> = {
    recurrence: all.recurrence,
    scan: all.scan,
    chunked: all.chunked,
    fused: all.fused,
    direct: all.convolution?.direct,
    fft: all.convolution?.fft,
    fixed: all.timeInvariant,
  };
  const size = ids.length * E;
  const values = new Float32Array((1 + names.length) * size);
  values.set(all.truth);
  names.forEach((name, w) => {
    // A way that is missing must not look like one that agrees.
    const y = found[name]?.y;
    for (let i = 0; i < size; i++) values[(1 + w) * size + i] = y ? y[i]! - all.truth[i]! : NaN;
  });
  return { values, shape: [1 + names.length, ids.length, E] };
}

async function times(
  model: Model,
  { layer, channel }: { layer: number; channel: number },
  ids: readonly number[],
): Promise<Computed> {
  const input = await readSsmInput(model, layer, ids);
  if (input.kind === 's4d') throw new RangeError('The pairs of S4D are complex: nothing to time.');
  const { loop, scan } = await scanTimes(model.ops, input, channel, SCAN_WORDS);
  return { values: Float32Array.of(loop, scan), shape: [2] };
}

async function outputC(model: Model, layer: number): Promise<Computed> {
  const { kind, dState: N, dInner: E } = model.info;
  if (kind !== 'S4D') throw new RangeError(`${kind} has a C for each token: read layer.C.`);
  const weights = model.ssm(layer); // (E, 4N + 2): A_log | A_imag | C real | C imaginary | D | log_dt
  const width = 4 * N + 2;
  const [ssm] = await model.ops.collect([model.ops.capture(weights, 0, E * width)]);
  const values = new Float32Array(E * 2 * N);
  for (let e = 0; e < E; e++) {
    values.set(ssm!.subarray(e * width + 2 * N, e * width + 4 * N), e * 2 * N);
  }
  return { values, shape: [E, 2 * N] };
}
