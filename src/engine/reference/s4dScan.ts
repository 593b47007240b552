import type { S4dScanArgs } from '../ops';
import { silu } from './math';
import { s4dConstants } from './s4dConstants';
import { dataOf } from './tensor';

/**
 * S4D token by token (arXiv 2206.11893): for every channel, with Δ = exp(log_dt), A = −exp(A_log) + i·A_imag,
 *   Ā = exp(ΔA),  C′ = C(Ā − 1)/A,  h = Ā h + x,  y = (2·Re(Σ_n C′h) + D x)·SiLU(z)
 * Nothing here depends on the input but x itself: that is what makes it a convolution too.
 */
export function s4dScan(args: S4dScanArgs): void {
  const { rows, probe } = args;
  const x = dataOf(args.x); // (L, E)
  const xz = dataOf(args.xz); // (L, 2E)
  const h = dataOf(args.h); // (E, 2N)
  const y = dataOf(args.y); // (L, E)
  const asked = probe && dataOf(probe.out);
  const { E, N, D, gain, delta, at } = s4dConstants(args);
  const constants = new Float64Array(4 * N); // Ā real | Ā imaginary | C′ real | C′ imaginary
  for (let e = 0; e < E; e++) {
    for (let n = 0; n < N; n++) {
      const { Abar, C } = at(e, n);
      constants.set([Abar[0]], n);
      constants.set([Abar[1]], N + n);
      constants.set([C[0]], 2 * N + n);
      constants.set([C[1]], 3 * N + n);
    }
    const state = h.subarray(e * 2 * N, (e + 1) * 2 * N);
    for (let t = 0; t < rows; t++) {
      const input = x[t * E + e]!;
      let sum = 0;
      let moved = 0;
      let norm = 0;
      for (let n = 0; n < N; n++) {
        const re = state[n]!;
        const im = state[N + n]!;
        const nextRe = constants[n]! * re - constants[N + n]! * im + input;
        const nextIm = constants[n]! * im + constants[N + n]! * re;
        state[n] = nextRe;
        state[N + n] = nextIm;
        sum += constants[2 * N + n]! * nextRe - constants[3 * N + n]! * nextIm;
        moved += (nextRe - re) ** 2 + (nextIm - im) ** 2;
        norm += nextRe * nextRe + nextIm * nextIm;
      }
      const out = gain(e) * (2 * sum + D(e) * input);
      y[t * E + e] = out * silu(xz[t * 2 * E + E + e]!);
      if (!asked) continue;
      if (probe.delta !== undefined) asked[probe.delta + t * E + e] = delta(e);
      if (probe.hMoved !== undefined) asked[probe.hMoved + t * E + e] = moved;
      if (probe.hNorm !== undefined) asked[probe.hNorm + t * E + e] = norm;
      if (probe.y !== undefined) asked[probe.y + t * E + e] = out;
      if (probe.h !== undefined) asked.set(state, probe.h + (t * E + e) * 2 * N);
    }
  }
}
