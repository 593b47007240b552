import type { ContractArgs } from '../viewOps';
import { silu } from './math';
import { dataOf } from './tensor';

/** y = (C·h + D x)·SiLU(z), with the states in memory. */
export function contract(args: ContractArgs): void {
  const hs = dataOf(args.hs); // (L, E, N)
  const x = dataOf(args.x); // (L, E)
  const xz = dataOf(args.xz); // (L, 2E)
  const dbc = dataOf(args.dbc); // (L, R + 2N)
  const ssm = dataOf(args.ssm); // (E, N + 2)
  const y = dataOf(args.y); // (L, E)
  const [E, N] = args.hs.shape.slice(-2) as [number, number];
  const width = args.dbc.shape[1]!;
  for (let t = 0; t < args.rows; t++) {
    for (let e = 0; e < E; e++) {
      const at = t * E + e;
      let sum = ssm[e * (N + 2) + N]! * x[at]!;
      for (let n = 0; n < N; n++) sum += dbc[(t + 1) * width - N + n]! * hs[at * N + n]!;
      y[at] = sum * silu(xz[t * 2 * E + E + e]!);
    }
  }
}
