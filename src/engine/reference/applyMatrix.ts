import type { ApplyMatrixArgs } from '../viewOps';
import { dataOf } from './tensor';

/** y = M x + D x, for the channels that these matrices belong to. */
export function applyMatrix(args: ApplyMatrixArgs): void {
  const { rows: L, first, count, headDim: P } = args;
  const matrices = dataOf(args.matrices); // (count, L, L)
  const x = dataOf(args.x); // (L, stride)
  const D = dataOf(args.D); // (K)
  const y = dataOf(args.y); // (L, E)
  const stride = args.x.shape.at(-1)!;
  const E = args.y.shape[1]!;
  for (let own = 0; own < count * P; own++) {
    const matrix = Math.floor(own / P);
    const e = first * P + own;
    for (let i = 0; i < L; i++) {
      let sum = D[first + matrix]! * x[i * stride + e]!;
      for (let j = 0; j <= i; j++) sum += matrices[(matrix * L + i) * L + j]! * x[j * stride + e]!;
      y[i * E + e] = sum;
    }
  }
}
