import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extremes,
  LAST_STEP,
  legendOf,
  relativeToMedian,
  rowMedians,
  scaleStep,
  type HeatScale,
} from './scale';

describe('a scale', () => {
  const signed: HeatScale = { kind: 'signed', max: 0.6, bend: 'sqrt' };

  it('is symmetric about zero, which is its middle', () => {
    expect(scaleStep(signed, 0)).toBe(LAST_STEP / 2);
    assert(
      property(double({ min: 0, max: 2, noNaN: true }), (v) => {
        expect(scaleStep(signed, v) + scaleStep(signed, -v)).toBe(LAST_STEP);
      }),
    );
  });

  it('bends by a square root only where it says so', () => {
    expect(scaleStep(signed, 0.15)).toBe(127 + 64);
    expect(scaleStep({ kind: 'signed', max: 0.6 }, 0.15)).toBe(127 + 32);
  });

  it('clips what lies beyond its ends, and never leaves the ramp', () => {
    expect(scaleStep(signed, 9)).toBe(LAST_STEP);
    expect(scaleStep(signed, -9)).toBe(0);
    expect(scaleStep({ kind: 'magnitude', max: 1 }, 9)).toBe(LAST_STEP);
    expect(scaleStep({ kind: 'magnitude', max: 1 }, -1)).toBe(0);
    expect(scaleStep(signed, -Infinity)).toBe(0);
  });

  it('is even in powers of ten where it is logarithmic', () => {
    const log: HeatScale = { kind: 'magnitude', max: 1000, logFrom: 0.1 };
    const steps = [0.1, 1, 10, 100, 1000].map((v) => scaleStep(log, v));
    steps.forEach((step, i) => expect(Math.abs(step - (i / 4) * LAST_STEP)).toBeLessThan(1));
    expect([0, -3, 0.01, 1e9].map((v) => scaleStep(log, v))).toEqual([0, 0, 0, LAST_STEP]);
    expect(legendOf(log)).toMatchObject({ low: '≤ 0.1', high: '≥ 1000' });
  });

  it('marks clipped ends in its legend, unless nothing can lie beyond', () => {
    expect(legendOf(signed)).toEqual({ kind: 'signed', low: '≤ −0.6', high: '≥ 0.6' });
    expect(legendOf({ kind: 'magnitude', max: 1, closed: true })).toEqual({
      kind: 'magnitude',
      low: '0',
      high: '1',
    });
  });
});

describe('a picture relative to the median of its rows', () => {
  const rows = [
    [1, 4, 2],
    [80, 20, 40],
  ];
  const value = (r: number, c: number) => rows[r][c];

  it('takes each row against its own middle value, in doublings', () => {
    const medians = rowMedians(2, 3, value);
    expect([...medians]).toEqual([2, 40]);
    const relative = relativeToMedian(value, medians);
    expect([0, 1, 2].map((c) => relative(0, c))).toEqual([-1, 1, 0]);
    expect([0, 1, 2].map((c) => relative(1, c))).toEqual([1, -1, 0]);
  });

  it('takes the mean of the two middle values of an even number', () => {
    expect([...rowMedians(1, 2, value)]).toEqual([2.5]);
  });
});

describe('a picture in words', () => {
  it('knows its least and greatest number in the columns in sight', () => {
    const value = (r: number, c: number) => [5, -1, 7][c] * (r + 1);
    expect(extremes(2, [0, 1], value)).toEqual({
      least: { row: 1, column: 1, value: -2 },
      most: { row: 1, column: 0, value: 10 },
    });
    expect(extremes(2, [], value)).toBeNull();
  });
});
