import { describe, expect, it } from 'vitest';
import { greatest, roundUp, sizeAt, someOf, sortedUnits } from './rows';

describe('rows', () => {
  const sorted = sortedUnits([5, 1, 3, 1], 4);

  it('are sorted, equal ones by number', () => {
    expect([...sorted]).toEqual([1, 3, 2, 0]);
  });

  it('are thinned out evenly, and the chosen one is always among them', () => {
    const many = sortedUnits(
      Float32Array.from({ length: 512 }, (_, i) => 512 - i),
      512,
    );
    for (const chosen of [0, 1, 255, 489, 511]) {
      const some = someOf(many, 46, chosen);
      expect(some).toHaveLength(46);
      expect(new Set(some).size).toBe(46);
      expect(some).toContain(chosen);
      // Still in order.
      const places = Array.from(some, (unit) => many.indexOf(unit));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
    expect(someOf(sorted, 46, 0)).toBe(sorted);
  });
});

describe('a scale', () => {
  it('ends at the next round number', () => {
    expect([0.41, 0.3, 0.07, 1.01, 96, 0].map((v) => roundUp(v))).toEqual([
      0.5, 0.3, 0.08, 1.5, 100, 1,
    ]);
  });

  it('leaves out the rare large values', () => {
    const values = Float32Array.from({ length: 1000 }, (_, i) => (i === 7 ? -90 : i / 1000));
    expect(sizeAt(values, 0.98)).toBeCloseTo(0.98, 2);
    expect(sizeAt(new Float32Array(0), 0.98)).toBe(0);
    expect(greatest(values).index).toBe(999);
  });
});
