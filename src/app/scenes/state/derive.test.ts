import { describe, expect, it } from 'vitest';
import { recordedRun } from '../../recorded/recordedRun';
import type { AppState } from '../../store/state';
import {
  companions,
  doublings,
  halfLife,
  halfLives,
  largestDifference,
  live,
  median,
  roundRange,
  shareFrom,
  spread,
  spreadWith,
} from './derive';
import { loudest } from './hearing';
import type { LayerRun } from './layer';
import {
  bytesText,
  cacheBytesPerToken,
  convNumbers,
  crossing,
  stateBytes,
  stateNumbers,
} from './memory';

const { model } = recordedRun();

/** A layer of two channels with two states, Mamba’s kind; only what half-lives look at. */
const small = {
  model: { ...model, dInner: 2, dState: 2, heads: null },
  delta: Float32Array.of(0.1, 0.5, 1, 2),
  A: Float32Array.of(-1, -2, -4, -8),
} as LayerRun;

describe('half-lives', () => {
  it('after so many tokens of the same step, half is left', () => {
    for (const [delta, rate] of [
      [0.1, -1],
      [0.03, -16],
      [2, -0.5],
    ])
      expect(Math.exp(delta * rate * halfLife(delta, rate))).toBeCloseTo(0.5, 12);
  });

  it('are those of the token’s own steps, channel by channel', () => {
    const at = (t: number) => [...halfLives(small, t)].map((v) => Number(v.toFixed(4)));
    expect(at(0)).toEqual([6.9315, 3.4657, 0.3466, 0.1733]);
    const at0 = halfLives(small, 0);
    // Steps ten times as large in the first channel, four times in the second.
    expect(at(1)).toEqual([0.1, 0.1, 0.25, 0.25].map((f, i) => Number((at0[i] * f).toFixed(4))));
  });

  it('are counted in doublings, none left out', () => {
    expect(doublings([0.01, 0.5, 0.9, 1, 3.9, 4, 1000], 0.5, 4)).toEqual([3, 1, 1, 2]);
    expect(shareFrom([1, 2, 3, 4], 3)).toBe(0.5);
    expect(median(Float32Array.of(9, 1, 5))).toBe(5);
    expect(median(Float32Array.of(4, 1, 2, 3))).toBe(2.5);
  });
});

describe('memory', () => {
  it('of the bundled Mamba is 8 × (512 × 16 + 512 × 3) numbers of 4 bytes, whatever was read', () => {
    expect(stateNumbers(model)).toBe(8 * 512 * 16);
    expect(convNumbers(model)).toBe(8 * 512 * 3);
    expect(stateBytes(model)).toBe(311_296);
  });

  it('is overtaken by a cache exactly at the crossing', () => {
    const models = [
      model,
      { ...model, nLayers: 24, dModel: 768, dInner: 1536 },
      { ...model, kind: 'S4D' },
      {
        ...model,
        kind: 'Mamba-2',
        dState: 128,
        heads: { nHeads: 8, headDim: 64, nGroups: 1 },
      },
    ];
    for (const m of models) {
      const t = crossing(m);
      expect(t * cacheBytesPerToken(m)).toBeGreaterThan(stateBytes(m));
      expect((t - 1) * cacheBytesPerToken(m)).toBeLessThanOrEqual(stateBytes(m));
    }
    expect(crossing(model)).toBe(39);
  });

  it('reads as people write it', () => {
    expect([900, 8192, 311_296, 2_097_152, 8.2e9].map(bytesText)).toEqual([
      '900 B',
      '8.2 kB',
      '311 kB',
      '2.1 MB',
      '8.2 GB',
    ]);
  });
});

describe('ranges and choices', () => {
  it('a range is 1, 2 or 5 times a power of ten and holds nearly all', () => {
    expect(roundRange([0.1, -0.43, 0.2])).toBe(0.5);
    expect(roundRange([3, -7])).toBe(10);
    expect(roundRange([0.2])).toBe(0.2);
    expect(roundRange([0, 0])).toBe(1);
    const one = Array.from({ length: 1000 }, (_, i) => (i === 0 ? 50 : 0.9));
    expect(roundRange(one)).toBe(1);
  });

  it('fewer of many are spread from end to end', () => {
    expect(spread([1, 2, 3], 9)).toEqual([1, 2, 3]);
    expect(
      spread(
        Uint16Array.from({ length: 512 }, (_, i) => i),
        3,
      ),
    ).toEqual([0, 256, 511]);
    expect(spread([7, 8, 9], 1)).toEqual([7]);
  });

  it('the chosen one is among them, in its place in the order', () => {
    const list = Uint16Array.from({ length: 512 }, (_, i) => 511 - i);
    for (const wanted of [0, 1, 250, 510, 511]) {
      const some = spreadWith(list, 16, wanted);
      expect(some).toHaveLength(16);
      expect(some).toContain(wanted);
      expect(some).toEqual(some.toSorted((a, b) => b - a));
    }
  });

  it('companions go from slow to quick without the chosen one', () => {
    const order = Uint16Array.from({ length: 9 }, (_, i) => 8 - i);
    expect(companions(order, 3)).toEqual([8, 6, 4, 2]);
    expect(companions(order, 4)).toEqual([8, 6, 2, 0]);
  });

  it('the loudest are the largest in size', () => {
    expect(loudest({ from: 5, values: Float64Array.of(0.1, -3, 2) }, 2)).toEqual([6, 7]);
  });

  it('what is not a number is no agreement', () => {
    expect(largestDifference([1, NaN], [1, 2])).toBeNaN();
    expect(largestDifference([1, 2], [1.5, 2])).toBe(0.5);
  });
});

it('the prose states the bundled model’s numbers', () => {
  const state = { ...recordedRun(), theme: 'system' } as AppState;
  const stated = Object.fromEntries(Object.entries(live).map(([name, of]) => [name, of(state)]));
  expect(stated).toMatchObject({
    halfLife: null,
    dState: 16,
    dInner: 512,
    nLayers: 8,
    layerNumbers: 8192,
    stateNumbers: 65_536,
    convNumbers: 12_288,
    stateKilobytes: 311.296,
    cachePerToken: 8192,
    crossing: 39,
  });
});
