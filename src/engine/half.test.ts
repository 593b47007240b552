import { expect, it } from 'vitest';
import { floatToHalf, halfToFloat } from './half';

it('every half float survives the way to a float and back', () => {
  for (let bits = 0; bits < 65536; bits++) {
    const value = halfToFloat(bits);
    // There are many NaNs, and only one of them comes back.
    expect(floatToHalf(value)).toBe(Number.isNaN(value) ? 0x7e00 : bits);
  }
});

it('rounds to the nearest half, ties to even, and beyond the largest to infinity', () => {
  expect(halfToFloat(floatToHalf(1 + 2 ** -11))).toBe(1);
  expect(halfToFloat(floatToHalf(1 + 3 * 2 ** -11))).toBe(1 + 2 ** -9);
  expect(halfToFloat(floatToHalf(0.1))).toBeCloseTo(0.1, 4);
  expect(halfToFloat(floatToHalf(65519))).toBe(65504);
  expect(halfToFloat(floatToHalf(-1e9))).toBe(-Infinity);
});
