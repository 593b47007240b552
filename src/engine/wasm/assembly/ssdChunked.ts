import { outputs, passOn, scores, transpose, weigh } from './ssdSteps';

/**
 * SSD by chunks of Q tokens (Mamba-2, arXiv 2405.21060, §6 and Listing 1), in the steps of reference/ssdChunked.ts:
 *   0. cumulative sums a_i = Σ_{s≤i} Δ_s A within the chunk; L_ij = exp(a_i − a_j) for j ≤ i, else 0
 *   1. diagonal blocks   Y_i  = Σ_{j≤i} (C_i·B_j) L_ij Δ_j x_j
 *   2. chunk state       S    = Σ_j exp(a_last − a_j) Δ_j x_j ⊗ B_j
 *   3. passing           h′   = exp(a_last) h + S
 *   4. output            Y_i += exp(a_i) C_i·h, with h as it was before the chunk
 * Exponents are clamped at 0. The cumulative sums run in f64, since their differences would lose what f32 has. All else
 * is products of matrices, made in tiles (tile.ts) of copies that are padded with zeros to whole tiles.
 *
 * delta and exponent (ΔA) are ssdDelta's; other arguments as in ssdRecurrence.ts. `scratch` takes, with Q4 for Q rounded
 * up to a multiple of 4 and so on, 4 Q4 + N Q4 + N4 Q8 + 2 Q4 Q8 + 2 Q P8 + N4 P8 + 64 numbers.
 */
export function ssdChunked(
  rows: i32,
  Q: i32,
  H: i32,
  P: i32,
  N: i32,
  G: i32,
  x: usize,
  stride: i32,
  B: usize,
  bStride: i32,
  C: usize,
  cStride: i32,
  delta: usize,
  exponent: usize,
  ssm: usize,
  gain: usize,
  h: usize,
  y: usize,
  scratch: usize,
): void {
  Q = min(Q, rows);
  const E = H * P;
  const xRow = (<usize>stride) << 2;
  const bRow = (<usize>bStride) << 2;
  const cRow = (<usize>cStride) << 2;
  const headRow = (<usize>((H + 3) & ~3)) << 2;
  const Q4 = (Q + 3) & ~3;
  const Q8 = (Q + 7) & ~7;
  const N4 = (N + 3) & ~3;
  const P8 = (P + 7) & ~7;
  const a = scratch; // (Q4), f64
  const steps = a + ((<usize>Q4) << 3); // (Q4): Δ
  const Cs = steps + ((<usize>Q4) << 3); // (Q4, N)
  const Bt = Cs + ((<usize>(Q4 * N)) << 2); // (N4, Q8): B transposed
  const CB = Bt + ((<usize>(N4 * Q8)) << 2); // (Q4, Q8): C_i·B_j
  const weights = CB + ((<usize>(Q4 * Q8)) << 2); // (Q4, Q8): C_i·B_j L_ij Δ_j
  const xs = weights + ((<usize>(Q4 * Q8)) << 2); // (Q, P8)
  const input = xs + ((<usize>(Q * P8)) << 2); // (Q, P8): exp(a_last − a_j) Δ_j x_j
  const ht = input + ((<usize>(Q * P8)) << 2); // (N4, P8): h transposed
  const sums = ht + ((<usize>(N4 * P8)) << 2); // two tiles
  for (let first = 0; first < rows; first += Q) {
    const length = min(Q, rows - first);
    const tokens = x + <usize>first * xRow;
    for (let g = 0; g < G; g++) {
      const group = (<usize>(g * N)) << 2;
      memory.fill(steps, 0, xs - steps);
      transpose(B + group + <usize>first * bRow, length, N, bRow, Bt, (<usize>Q8) << 2);
      for (let i = 0; i < length; i++) {
        const from = C + group + <usize>(first + i) * cRow;
        memory.copy(Cs + ((<usize>(i * N)) << 2), from, (<usize>N) << 2);
      }
      scores(length, N, Cs, Bt, Q8, CB);
      for (let k = (g * H) / G; k < ((g + 1) * H) / G; k++) {
        const at = <usize>first * headRow + ((<usize>k) << 2);
        let total: f64 = 0;
        for (let i = 0; i < length; i++) {
          total += load<f32>(exponent + at + <usize>i * headRow);
          store<f64>(a + ((<usize>i) << 3), total);
          const step = load<f32>(delta + at + <usize>i * headRow);
          store<f32>(steps + ((<usize>i) << 2), step);
        }
        weigh(length, a, steps, CB, Q8, weights);
        memory.fill(xs, 0, sums - xs);
        const head = tokens + ((<usize>(k * P)) << 2);
        for (let i = 0; i < length; i++) {
          const row = (<usize>(i * P8)) << 2;
          memory.copy(xs + row, head + <usize>i * xRow, (<usize>P) << 2);
          const left = <f32>Math.exp(Math.min(0, total - load<f64>(a + ((<usize>i) << 3))));
          const factor = f32x4.splat(left * load<f32>(steps + ((<usize>i) << 2)));
          for (let p: usize = 0; p < (<usize>P8) << 2; p += 16) {
            v128.store(input + row + p, f32x4.mul(factor, v128.load(xs + row + p)));
          }
        }
        const state = h + ((<usize>(k * P * N)) << 2);
        transpose(state, P, N, (<usize>N) << 2, ht, (<usize>P8) << 2);
        const D = load<f32>(ssm + <usize>k * 12, 4);
        const factor = load<f32>(gain + ((<usize>k) << 2));
        const out = y + ((<usize>(first * E + k * P)) << 2);
        // prettier-ignore
        outputs(length, P, N, weights, Q8, xs, Cs, ht, a, D, factor, out, (<usize>E) << 2, sums);
        passOn(length, P, N, <f32>Math.exp(Math.min(0, total)), Bt, Q8, input, ht, sums);
        transpose(ht, N, P, (<usize>P8) << 2, state, (<usize>N) << 2);
      }
    }
  }
}
