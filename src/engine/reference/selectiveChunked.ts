import type { SelectiveChunkedArgs } from '../viewOps';
import { dataOf } from './tensor';

/**
 * Mamba by chunks of Q tokens, as SSD does it (Mamba-2, arXiv 2405.21060, §6) with N decays a channel. Σ over (j, i] is
 * over the tokens after j up to i, `first` and `last` are those of the chunk, h is the state before it:
 *   y_i = Σ_{j≤i} (Σ_n C_in exp(A_n Σ_(j,i] Δ) B_jn) Δ_j x_j + C_i·exp(A Σ_[first,i] Δ) h + D x_i
 *   h′  = exp(A Σ_[first,last] Δ) h + Σ_j exp(A Σ_(j,last] Δ) Δ_j B_j x_j
 */
export function selectiveChunked(args: SelectiveChunkedArgs): void {
  const { rows, chunkSize: Q, dState: N, firstB, firstC } = args;
  const x = dataOf(args.x); // (L, E)
  const delta = dataOf(args.delta); // (L, E)
  const A = dataOf(args.A); // (E, N)
  const bc = dataOf(args.bc); // (L, stride)
  const D = dataOf(args.D); // (E)
  const h = dataOf(args.h); // (E, N)
  const y = dataOf(args.y); // (L, E)
  const E = D.length;
  const stride = args.bc.shape.at(-1)!;
  const B = (t: number, n: number): number => bc[t * stride + firstB + n]!;
  const C = (t: number, n: number): number => bc[t * stride + firstC + n]!;
  for (let begin = 0; begin < rows; begin += Q) {
    const end = Math.min(begin + Q, rows);
    for (let e = 0; e < E; e++) {
      const decay = (n: number, past: number): number =>
        Math.exp(Math.min(0, A[e * N + n]! * past));
      for (let i = begin; i < end; i++) {
        let sum = D[e]! * x[i * E + e]!;
        let past = 0;
        for (let j = i; j >= begin; j--) {
          const step = delta[j * E + e]!;
          let mixed = 0;
          for (let n = 0; n < N; n++) mixed += C(i, n) * decay(n, past) * B(j, n);
          sum += mixed * step * x[j * E + e]!;
          past += step;
        }
        for (let n = 0; n < N; n++) sum += C(i, n) * decay(n, past) * h[e * N + n]!;
        y[i * E + e] = sum;
      }
      for (let n = 0; n < N; n++) {
        let sum = 0;
        let past = 0;
        for (let j = end - 1; j >= begin; j--) {
          const step = delta[j * E + e]!;
          sum += decay(n, past) * step * B(j, n) * x[j * E + e]!;
          past += step;
        }
        h[e * N + n] = decay(n, past) * h[e * N + n]! + sum;
      }
    }
  }
}
