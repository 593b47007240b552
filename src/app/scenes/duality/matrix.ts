/** The matrix of a head: M = L ∘ C Bᵀ, with L = exp(segsum(ΔA)) (Mamba-2, arXiv 2405.21060, §3 and §5). */
import type { Stretch } from './head';

/** Everything is of the T words of a stretch; (T, T) has a row for the word that reads, a column for the one that is read. */
export interface Mixing {
  size: number;
  /** log a_t = Δ_t A, (T). */
  logDecay: Float64Array;
  /** Cumulative sums of log a, each with its own, (T). */
  sums: Float64Array;
  /** L_ij = a_{j+1} … a_i for j ≤ i, else 0, (T, T). */
  L: Float64Array;
  /** C_i·B_j for j ≤ i, else 0, (T, T). */
  scores: Float64Array;
  /** L ∘ scores, (T, T). */
  M: Float64Array;
}

/** exp(a_i − a_j), clamped as the shaders clamp it: rounding must not turn a fading into a growth. */
export const decay = (exponent: number): number => Math.exp(Math.min(0, exponent));

/** Running sums, each with its own number. */
export function cumulative(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((v) => (sum += v));
}

/** Works out all of them for a stretch. */
export function mixingOf({ run, from, size }: Stretch): Mixing {
  const { dState: N, B, C } = run;
  const logDecay = run.delta.slice(from, from + size).map((delta) => delta * run.A);
  const sums = cumulative(logDecay);
  const [L, scores, M] = [0, 1, 2].map(() => new Float64Array(size * size));
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let dot = 0;
      for (let n = 0; n < N; n++) dot += C[(from + i) * N + n] * B[(from + j) * N + n];
      const at = i * size + j;
      L[at] = decay(sums[i] - sums[j]);
      scores[at] = dot;
      M[at] = L[at] * dot;
    }
  return { size, logDecay, sums, L, scores, M };
}

/** Δ_t x_t of a channel p of the head: what M is multiplied with, (T). */
export const inputOf = ({ run, from, size }: Stretch, p: number): Float64Array =>
  Float64Array.from(
    { length: size },
    (_, t) => run.delta[from + t] * run.x[(from + t) * run.headDim + p],
  );

/** Share of a row's weights, in size, that lies on words before `first`: how much of it is far away. 0 if there is none. */
export function shareBefore(row: ArrayLike<number>, upTo: number, first: number): number {
  let [before, all] = [0, 0];
  for (let j = 0; j <= upTo; j++) {
    all += Math.abs(row[j]);
    if (j < first) before += Math.abs(row[j]);
  }
  return all > 0 ? before / all : 0;
}
