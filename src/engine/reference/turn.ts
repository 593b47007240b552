import type { Turn } from '../ops';
import { turnedDelta, turnPlanes } from '../turn';
import { dataOf } from './tensor';

/** A turn's table as the operations read it, for U units and S numbers of B, and of C, a token. */
export function turnViews(turn: Turn, U: number, S: number) {
  const planes = turnPlanes(dataOf(turn.table), U, S);
  return {
    aFactor: planes.aFactor, // (U)
    gain: planes.gain, // (U)
    /** (S), or null where the token's own counts. */
    heldB: turn.holdB ? planes.B : null,
    heldC: turn.holdC ? planes.C : null,
    /** Δ of unit u, whose own at this token is `own`. */
    delta: (u: number, own: number): number => turnedDelta(planes, u, own),
  };
}
