import type { TourStep } from '../scene';
import { words } from './words';

/** All of them happen in the scene's own controls, which the store does not know: view.ts ticks them. */
const inTheScene = () => false;

export const tour: readonly TourStep[] = [
  { id: 'walk', text: (_, language) => words.of(language).tour.walk, done: inTheScene },
  { id: 'states', text: (_, language) => words.of(language).tour.states, done: inTheScene },
  { id: 'run', text: (_, language) => words.of(language).tour.run, done: inTheScene },
];
