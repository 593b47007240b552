import type { AppState } from '../../store/state';
import type { TourStep } from '../scene';
import { words } from './words';

/** Turned up at least this far, so that something can be seen. */
const FAR = 4;

/** True while the text is cut into single words, or not at all. */
const isAtEnd = ({ choices, yours, model }: AppState): boolean => {
  const size = Number(choices.chunkSize ?? NaN);
  return model.heads !== null && (size === 1 || size >= Math.min(64, yours.tokens.length));
};

/** True while a block off the diagonal is shown. */
const isThroughState = ({ choices, model }: AppState): boolean =>
  model.heads !== null && choices.ssdStep === '4' && Number(choices.ssdChunk) > 1;

export const tour: readonly TourStep[] = [
  {
    id: 'one-end',
    text: (_, language) => words.of(language).tour.ends,
    done: (last, next) => !isAtEnd(last) && isAtEnd(next),
  },
  {
    id: 'through-state',
    text: (_, language) => words.of(language).tour.through,
    done: (last, next) => !isThroughState(last) && isThroughState(next),
  },
  {
    id: 'turn-a-up',
    text: (_, language) => words.of(language).tour.turnA,
    // When it is to be seen, not when the slider moves.
    done: (last, next) =>
      last.shownIntervention.aScale < FAR && next.shownIntervention.aScale >= FAR,
  },
];
