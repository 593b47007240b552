import type { SsdDiscretiseArgs } from '../viewOps';
import { softplus } from './math';
import { dataOf } from './tensor';

/** Ā = exp(ΔA), one number a head, for each of its states, and B̄x = Δ x ⊗ B (Mamba-2, arXiv 2405.21060). */
export function ssdDiscretise(args: SsdDiscretiseArgs): void {
  const { rows, headDim: P, nGroups: G, deltaLimit } = args;
  const xbc = dataOf(args.xbc); // (L, E + 2GN)
  const zxbcdt = dataOf(args.zxbcdt); // (L, stride): … | Δ, H numbers
  const ssm = dataOf(args.ssm); // (H, 3)
  const Abar = dataOf(args.Abar); // (L, E, N)
  const Bx = dataOf(args.Bx); // (L, E, N)
  const [E, N] = args.Abar.shape.slice(-2) as [number, number];
  const H = E / P;
  const stride = args.zxbcdt.shape.at(-1)!;
  const [low, high] = deltaLimit;
  for (let t = 0; t < rows; t++) {
    const row = t * (E + 2 * G * N);
    for (let e = 0; e < E; e++) {
      const k = Math.floor(e / P);
      const raw = zxbcdt[(t + 1) * stride - H + k]! + ssm[3 * k + 2]!;
      const delta = Math.min(Math.max(softplus(raw), low), high);
      const decay = Math.exp(-delta * Math.exp(ssm[3 * k]!));
      const B = row + E + Math.floor(k / (H / G)) * N;
      for (let n = 0; n < N; n++) {
        const at = (t * E + e) * N + n;
        Abar[at] = decay;
        Bx[at] = delta * xbc[B + n]! * xbc[row + e]!;
      }
    }
  }
}
