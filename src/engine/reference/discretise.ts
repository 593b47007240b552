import type { DiscretiseArgs } from '../viewOps';
import { softplus } from './math';
import { dataOf } from './tensor';

/** Ā = exp(ΔA) and B̄x = ΔB·x with Δ = softplus(dt + bias), in full (Mamba, arXiv 2312.00752, Algorithm 2). */
export function discretise(args: DiscretiseArgs): void {
  const { rows } = args;
  const x = dataOf(args.x); // (L, E)
  const dt = dataOf(args.dt); // (L, E)
  const dbc = dataOf(args.dbc); // (L, R + 2N)
  const ssm = dataOf(args.ssm); // (E, N + 2)
  const Abar = dataOf(args.Abar); // (L, E, N)
  const Bx = dataOf(args.Bx); // (L, E, N)
  const [E, N] = args.Abar.shape.slice(-2) as [number, number];
  const width = args.dbc.shape[1]!;
  for (let t = 0; t < rows; t++) {
    for (let e = 0; e < E; e++) {
      const row = e * (N + 2);
      const delta = softplus(dt[t * E + e]! + ssm[row + N + 1]!);
      for (let n = 0; n < N; n++) {
        const A = -Math.exp(ssm[row + n]!);
        const at = (t * E + e) * N + n;
        Abar[at] = Math.exp(delta * A);
        Bx[at] = delta * dbc[(t + 1) * width - 2 * N + n]! * x[t * E + e]!;
      }
    }
  }
}
