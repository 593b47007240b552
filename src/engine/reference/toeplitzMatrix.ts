import type { ToeplitzMatrixArgs } from '../viewOps';
import { dataOf } from './tensor';

/** M_ij = K̄_{i−j} for j ≤ i, else 0; the mean over channels or some of the matrices. */
export function toeplitzMatrix({ rows: L, kernel, of, out }: ToeplitzMatrixArgs): void {
  const values = dataOf(kernel); // (L, E)
  const matrices = dataOf(out); // (matrices, L, L)
  const E = kernel.shape[1]!;
  const mean = (l: number): number => {
    let sum = 0;
    for (let e = 0; e < E; e++) sum += values[l * E + e]!;
    return sum / E;
  };
  const { first, count } = of === 'mean' ? { first: 0, count: 1 } : of;
  for (let m = 0; m < count; m++) {
    const diagonals = Array.from({ length: L }, (_, l) =>
      of === 'mean' ? mean(l) : values[l * E + first + m]!,
    );
    for (let i = 0; i < L; i++) {
      for (let j = 0; j < L; j++) matrices[(m * L + i) * L + j] = j <= i ? diagonals[i - j]! : 0;
    }
  }
}
