import type { AppState } from '../../store/state';
import type { TourStep } from '../scene';
import { greatest } from './rows';
import { unitDeltas } from './derive';
import { keepOf } from './identities';
import { isInvariant, numbersAt, readingOf } from './reading';
import { words } from './words';

/** Of the state, what a word that is let pass leaves standing. */
export const PASSING = 0.95;

/** The word with the channel's largest Δ; null while nothing is read. */
export function loudest(s: AppState): number | null {
  const r = readingOf(s, s.cursor.channel);
  return r && r.delta.first + greatest(unitDeltas(r, 'yours')).index;
}

/** The share of the state that the cursor's word leaves standing; null while it is not known. */
function kept(s: AppState): number | null {
  const r = readingOf(s, s.cursor.channel);
  const at = r && numbersAt(r, 'yours', s.cursor);
  return at ? keepOf(at.delta, at.A) : null;
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
    id: 'keep',
    text: (_, language) => words.of(language).tour.keep,
    done: (last, next) => moved(last, next) && (kept(next) ?? 0) > PASSING,
  },
  {
    id: 'freeze',
    text: (_, language) => words.of(language).tour.freeze,
    // When it is to be seen, not when the button is pressed. S4 is time-invariant from the start: choosing a channel shows it.
    done: (last, next) =>
      next.model.kind === 'S4D'
        ? last.cursor.channel !== next.cursor.channel
        : !isInvariant(last.shownIntervention, last.cursor.layer) &&
          isInvariant(next.shownIntervention, next.cursor.layer),
  },
];
