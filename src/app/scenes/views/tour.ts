import type { TourStep } from '../scene';
import { words } from './words';

export const tour: readonly TourStep[] = [
  {
    id: 'back',
    text: (_, language) => words.of(language).tour.back,
    done: (last, next) => next.cursor.token === last.cursor.token - 1,
  },
  {
    id: 'freeze',
    text: (_, language) => words.of(language).tour.freeze,
    done: (last, next) => last.choices.selective !== '0' && next.choices.selective === '0',
  },
  {
    id: 'levels',
    text: (_, language) => words.of(language).tour.levels,
    // The first level after the leaves.
    done: (last, next) => last.choices.level === '0' && next.choices.level === '1',
  },
];
