import type { TourStep } from '../scene';
import { longestStep } from './derive';
import { deltaOf } from './system';
import { words } from './words';

/** The first two happen in the scene's own sliders, which the store does not know: view.ts ticks them. */
const inTheScene = () => false;

export const tour: readonly TourStep[] = [
  { id: 'both-ends', text: (_, language) => words.of(language).tour.ends, done: inTheScene },
  { id: 'euler-leaves', text: (_, language) => words.of(language).tour.euler, done: inTheScene },
  {
    id: 'longest-step',
    text: (_, language) => words.of(language).tour.longest,
    done: (last, next) => {
      const { token } = next.cursor;
      const longest = longestStep(next);
      // In S4D all steps are equally long, and any will do.
      return (
        last.cursor.token !== token &&
        longest !== null &&
        deltaOf(next, token) === deltaOf(next, longest)
      );
    },
  },
];
