import type { SsdContractArgs } from '../viewOps';
import { dataOf } from './tensor';

/** y = C·h + D x, with the states in memory. */
export function ssdContract(args: SsdContractArgs): void {
  const { rows, headDim: P, nGroups: G } = args;
  const hs = dataOf(args.hs); // (L, E, N)
  const xbc = dataOf(args.xbc); // (L, E + 2GN)
  const ssm = dataOf(args.ssm); // (H, 3)
  const y = dataOf(args.y); // (L, E)
  const [E, N] = args.hs.shape.slice(-2) as [number, number];
  const headsPerGroup = E / P / G;
  for (let t = 0; t < rows; t++) {
    const row = t * (E + 2 * G * N);
    for (let e = 0; e < E; e++) {
      const k = Math.floor(e / P);
      const C = row + E + (G + Math.floor(k / headsPerGroup)) * N;
      let sum = ssm[3 * k + 1]! * xbc[row + e]!;
      for (let n = 0; n < N; n++) sum += xbc[C + n]! * hs[(t * E + e) * N + n]!;
      y[t * E + e] = sum;
    }
  }
}
