import type { Reading, Side } from './reading';
import { realA, rowAt, sharedIndex } from './reading';

/** Lags that are drawn: the word itself and sixteen before it. */
export const LAGS = 17;

/**
 * What the word at `token` hears of the words before it through one channel, as the weights of their x:
 * K_l = Σ_n C_t[n] · exp(A_n Σ_{s=t−l+1..t} Δ_s) · Δ_{t−l} B_{t−l}[n], l = 0 … LAGS − 1 (Mamba, arXiv 2312.00752, eq. 3 with
 * B̄ = ΔB, unrolled; the hidden attention of arXiv 2403.01590). Without the skip D. Lags before the text, or before what
 * was read of it, are left out. Null where a model has no Δ, B and C of a token.
 */
export function kernelAt(
  r: Reading,
  side: Side,
  { token, channel }: { token: number; channel: number },
): number[] | null {
  const { model, unit } = r;
  const C = rowAt(r.C, side, token);
  if (!C || !r.B) return null;
  const N = model.dState;
  const from = sharedIndex(model, unit, 0);
  const weights: number[] = [];
  // Σ Δ_s over the words between: what has worn away at it meanwhile.
  let passed = 0;
  for (let lag = 0; lag < LAGS; lag++) {
    const B = rowAt(r.B, side, token - lag);
    const delta = rowAt(r.delta, side, token - lag)?.[unit];
    if (!B || delta === undefined) break;
    let sum = 0;
    for (let n = 0; n < N; n++)
      sum += C[from + n] * Math.exp(passed * realA(r, side, channel, n)) * delta * B[from + n];
    weights.push(sum);
    passed += delta;
  }
  return weights;
}

/** The greatest difference between two kernels at the lags that both have; null without any. */
export function farthest(a: readonly number[] | null, b: readonly number[] | null): number | null {
  if (!a || !b) return null;
  const shared = Math.min(a.length, b.length);
  if (shared === 0) return null;
  return Math.max(...a.slice(0, shared).map((v, l) => Math.abs(v - b[l])));
}

/** The same from a row of the implied matrix (L, L) of the engine, where a model’s C of a token cannot be read. */
export function kernelOf(
  { values, shape }: { values: Float32Array; shape: readonly number[] },
  token: number,
): number[] | null {
  const L = shape[1];
  if (token >= L) return null;
  return Array.from(
    { length: Math.min(LAGS, token + 1) },
    (_, lag) => values[token * L + token - lag],
  );
}
