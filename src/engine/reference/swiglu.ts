import type { SwigluArgs } from '../attentionOps';
import { silu } from './math';
import { dataOf } from './tensor';

/** out = SiLU(gate) · up (arXiv 2002.05202, eq. 6). */
export function swiglu({ rows, gateUp, out }: SwigluArgs): void {
  const from = dataOf(gateUp); // (L, 2F)
  const to = dataOf(out); // (L, F)
  const F = gateUp.shape[1]! / 2;
  for (let t = 0; t < rows; t++) {
    for (let i = 0; i < F; i++) {
      to[t * F + i] = silu(from[2 * t * F + i]!) * from[(2 * t + 1) * F + i]!;
    }
  }
}
