import type { S4dDiscretiseArgs } from '../viewOps';
import { s4dConstants } from './s4dConstants';
import { dataOf } from './tensor';

/** The pairs (Ā, x) of S4D in full, complex: Ā is the same at every token, x is real. */
export function s4dDiscretise(args: S4dDiscretiseArgs): void {
  const x = dataOf(args.x); // (L, E)
  const Abar = dataOf(args.Abar); // (L, E, 2N)
  const Bx = dataOf(args.Bx); // (L, E, 2N)
  const { E, N, at } = s4dConstants(args);
  for (let e = 0; e < E; e++) {
    for (let n = 0; n < N; n++) {
      const constants = at(e, n);
      for (let t = 0; t < args.rows; t++) {
        const place = 2 * (t * E + e) * N + n;
        Abar[place] = constants.Abar[0];
        Abar[place + N] = constants.Abar[1];
        Bx[place] = x[t * E + e]!;
        Bx[place + N] = 0;
      }
    }
  }
}
