import { describe, expect, it, vi } from 'vitest';
import type { Actions, AppState } from '../store/state';
import { keyAction, sceneOfKey } from './keys';

// Only what keys look at; the driver makes whole states.
const state = {
  cursor: { token: 3, layer: 7, channel: 5, state: 0 },
  model: { nLayers: 8 },
  yours: { tokens: [1, 2, 3, 4] },
  playing: false,
} as unknown as AppState;
const order = Uint16Array.of(9, 5, 2);

function press(key: string) {
  const names = ['setLayer', 'setChannel', 'step', 'stepBack', 'setToken', 'play', 'pause'];
  const spies = Object.fromEntries(names.map((n) => [n, vi.fn<(...values: number[]) => void>()]));
  keyAction(key, state, spies as unknown as Actions, order)?.();
  const called = names.filter((n) => spies[n].mock.calls.length);
  return called.map((n) => [n].concat(spies[n].mock.calls[0].map(String)));
}

describe('keys', () => {
  it('walk along the text and jump to its ends', () => {
    expect(press('ArrowLeft')).toEqual([['stepBack']]);
    expect(press('ArrowRight')).toEqual([['step']]);
    expect(press('Home')).toEqual([['setToken', '0']]);
    expect(press('End')).toEqual([['setToken', '3']]);
  });

  it('stop at the last layer', () => {
    expect(press(']')).toEqual([['setLayer', '7']]);
    expect(press('[')).toEqual([['setLayer', '6']]);
  });

  it('walk along channels in the order of the figure', () => {
    expect(press('ArrowDown')).toEqual([['setChannel', '2']]);
    expect(press('ArrowUp')).toEqual([['setChannel', '9']]);
  });

  it('go to scenes by their number, the tenth by 0', () => {
    const ids = 'abcdefghij'.split('');
    expect(['1', '9', '0'].map((key) => sceneOfKey(key, ids))).toEqual(['a', 'i', 'j']);
    expect(['5', 'a', '12', ''].map((key) => sceneOfKey(key, ids.slice(0, 2)))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('play with space, and leave every other key alone', () => {
    expect(press(' ')).toEqual([['play']]);
    expect(press('q')).toEqual([]);
  });
});
