import type { LinearArgs } from '../ops';
import { inverseRms } from './rmsNorm';
import { dataOf } from './tensor';

/** out = norm?(x) Wᵀ (+ bias) (+ out). Sums run in f64 and are rounded once. */
export function linear(args: LinearArgs): void {
  const { rows, x, firstRow = 0, weight, bias, norm, out, add = false } = args;
  if (rows > 1 && firstRow > 0) throw new RangeError('Only a single row can start elsewhere.');
  const input = dataOf(x); // (L, stride)
  const w = dataOf(weight); // (M, K)
  const b = bias && dataOf(bias); // (M)
  const g = norm && dataOf(norm.weight); // (K)
  const to = dataOf(out); // (L, M)
  const M = weight.rows;
  const K = weight.cols;
  const stride = x.shape.at(-1)!;
  const row = new Float64Array(K);
  for (let t = 0; t < rows; t++) {
    const from = (firstRow + t) * stride;
    const scale = norm ? inverseRms(input, from, K, norm.epsilon) : 1;
    for (let k = 0; k < K; k++) row[k] = input[from + k]! * scale * (g ? g[k]! : 1);
    for (let m = 0; m < M; m++) {
      const sum = dot(row, w, m * K, K) + (b ? b[m]! : 0);
      to[t * M + m] = add ? to[t * M + m]! + sum : sum;
    }
  }
}

/** Σ_k a[k]·w[offset + k], in four independent sums so that a CPU can overlap them. */
function dot(a: Float64Array, w: Float32Array, offset: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < length; k += 4) {
    s0 += a[k]! * w[offset + k]!;
    s1 += a[k + 1]! * w[offset + k + 1]!;
    s2 += a[k + 2]! * w[offset + k + 2]!;
    s3 += a[k + 3]! * w[offset + k + 3]!;
  }
  for (; k < length; k++) s0 += a[k]! * w[offset + k]!;
  return s0 + s1 + (s2 + s3);
}
