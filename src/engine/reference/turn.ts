import type { Turn } from '../ops';
import { dataOf } from './tensor';

/** The planes of a turn's table under their names, for U units and S numbers of B, and of C, a token. */
export function turnViews(turn: Turn, U: number, S: number) {
  const table = dataOf(turn.table); // (4U + 2S)
  const plane = (from: number, length: number) => table.subarray(from, from + length);
  const deltaFactor = plane(0, U);
  const heldDelta = plane(3 * U, U);
  return {
    aFactor: plane(U, U), // (U)
    gain: plane(2 * U, U), // (U)
    /** (S), or null where the token's own counts. */
    heldB: turn.holdB ? plane(4 * U, S) : null,
    heldC: turn.holdC ? plane(4 * U + S, S) : null,
    /** Δ of unit u, whose own at this token is `own`. */
    delta: (u: number, own: number): number =>
      (heldDelta[u]! >= 0 ? heldDelta[u]! : own) * deltaFactor[u]!,
  };
}
