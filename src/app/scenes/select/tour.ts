import type { AppState } from '../../store/state';
import type { TourStep } from '../scene';
import { greatest } from './rows';
import { unitDeltas } from './derive';
import { isInvariant, readingOf } from './reading';
import { words } from './words';

/** The word with the channel's largest Δ; null while nothing is read. */
export function loudest(s: AppState): number | null {
  const r = readingOf(s, s.cursor.channel);
  return r && r.delta.first + greatest(unitDeltas(r, 'yours')).index;
}

/** True for a channel of the lower half of the map: half of the layer’s channels keep longer. */
export function isQuick({ model, cursor }: Pick<AppState, 'model' | 'cursor'>): boolean {
  const halfLife = model.halfLife[cursor.layer];
  const longer = halfLife.reduce((n, one) => n + Number(one > halfLife[cursor.channel]), 0);
  return 2 * longer >= halfLife.length;
}

const moved = (last: AppState, next: AppState): boolean => last.cursor.token !== next.cursor.token;

export const tour: readonly TourStep[] = [
  {
    id: 'largest',
    text: (tokens, language) =>
      words.of(language).tour.go(tokens.some((t) => t.text === ' ball') ? 'ball' : ''),
    done: (last, next) => {
      if (!moved(last, next)) return false;
      return (
        next.cursor.token === loudest(next) ||
        next.yours.tokens[next.cursor.token]?.text === ' ball'
      );
    },
  },
  {
    id: 'channel',
    text: (_, language) => words.of(language).tour.channel,
    done: (last, next) => last.cursor.channel !== next.cursor.channel && isQuick(next),
  },
  {
    id: 'freeze',
    text: (_, language) => words.of(language).tour.freeze,
    // When it is to be seen, not when the button is pressed. S4 is time-invariant from the start: the next word shows it.
    done: (last, next) =>
      next.model.kind === 'S4D'
        ? moved(last, next)
        : !isInvariant(last.shownIntervention, last.cursor.layer) &&
          isInvariant(next.shownIntervention, next.cursor.layer),
  },
];
