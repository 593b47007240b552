import type { TourStep } from '../scene';
import { words } from './words';

/** Turned down at least this far, so that something can be seen. */
const FAR = 0.25;

/** What the scene ticks itself: which part is open is not in the store. */
export const OPENED = 'open-products';

export const tour: readonly TourStep[] = [
  {
    id: 'step-on',
    text: (_, language) => words.of(language).tour.step,
    done: (last, next) => next.cursor.token === last.cursor.token + 1 && next.model === last.model,
  },
  {
    id: OPENED,
    text: (_, language) => words.of(language).tour.products,
    done: () => false,
  },
  {
    id: 'delta-down',
    text: (_, language) => words.of(language).tour.delta,
    // When it is to be seen, not when the slider moves: the model may be on its way yet.
    done: (last, next) =>
      last.shownIntervention.deltaScale > FAR && next.shownIntervention.deltaScale <= FAR,
  },
];
