import { describe, expect, it } from 'vitest';
import type { TokenRecord } from '../../engine/types';
import type { AppState } from '../store/state';
import { en } from '../strings.en';
import { changeSentence } from './Announcer';

const run = (...texts: string[]) => ({
  tokens: texts.map(
    (text) => ({ id: text.length * 100 + text.charCodeAt(1), text }) as TokenRecord,
  ),
  ended: false,
});
const moment = (p: number) => ({ next: { top: [{ id: 1, text: ' play', p }] } });

function sentence(aScale: number, yours = run(' my', ' ball')) {
  // Only what the sentence speaks of.
  const state = {
    shownIntervention: { layer: 7, deltaScale: 1, aScale },
    before: run(' my', ' ball'),
    yours,
    moment: { yours: moment(0.25), before: moment(0.75) },
  } as unknown as AppState;
  return changeSentence(state, en);
}

describe('what is said of a change', () => {
  it('is what was turned, where the texts part, and what comes next', () => {
    expect(sentence(16, run(' my', ' hand'))).toBe(
      'A × 16 in layer 7: the text parts at “ball”, now “hand”. Likeliest next: play, 25%, before 75%.',
    );
  });

  it('says so if the text stays the same, or if nothing is turned', () => {
    expect(sentence(2)).toContain('the text stays the same.');
    expect(sentence(1)).toBe('The live model, untouched.');
  });
});
