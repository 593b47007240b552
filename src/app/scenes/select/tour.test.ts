import { describe, expect, it } from 'vitest';
import type { Intervention, TokenRecord } from '../../../engine/types';
import type { AppState } from '../../store/state';
import { tour } from './tour';

const CALM: Intervention = { layer: 0, deltaScale: 1, aScale: 1 };
const deltas = Float32Array.from([0.1, 0.2, 0.9, 0.2, 0.3, 0.1]);
const texts = ['She', ' had', ' fun'];

/** Two channels, three words. */
function state(change: {
  token?: number;
  channel?: number;
  turned?: Intervention;
  kind?: string;
}): AppState {
  const tensor = { values: deltas, shape: [2] };
  const delta = { yours: tensor, before: null, first: 0, rows: 3, layer: 0, unit: null };
  // Only what the steps look at.
  return {
    model: {
      kind: change.kind ?? 'Mamba',
      heads: null,
      dInner: 2,
      dState: 1,
      halfLife: [Float32Array.of(9, 2)],
    },
    trace: { layer: 0, first: 0, rows: 3, of: { 'layer.delta': delta } },
    cursor: { token: change.token ?? 0, layer: 0, channel: change.channel ?? 0, state: 0 },
    shownIntervention: change.turned ?? CALM,
    yours: { tokens: texts.map((text) => ({ text })), ended: false },
  } as unknown as AppState;
}
const ticks = (last: AppState, next: AppState) =>
  tour.filter((step) => step.done(last, next)).map((step) => step.id);

describe('Try this', () => {
  it('ticks the first step at the word with the channel’s largest Δ', () => {
    expect(ticks(state({}), state({ token: 2 }))).toEqual([]);
    expect(ticks(state({}), state({ token: 1 }))).toEqual(['largest']);
    expect(ticks(state({ token: 1 }), state({ token: 1 }))).toEqual([]);
    expect(ticks(state({ channel: 1 }), state({ channel: 1, token: 1 }))).toEqual([]);
  });

  it('ticks the second when a quick channel is chosen', () => {
    expect(ticks(state({ channel: 1 }), state({ channel: 0 }))).toEqual([]);
    expect(ticks(state({}), state({ channel: 1 }))).toEqual(['channel']);
  });

  it('ticks the third once all three are frozen, where the reader looks', () => {
    const all: Intervention = { ...CALM, freeze: ['delta', 'B', 'C'] };
    expect(ticks(state({}), state({ turned: { ...CALM, freeze: ['delta', 'C'] } }))).toEqual([]);
    expect(ticks(state({}), state({ turned: { ...all, layer: 3 } }))).toEqual([]);
    expect(ticks(state({}), state({ turned: all }))).toEqual(['freeze']);
    expect(ticks(state({ turned: all }), state({ turned: all }))).toEqual([]);
    expect(ticks(state({ kind: 'S4D' }), state({ kind: 'S4D', token: 2 }))).toEqual(['freeze']);
  });

  it('names the ball where there is one', () => {
    const tokens = (text: string) => [{ text } as TokenRecord];
    expect(tour[0].text(tokens(' ball'), 'en')).toContain('ball');
    expect(tour[0].text(tokens(' cat'), 'en')).toContain('largest');
  });
});
