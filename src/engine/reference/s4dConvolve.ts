import type { S4dConvolveArgs } from '../viewOps';
import { convolve } from './convolve';
import { silu } from './math';
import { s4dConstants, weightedPower } from './s4dConstants';
import { dataOf } from './tensor';

/** y = gain·(K̄ * x + 2·Re(Σ_n C′Ā^{t+1}h₀) + D x)·SiLU(z), and the state after the last token. */
export function s4dConvolve(args: S4dConvolveArgs): void {
  const { rows, kernel, method } = args;
  const x = dataOf(args.x); // (L, E)
  const xz = dataOf(args.xz); // (L, 2E)
  const h = dataOf(args.h); // (E, 2N)
  const y = dataOf(args.y); // (L, E)
  const { E, N, D, gain, at } = s4dConstants(args);
  convolve({ rows, kernel, x: args.x, y: args.y, method });
  for (let e = 0; e < E; e++) {
    const states = Array.from({ length: N }, (_, n) => at(e, n));
    const state = h.subarray(e * 2 * N, (e + 1) * 2 * N);
    // C′h₀ of each state: what is left of it at token t is that times Ā^{t+1}.
    const left = states.map(({ C }, n): [number, number] => [
      C[0] * state[n]! - C[1] * state[N + n]!,
      C[0] * state[N + n]! + C[1] * state[n]!,
    ]);
    for (let t = 0; t < rows; t++) {
      let sum = 0;
      states.forEach(({ v }, n) => (sum += weightedPower(left[n]!, v, t + 1)));
      const out = gain(e) * (y[t * E + e]! + 2 * sum + D(e) * x[t * E + e]!);
      y[t * E + e] = out * silu(xz[t * 2 * E + E + e]!);
    }
    states.forEach(({ Abar }, n) => {
      let [re, im] = [state[n]!, state[N + n]!];
      for (let t = 0; t < rows; t++) {
        [re, im] = [Abar[0] * re - Abar[1] * im + x[t * E + e]!, Abar[0] * im + Abar[1] * re];
      }
      state[n] = re;
      state[N + n] = im;
    });
  }
}
