import { describe, expect, it } from 'vitest';
import { keyStep, toDoublings, toFactor, toPosition } from './logScale';

describe('the logarithmic slider', () => {
  it('has 1 in the middle and 1/16 and 16 at its ends', () => {
    expect([1 / 16, 1, 16].map((f) => toPosition(toDoublings(f)))).toEqual([0, 0.5, 1]);
  });

  it('returns exactly 1 from the middle, so that the model counts as untouched', () => {
    expect(toFactor(toDoublings(1))).toBe(1);
  });

  it('stands at the end for factors beyond it', () => {
    expect(toDoublings(1000)).toBe(4);
  });

  it('moves a quarter of a doubling with an arrow, a whole one with Shift, and stays inside', () => {
    expect(keyStep('ArrowRight', false, 0)).toBe(0.25);
    expect(keyStep('ArrowLeft', true, 0)).toBe(-1);
    expect(keyStep('ArrowUp', true, 3.5)).toBe(4);
    expect(keyStep('Home', false, 1)).toBe(-4);
    expect(keyStep('x', false, 1)).toBeNull();
  });
});
