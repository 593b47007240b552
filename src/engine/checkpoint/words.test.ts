import { expect, it } from 'vitest';
import { formatBytes, formatList, formatShortfall, quote } from './words';

it('writes byte counts in decimal units', () => {
  expect([0, 1, 999, 1000, 9_114_344, 999_950, 3.2e9].map(formatBytes)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '1.0 kB',
    '9.1 MB',
    '1.0 MB',
    '3.2 GB',
  ]);
});

it('says how many bytes lack where rounding would hide it', () => {
  expect(formatShortfall(5_000_000, 9_100_000)).toBe('5.0 MB of 9.1 MB');
  expect(formatShortfall(9_099_999, 9_100_000)).toBe('9.1 MB of 9.1 MB, 1 byte too few');
});

it('lists the first few and counts the rest', () => {
  expect(formatList(['a', 'b'])).toBe('a, b');
  expect(formatList(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('a, b, c, d and 2 more');
});

it('cuts what a hostile file would print', () => {
  expect(quote('x'.repeat(1e6)).length).toBeLessThan(90);
  expect(quote({ a: 1 })).toBe('"{"a":1}"');
});
