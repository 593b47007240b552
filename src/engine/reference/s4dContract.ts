import type { S4dContractArgs } from '../viewOps';
import { silu } from './math';
import { s4dConstants } from './s4dConstants';
import { dataOf } from './tensor';

/** y = gain·(2·Re(C′·h) + D x)·SiLU(z), with the states in memory. */
export function s4dContract(args: S4dContractArgs): void {
  const hs = dataOf(args.hs); // (L, E, 2N)
  const x = dataOf(args.x); // (L, E)
  const xz = dataOf(args.xz); // (L, 2E)
  const y = dataOf(args.y); // (L, E)
  const { E, N, D, gain, at } = s4dConstants(args);
  for (let e = 0; e < E; e++) {
    const C = Array.from({ length: N }, (_, n) => at(e, n).C);
    for (let t = 0; t < args.rows; t++) {
      const state = hs.subarray((t * E + e) * 2 * N, (t * E + e + 1) * 2 * N);
      let sum = 0;
      C.forEach(([re, im], n) => (sum += re * state[n]! - im * state[N + n]!));
      const out = gain(e) * (2 * sum + D(e) * x[t * E + e]!);
      y[t * E + e] = out * silu(xz[t * 2 * E + E + e]!);
    }
  }
}
