/**
 * The convolution view. Unrolled, the recurrence says y_i = Σ_j M_ij x_j (+ D x_i) with M_ij = C_i (∏_{k=j+1..i} Ā_k) B̄_j. A
 * row of M, read backwards from i, is the kernel that word i uses. If every row is the same but for its length, M is
 * Toeplitz and the layer is a convolution; else it is not.
 */
import { recurrenceOf, type Channel, type Parts, type Recurrence } from './channel';

/** Kernel of an unchanging recurrence: K̄_l = Re(c ā^l b), (L), e.g. of S4D. */
function fixedKernel({ a, aIm, b, c, cIm }: Recurrence, N: number, L: number): Float64Array {
  const out = new Float64Array(L);
  for (let n = 0; n < N; n++) {
    let [re, im] = [b[n], 0];
    for (let l = 0; l < L; l++) {
      out[l] += c[n] * re - (cIm?.[n] ?? 0) * im;
      [re, im] = [a[n] * re - (aIm?.[n] ?? 0) * im, a[n] * im + (aIm?.[n] ?? 0) * re];
    }
  }
  return out;
}

/** M, (L, L), lower triangular. */
export function mixing(r: Recurrence, N: number, L: number): Float64Array {
  const M = new Float64Array(L * L);
  if (r.aIm) {
    const kernel = fixedKernel(r, N, L);
    for (let i = 0; i < L; i++) for (let j = 0; j <= i; j++) M[i * L + j] = kernel[i - j];
    return M;
  }
  const { a, b, c } = r;
  const left = new Float64Array(N);
  for (let j = 0; j < L; j++) {
    left.set(b.subarray(j * N, (j + 1) * N));
    for (let i = j; i < L; i++) {
      let sum = 0;
      for (let n = 0; n < N; n++) {
        if (i > j) left[n] *= a[i * N + n];
        sum += c[i * N + n] * left[n];
      }
      M[i * L + j] = sum;
    }
  }
  return M;
}

/** The kernel seen from word i: M_{i, i−l}, l = 0 … i. */
export const kernelFrom = (M: Float64Array, L: number, i: number): Float64Array =>
  Float64Array.from({ length: i + 1 }, (_, l) => M[i * L + i - l]);

/**
 * The best fixed kernel, (L): the one whose Toeplitz matrix lies nearest to M, in the sum of squares over its entries. That is
 * the mean along each diagonal. It is the best for all inputs at once: for one input alone some kernel of as many
 * numbers as there are words always fits.
 */
export function bestKernel(M: Float64Array, L: number): Float64Array {
  const out = new Float64Array(L);
  for (let l = 0; l < L; l++) {
    for (let i = l; i < L; i++) out[l] += M[i * L + i - l];
    out[l] /= L - l;
  }
  return out;
}

/** ‖M − T‖ / ‖M‖ with T the kernel's Toeplitz matrix (Frobenius): the share that a fixed kernel gets wrong. */
export function mismatch(M: Float64Array, L: number, kernel: Float64Array): number {
  let [wrong, all] = [0, 0];
  for (let i = 0; i < L; i++)
    for (let j = 0; j <= i; j++) {
      wrong += (M[i * L + j] - kernel[i - j]) ** 2;
      all += M[i * L + j] ** 2;
    }
  return all === 0 ? 0 : Math.sqrt(wrong / all);
}

/** K̄ * x, (L): a causal convolution. */
export function convolve(kernel: Float64Array, x: Float64Array): Float64Array {
  return x.map((_, t) => {
    let sum = 0;
    for (let j = 0; j <= t; j++) sum += kernel[t - j] * x[j];
    return sum;
  });
}

const meanOf = (values: Float64Array, N: number): Float64Array => {
  const L = values.length / N;
  const out = new Float64Array(N);
  values.forEach((v, i) => (out[i % N] += v / L));
  return out;
};

/** Δ, B and C at s between their means over the words (0: frozen) and what they are (1: selective): s·live + (1 − s)·mean. */
export function mixed(parts: Parts, s: number): Parts {
  const N = parts.A.length;
  const between = (values: Float64Array, width: number) => {
    const mean = meanOf(values, width);
    return values.map((v, i) => s * v + (1 - s) * mean[i % width]);
  };
  return {
    ...parts,
    delta: between(parts.delta, 1),
    B: parts.B && between(parts.B, N),
    // S4D's C is the same at every word.
    C: parts.CIm ? parts.C : between(parts.C, N),
  };
}

export interface Selectivity {
  s: number;
  M: Float64Array;
  best: Float64Array;
  error: number;
}

/** The layer at s, and what the best fixed kernel still gets wrong. */
export function selectivityAt(
  { parts, N, L }: Pick<Channel, 'parts' | 'N' | 'L'>,
  s: number,
): Selectivity {
  const M = mixing(recurrenceOf(mixed(parts, s)), N, L);
  const best = bestKernel(M, L);
  return { s, M, best, error: mismatch(M, L, best) };
}

/** M x, (L): what the kernels give, each word by its own; without the skip D x. */
export const outputs = (M: Float64Array, x: Float64Array): Float64Array =>
  x.map((_, i) => {
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += M[i * x.length + j] * x[j];
    return sum;
  });
