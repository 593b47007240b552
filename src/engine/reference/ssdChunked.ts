import type { SsdChunkedArgs } from '../ops';
import { ssdViews } from './ssd';
import { dataOf } from './tensor';

/**
 * SSD by chunks of Q tokens (Mamba-2, arXiv 2405.21060, §6 and Listing 1), head by head:
 *   0. cumulative sums a_i = Σ_{s≤i} Δ_s A within the chunk; L_ij = exp(a_i − a_j) for j ≤ i, else 0
 *   1. diagonal blocks   Y_i  = Σ_{j≤i} (C_i·B_j) L_ij Δ_j x_j
 *   2. chunk state       S    = Σ_j exp(a_last − a_j) Δ_j x_j ⊗ B_j
 *   3. passing           h′   = exp(a_last) h + S
 *   4. output            Y_i += exp(a_i) C_i·h, with h as it was before the chunk
 * Exponents are clamped at 0: rounding in the sums can turn a difference positive, and exp would grow.
 */
export function ssdChunked(args: SsdChunkedArgs): void {
  const { rows, chunkSize: Q } = args;
  const { H, P, N, E, xbc, B, C, atX, A, D, gain, delta } = ssdViews(args);
  const h = dataOf(args.h); // (H, P, N)
  const y = dataOf(args.y); // (L, E)
  const dot = (a: Float32Array, b: Float32Array): number => {
    let sum = 0;
    for (let n = 0; n < N; n++) sum += a[n]! * b[n]!;
    return sum;
  };
  for (let first = 0; first < rows; first += Q) {
    const length = Math.min(Q, rows - first);
    for (let k = 0; k < H; k++) {
      const steps = Float64Array.from({ length }, (_, i) => delta(first + i, k)); // (Q)
      let total = 0;
      const a = steps.map((step) => (total += step * A[k]!)); // (Q)
      const decay = (difference: number): number => Math.exp(Math.min(0, difference));
      const Bs = Array.from({ length }, (_, i) => B(first + i, k)); // (Q, N)
      const Cs = Array.from({ length }, (_, i) => C(first + i, k)); // (Q, N)
      for (let i = 0; i < length; i++) {
        const t = first + i;
        // scores[j] = (C_i·B_j) L_ij Δ_j, (Q)
        const scores = Float64Array.from(
          { length: i + 1 },
          (_, j) => dot(Cs[i]!, Bs[j]!) * decay(a[i]! - a[j]!) * steps[j]!,
        );
        const carried = decay(a[i]!);
        for (let p = 0; p < P; p++) {
          const e = k * P + p;
          let sum = D[k]! * xbc[atX(t, k) + p]!;
          for (let j = 0; j <= i; j++) sum += scores[j]! * xbc[atX(first + j, k) + p]!;
          const old = dot(Cs[i]!, h.subarray(e * N, (e + 1) * N));
          y[t * E + e] = gain[k]! * (sum + carried * old);
        }
      }
      for (let p = 0; p < P; p++) {
        for (let n = 0; n < N; n++) {
          const at = (k * P + p) * N + n;
          let state = decay(total) * h[at]!;
          for (let j = 0; j < length; j++) {
            const weight = decay(total - a[j]!) * steps[j]!;
            state += weight * xbc[atX(first + j, k) + p]! * Bs[j]![n]!;
          }
          h[at] = state;
        }
      }
    }
  }
}
