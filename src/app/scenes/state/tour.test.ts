import { describe, expect, it } from 'vitest';
import { slowestFirst } from '../../../viz/heat/paint';
import { recordedRun } from '../../recorded/recordedRun';
import type { AppState } from '../../store/state';
import { isSlow, tour } from './tour';

// Half-lives of no real layer, each another.
const lives = Float32Array.from({ length: 512 }, (_, i) => 1 + ((i * 37) % 512));
const model = { ...recordedRun().model, halfLife: Array.from({ length: 8 }, () => lives) };
const order = slowestFirst(model.halfLife[7]);

function state(change: { aScale?: number; token?: number; channel?: number }): AppState {
  // Only what the steps look at.
  return {
    model,
    shownIntervention: { layer: 7, deltaScale: 1, aScale: change.aScale ?? 1 },
    cursor: { token: change.token ?? 3, layer: 7, channel: change.channel ?? order[500], state: 0 },
  } as unknown as AppState;
}
const ticks = (last: AppState, next: AppState) =>
  tour.filter((s) => s.done(last, next)).map((s) => s.id);

describe('Try this', () => {
  it('ticks the first step at a slow channel only', () => {
    expect(isSlow(state({ channel: order[0] }))).toBe(true);
    expect(ticks(state({}), state({ channel: order[3] }))).toEqual(['slow-channel']);
    expect(ticks(state({}), state({ channel: order[300] }))).toEqual([]);
    expect(ticks(state({ channel: order[3] }), state({ channel: order[3] }))).toEqual([]);
  });

  it('ticks the second once A is turned up far enough', () => {
    expect(ticks(state({}), state({ aScale: 2 }))).toEqual([]);
    expect(ticks(state({}), state({ aScale: 4 }))).toEqual(['turn-a-up']);
  });

  it('ticks the third at one step on, not at a jump', () => {
    expect(ticks(state({ token: 3 }), state({ token: 4 }))).toEqual(['step-on']);
    expect(ticks(state({ token: 3 }), state({ token: 6 }))).toEqual([]);
    expect(ticks(state({ token: 3 }), state({ token: 2 }))).toEqual([]);
  });
});
