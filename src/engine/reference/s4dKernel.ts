import type { S4dKernelArgs } from '../viewOps';
import { s4dConstants, weightedPower } from './s4dConstants';
import { dataOf } from './tensor';

/** K̄_l = 2·Re(Σ_n C′_n Ā_nˡ) (S4D, arXiv 2206.11893, eq. 3). */
export function s4dKernel(args: S4dKernelArgs): void {
  const kernel = dataOf(args.kernel); // (L, E)
  const { E, N, at } = s4dConstants(args);
  for (let e = 0; e < E; e++) {
    const states = Array.from({ length: N }, (_, n) => at(e, n));
    for (let l = 0; l < args.rows; l++) {
      const sum = states.reduce((total, { C, v }) => total + weightedPower(C, v, l), 0);
      kernel[l * E + e] = 2 * sum;
    }
  }
}
