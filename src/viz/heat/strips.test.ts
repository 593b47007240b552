import { describe, expect, it } from 'vitest';
import { cellAt, layStrips, mapHeight, walkTo } from './strips';

const metrics = { small: 16, smallGap: 2, room: 154, gap: 6, label: 0 };

describe('the strips of the state map', () => {
  it('give every state of the chosen layer the same whole number of px', () => {
    for (const large of [['state', 'change'] as const, ['before', 'state', 'change'] as const]) {
      const strips = layStrips(8, 7, large, 16, metrics);
      expect(strips.at(-1)!.height % 16).toBe(0);
      expect(strips.at(-1)!.top + strips.at(-1)!.height).toBeLessThanOrEqual(mapHeight(8, metrics));
    }
  });

  it('do not overlap', () => {
    const strips = layStrips(8, 3, ['before', 'state', 'change'], 16, metrics);
    for (let i = 1; i < strips.length; i++)
      expect(strips[i].top).toBeGreaterThan(strips[i - 1].top + strips[i - 1].height);
  });

  it('keep room for names above the large ones where there is no gutter', () => {
    const strips = layStrips(8, 3, ['before', 'state', 'change'], 16, {
      ...metrics,
      room: 199,
      label: 15,
    });
    const [before, state] = strips.slice(8);
    expect(before.top - (strips[7].top + strips[7].height)).toBeGreaterThanOrEqual(15);
    expect(state.top - (before.top + before.height)).toBeGreaterThanOrEqual(15);
  });

  it('find the cell under a point, and none between two strips', () => {
    const strips = layStrips(8, 7, ['state', 'change'], 16, metrics);
    expect(cellAt(strips, 0, 0, 868, 512, 16)).toEqual({ strip: 0, rank: 0, state: 0 });
    expect(cellAt(strips, 867.9, 18 + 15.9, 868, 512, 16)).toEqual({
      strip: 1,
      rank: 511,
      state: 15,
    });
    expect(cellAt(strips, 10, 17, 868, 512, 16)).toBeNull();
    expect(cellAt(strips, 868, 0, 868, 512, 16)).toBeNull();
  });
});

describe('arrow keys on the state', () => {
  it('walk along channels and states, and stop at the edges', () => {
    const at = { rank: 5, state: 0 };
    expect(walkTo('ArrowRight', false, at, 512, 16)).toEqual({ rank: 6, state: 0 });
    expect(walkTo('ArrowLeft', true, at, 512, 16)).toEqual({ rank: 0, state: 0 });
    expect(walkTo('ArrowDown', false, at, 512, 16)).toEqual({ rank: 5, state: 1 });
    expect(walkTo('ArrowUp', false, at, 512, 16)).toEqual(at);
    expect(walkTo('Enter', false, at, 512, 16)).toBeNull();
  });
});
