import type { SsdRecurrenceArgs } from '../ops';
import { ssdViews } from './ssd';
import { dataOf } from './tensor';

/** SSD token by token: h = exp(ΔA) h + Δ x ⊗ B, y = C·h + D x, for every head (Mamba-2, arXiv 2405.21060). */
export function ssdRecurrence(args: SsdRecurrenceArgs): void {
  const { rows, probe } = args;
  const { H, P, N, E, xbc, B, C, atX, A, D, gain, delta } = ssdViews(args);
  const h = dataOf(args.h); // (H, P, N)
  const y = dataOf(args.y); // (L, E)
  const asked = probe && dataOf(probe.out);
  for (let t = 0; t < rows; t++) {
    for (let k = 0; k < H; k++) {
      const step = delta(t, k);
      const Abar = Math.exp(step * A[k]!);
      const Bt = B(t, k); // (N)
      const Ct = C(t, k); // (N)
      for (let p = 0; p < P; p++) {
        const e = k * P + p;
        const x = xbc[atX(t, k) + p]!;
        let sum = D[k]! * x;
        let moved = 0;
        let norm = 0;
        for (let n = 0; n < N; n++) {
          const before = h[e * N + n]!;
          const after = Abar * before + step * Bt[n]! * x;
          h[e * N + n] = after;
          sum += Ct[n]! * after;
          moved += (after - before) ** 2;
          norm += after * after;
          if (asked && probe.h !== undefined) asked[probe.h + (t * E + e) * N + n] = after;
        }
        y[t * E + e] = gain[k]! * sum;
        if (asked && probe.hMoved !== undefined) asked[probe.hMoved + t * E + e] = moved;
        if (asked && probe.hNorm !== undefined) asked[probe.hNorm + t * E + e] = norm;
      }
    }
  }
}
