import type { Advance } from '../../engine/host/lab';
import type { AppState } from '../store/state';

/** The texts with what was written, and the speed of it. */
export function grow(
  state: Pick<AppState, 'yours' | 'before' | 'tokensPerSecond'>,
  { yours, before, milliseconds }: Advance,
): Pick<AppState, 'yours' | 'before' | 'tokensPerSecond'> {
  const speed = milliseconds === null ? null : 1000 / milliseconds;
  const last = state.tokensPerSecond;
  return {
    yours: { tokens: [...state.yours.tokens, ...yours.tokens], ended: yours.ended },
    before: { tokens: [...state.before.tokens, ...before.tokens], ended: before.ended },
    // A moving average: single steps on a fast device jitter.
    tokensPerSecond: speed && last ? 0.8 * last + 0.2 * speed : (speed ?? last),
  };
}
