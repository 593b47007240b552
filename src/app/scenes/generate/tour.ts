import type { TokenRecord } from '../../../engine/types';
import type { AppState } from '../../store/state';
import type { TourStep } from '../scene';

/** Turned up at least this far, so that something can be seen. */
const FAR = 4;

/** The word to step back to: “red” in the first story, else the most surprising one of the text. */
export function surprisingWord(tokens: readonly TokenRecord[]): number | null {
  const red = tokens.findIndex((t) => t.text.trim() === 'red');
  if (red >= 0) return red;
  let best: number | null = null;
  let most = 0;
  tokens.forEach(({ surprise, text }, i) => {
    if (surprise !== null && surprise > most && text.trim()) [best, most] = [i, surprise];
  });
  return best;
}

const same = (a: AppState['cursor'], b: AppState['cursor']) =>
  a.channel === b.channel && a.state === b.state;

export const tour: readonly TourStep[] = [
  {
    id: 'turn-a-up',
    text: (t, tokens) =>
      tokens.some((token) => token.text === ' ball')
        ? t.generate.tour.turnAUpBall
        : t.generate.tour.turnAUp,
    done: (last, next) => last.intervention.aScale < FAR && next.intervention.aScale >= FAR,
  },
  {
    id: 'surprising-word',
    text: (t, tokens) => {
      const at = surprisingWord(tokens);
      return t.generate.tour.stepBack(at === null ? '' : tokens[at].text.trim());
    },
    done: (last, next) =>
      last.cursor.token !== next.cursor.token &&
      next.cursor.token === surprisingWord(next.yours.tokens),
  },
  {
    id: 'one-number',
    text: (t) => t.generate.tour.oneNumber,
    done: (last, next) => !same(last.cursor, next.cursor),
  },
];
