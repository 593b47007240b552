import { slowestFirst } from '../../../viz/heat/paint';
import type { AppState } from '../../store/state';
import type { TourStep } from '../scene';
import { words } from './words';

/** Turned up at least this far, so that something can be seen. */
const FAR = 4;
/** Slow is the slowest eighth of a layer. */
const SLOW = 1 / 8;

/** True if the channel under the cursor is one of the layer's slowest at rest. */
export function isSlow({ model, cursor }: Pick<AppState, 'model' | 'cursor'>): boolean {
  const lives = model.halfLife[cursor.layer];
  if (!lives) return false;
  const limit = lives[slowestFirst(lives)[Math.floor(lives.length * SLOW)]];
  return lives[cursor.channel] >= limit;
}

export const tour: readonly TourStep[] = [
  {
    id: 'slow-channel',
    text: (_, language) => words.of(language).tour.slow,
    done: (last, next) => last.cursor.channel !== next.cursor.channel && isSlow(next),
  },
  {
    id: 'turn-a-up',
    text: (_, language) => words.of(language).tour.turnA,
    // When it is to be seen, not when the slider moves.
    done: (last, next) =>
      last.shownIntervention.aScale < FAR && next.shownIntervention.aScale >= FAR,
  },
  {
    id: 'step-on',
    text: (_, language) => words.of(language).tour.step,
    done: (last, next) => next.cursor.token === last.cursor.token + 1,
  },
];
