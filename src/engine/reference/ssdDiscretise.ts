import type { SsdDiscretiseArgs } from '../viewOps';
import { ssdViews } from './ssd';
import { dataOf } from './tensor';

/** Ā = exp(ΔA), one number a head, for each of its states, and B̄x = Δ x ⊗ B (Mamba-2, arXiv 2405.21060). */
export function ssdDiscretise(args: SsdDiscretiseArgs): void {
  const { rows, headDim: P } = args;
  const Abar = dataOf(args.Abar); // (L, E, N)
  const Bx = dataOf(args.Bx); // (L, E, N)
  const [E, N] = args.Abar.shape.slice(-2) as [number, number];
  const H = E / P;
  const h = { label: 'h', shape: [H, P, N] };
  const { xbc, atB, atX, A, delta } = ssdViews({ ...args, h, y: h });
  for (let t = 0; t < rows; t++) {
    for (let e = 0; e < E; e++) {
      const k = Math.floor(e / P);
      const step = delta(t, k);
      for (let n = 0; n < N; n++) {
        const at = (t * E + e) * N + n;
        Abar[at] = Math.exp(step * A[k]!);
        Bx[at] = step * xbc[atB(t, k) + n]! * xbc[atX(t, k) + (e % P)]!;
      }
    }
  }
}
