import type { TourStep } from '../scene';
import { words } from './words';

/** What the figures themselves see and tick: nothing of it is in the store. */
const byFigure = () => false;

export const tour: readonly TourStep[] = [
  {
    id: 'back',
    text: (_, language) => words.of(language).tour.back,
    done: (last, next) => next.cursor.token === last.cursor.token - 1,
  },
  { id: 'freeze', text: (_, language) => words.of(language).tour.freeze, done: byFigure },
  { id: 'levels', text: (_, language) => words.of(language).tour.levels, done: byFigure },
];
