import type { TourStep } from '../scene';
import { words } from './words';

/** States a channel that count as many. */
const MANY = 64;

/** Over several choices, or on the device: view.ts ticks them. */
const inTheScene = () => false;

export const tour: readonly TourStep[] = [
  { id: 'walk', text: (_, language) => words.of(language).tour.walk, done: inTheScene },
  {
    id: 'states',
    text: (_, language) => words.of(language).tour.states,
    done: (last, next) =>
      last.choices['dState'] !== next.choices['dState'] && Number(next.choices['dState']) >= MANY,
  },
  { id: 'run', text: (_, language) => words.of(language).tour.run, done: inTheScene },
];
