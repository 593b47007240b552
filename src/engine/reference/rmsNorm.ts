import type { RmsNormArgs } from '../ops';
import { dataOf } from './tensor';

/** 1 / √(mean(x²) + ε) of `length` numbers from `offset`. */
export function inverseRms(
  x: Float32Array,
  offset: number,
  length: number,
  epsilon: number,
): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += x[offset + i]! * x[offset + i]!;
  return 1 / Math.sqrt(sum / length + epsilon);
}

/** out = x / √(mean(x²) + ε) · weight, row by row (RMSNorm, arXiv 1910.07467, eq. 4). */
export function rmsNorm({ rows, x, weight, epsilon, out }: RmsNormArgs): void {
  const input = dataOf(x); // (L, D)
  const w = dataOf(weight); // (D)
  const to = dataOf(out); // (L, D)
  const D = w.length;
  for (let t = 0; t < rows; t++) {
    const scale = inverseRms(input, t * D, D, epsilon);
    for (let i = 0; i < D; i++) to[t * D + i] = input[t * D + i]! * scale * w[i]!;
  }
}
