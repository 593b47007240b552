import { assert, double, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTOR_SCALE, keyStep, linearScale, logScale, nearestUnit, toPosition } from './scale';

describe('the slider of a factor', () => {
  it('has 1 in the middle and 1/16 and 16 at its ends', () => {
    expect([1 / 16, 1, 16].map((f) => toPosition(FACTOR_SCALE, f))).toEqual([0, 0.5, 1]);
  });

  it('returns exactly 1 from the middle, so that the model counts as untouched', () => {
    expect(FACTOR_SCALE.toValue(nearestUnit(FACTOR_SCALE, 1))).toBe(1);
  });

  it('stands at the end for factors beyond it', () => {
    expect(nearestUnit(FACTOR_SCALE, 1000)).toBe(4);
  });

  it('moves a quarter of a doubling with an arrow, a whole one with Shift, and stays inside', () => {
    expect(keyStep(FACTOR_SCALE, 'ArrowRight', false, 0)).toBe(0.25);
    expect(keyStep(FACTOR_SCALE, 'ArrowLeft', true, 0)).toBe(-1);
    expect(keyStep(FACTOR_SCALE, 'ArrowUp', true, 3.5)).toBe(4);
    expect(keyStep(FACTOR_SCALE, 'Home', false, 1)).toBe(-4);
    expect(keyStep(FACTOR_SCALE, 'x', false, 1)).toBeNull();
  });
});

describe('the slider of a value', () => {
  it('returns what it was given, to the nearest step, on either kind of track', () => {
    const log = logScale(0.001, 10, 0.125);
    const even = linearScale(-2, 3, 0.05);
    assert(
      property(double({ min: 0, max: 1, noNaN: true }), (share) => {
        for (const scale of [log, even]) {
          const unit = scale.min + share * (scale.max - scale.min);
          const nearest = nearestUnit(scale, scale.toValue(unit));
          expect(Math.abs(nearest - unit)).toBeLessThanOrEqual(scale.step / 2 + 1e-9);
        }
      }),
    );
  });

  it('walks an even track in its steps', () => {
    const even = linearScale(-2, 3, 0.5);
    expect(keyStep(even, 'ArrowLeft', false, 0)).toBe(-0.5);
    expect(keyStep(even, 'PageUp', false, 0)).toBe(3);
    expect(toPosition(even, 0.5)).toBe(0.5);
  });
});
