import type { TokenRecord } from '../../../engine/types';
import type { AppState } from '../../store/state';
import type { TourStep } from '../scene';
import { words } from './words';

/** Turned up at least this far, so that something can be seen. */
const FAR = 4;

/** The word to step back to: “red” in the first story, else the most surprising one of the text. */
export function surprisingWord(tokens: readonly TokenRecord[]): number | null {
  const red = tokens.findIndex((t) => t.text.trim() === 'red');
  if (red >= 0) return red;
  let best: number | null = null;
  let most = 0;
  tokens.forEach(({ surprise, text }, i) => {
    // A word that can be named: no mark, and nothing that takes no room, as between the parts of an emoji.
    if (surprise !== null && surprise > most && /[\p{L}\p{N}]/u.test(text))
      [best, most] = [i, surprise];
  });
  return best;
}

const same = (a: AppState['cursor'], b: AppState['cursor']) =>
  a.channel === b.channel && a.state === b.state;

export const tour: readonly TourStep[] = [
  {
    id: 'turn-a-up',
    text: (tokens, language) =>
      tokens.some((token) => token.text === ' ball')
        ? words.of(language).tour.turnAUpBall
        : words.of(language).tour.turnAUp,
    // When it is to be seen, not when the slider moves: the model may be on its way yet.
    done: (last, next) =>
      last.shownIntervention.aScale < FAR && next.shownIntervention.aScale >= FAR,
  },
  {
    id: 'surprising-word',
    text: (tokens, language) => {
      const at = surprisingWord(tokens);
      return words.of(language).tour.stepBack(at === null ? '' : tokens[at].text.trim());
    },
    done: (last, next) =>
      last.cursor.token !== next.cursor.token &&
      next.cursor.token === surprisingWord(next.yours.tokens),
  },
  {
    id: 'one-number',
    text: (_, language) => words.of(language).tour.oneNumber,
    done: (last, next) => !same(last.cursor, next.cursor),
  },
];
