import type { ImpliedMatrixArgs } from '../viewOps';
import { dataOf } from './tensor';

/** M_ij = Σ_n C_in exp(A_n Σ_{k=j+1..i} Δ_k) B_jn Δ_j for j ≤ i, else 0; the mean over channels or some of the matrices. */
export function impliedMatrix(args: ImpliedMatrixArgs): void {
  const { from, until } = args.piece ?? { from: 0, until: args.rows };
  const { rows: L, firstB, firstC, nGroups: G, dState: N, of } = args;
  const delta = dataOf(args.delta); // (L, K)
  const A = dataOf(args.A); // (K, N) or (H, 1)
  const bc = dataOf(args.bc); // (L, stride)
  const out = dataOf(args.out); // (matrices, L, L)
  const [K, states] = args.A.shape as [number, number];
  const stride = args.bc.shape.at(-1)!;
  const mean = of === 'mean';
  const { first, count } = mean ? { first: 0, count: K } : of;
  const tall = until - from;
  const matrices = mean ? 1 : count;
  const sums = new Float64Array(matrices * tall * L);
  for (let k = first; k < first + count; k++) {
    const group = Math.floor(k / (K / G));
    const matrix = mean ? 0 : (k - first) * tall * L;
    for (let j = 0; j < until; j++) {
      let past = 0; // Σ of Δ over j + 1 … i
      for (let i = j; i < until; i++) {
        if (i > j) past += delta[i * K + k]!;
        if (i < from) continue;
        let value = 0;
        for (let n = 0; n < N; n++) {
          const decay = Math.exp(Math.min(0, A[k * states + (states > 1 ? n : 0)]! * past));
          const B = bc[j * stride + firstB + group * N + n]!;
          value += bc[i * stride + firstC + group * N + n]! * decay * B;
        }
        sums[matrix + (i - from) * L + j]! += (value * delta[j * K + k]!) / (mean ? K : 1);
      }
    }
  }
  for (let m = 0; m < matrices; m++)
    out.set(sums.subarray(m * tall * L, (m + 1) * tall * L), (m * L + from) * L);
}
