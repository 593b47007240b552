import { describe, expect, it } from 'vitest';
import type { TokenRecord } from '../../../engine/types';
import type { AppState } from '../../store/state';
import { surprisingWord, tour } from './tour';

const token = (text: string, surprise: number | null) => ({ text, surprise }) as TokenRecord;
const story = [token('She', null), token(' had', 3), token(' red', 7), token(' Tom', 9)];

function state(change: { aScale?: number; token?: number; channel?: number }): AppState {
  // Only what the steps look at.
  return {
    shownIntervention: { layer: 7, deltaScale: 1, aScale: change.aScale ?? 1 },
    cursor: { token: change.token ?? 3, layer: 7, channel: change.channel ?? 0, state: 0 },
    yours: { tokens: story, ended: false },
  } as unknown as AppState;
}
const ticks = (last: AppState, next: AppState) =>
  tour.filter((s) => s.done(last, next)).map((s) => s.id);

describe('Try this', () => {
  it('ticks the first step once A is turned up far enough', () => {
    expect(ticks(state({}), state({ aScale: 2 }))).toEqual([]);
    expect(ticks(state({ aScale: 2 }), state({ aScale: 16 }))).toEqual(['turn-a-up']);
  });

  it('ticks the second at “red”, however the reader gets there', () => {
    expect(ticks(state({ token: 3 }), state({ token: 2 }))).toEqual(['surprising-word']);
    expect(ticks(state({ token: 2 }), state({ token: 2 }))).toEqual([]);
  });

  it('ticks the third when a number of the state is chosen', () => {
    expect(ticks(state({}), state({ channel: 489 }))).toEqual(['one-number']);
  });

  it('asks for the most surprising word in a text without “red”', () => {
    expect(surprisingWord(story)).toBe(2);
    expect(surprisingWord([story[0], story[1], story[3]])).toBe(2);
    expect(surprisingWord([story[0]])).toBeNull();
    expect(surprisingWord([story[1], token('\u200d', 12), token(',', 13)])).toBe(0);
  });
});
