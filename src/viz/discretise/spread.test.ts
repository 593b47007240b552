import { array, assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { spread } from './spread';

it('leaves labels that do not touch where they are', () => {
  expect(spread([10, 60, 30], 18, 0, 100)).toEqual([10, 60, 30]);
});

it('keeps labels apart, in their order and inside', () => {
  assert(
    property(array(integer({ min: -50, max: 300 }), { minLength: 1, maxLength: 5 }), (wanted) => {
      const places = spread(wanted, 18, 0, 200);
      const sorted = places.toSorted((a, b) => a - b);
      expect(sorted[0]).toBeGreaterThanOrEqual(0);
      expect(sorted.at(-1)).toBeLessThanOrEqual(200);
      for (let i = 1; i < sorted.length; i++)
        expect(sorted[i] - sorted[i - 1]).toBeGreaterThanOrEqual(18);
      const swapped = wanted.some((a, i) => wanted.some((b, j) => a < b && places[i] >= places[j]));
      expect(swapped).toBe(false);
    }),
  );
});
