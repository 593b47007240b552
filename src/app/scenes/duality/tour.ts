import type { TourStep } from '../scene';
import { words } from './words';

/** The first two happen in the scene's own slider and steps, which the store does not know: view.ts ticks them. */
const inTheScene = () => false;
/** Turned up at least this far, so that something can be seen. */
const FAR = 4;

export const tour: readonly TourStep[] = [
  { id: 'one-end', text: (_, language) => words.of(language).tour.ends, done: inTheScene },
  { id: 'through-state', text: (_, language) => words.of(language).tour.through, done: inTheScene },
  {
    id: 'turn-a-up',
    text: (_, language) => words.of(language).tour.turnA,
    // When it is to be seen, not when the slider moves.
    done: (last, next) =>
      last.shownIntervention.aScale < FAR && next.shownIntervention.aScale >= FAR,
  },
];
