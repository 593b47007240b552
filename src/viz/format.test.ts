import { describe, expect, it } from 'vitest';
import { count, factor, fixed, magnitude, megabytes, percent } from './format';

describe('numbers', () => {
  it('wear a true minus sign and never write minus zero', () => {
    expect(fixed(-1.234)).toBe('−1.23');
    expect(fixed(-0.001)).toBe('0.00');
    expect(fixed(0.135, 3)).toBe('0.135');
  });

  it('tell a small chance from none, and a great one from certainty', () => {
    expect([0, 0.001, 0.126, 0.998, 1].map(percent)).toEqual(['0%', '<1%', '13%', '>99%', '100%']);
  });

  it('write factors with no more digits than they need', () => {
    expect([16, 1, 2 ** -2.25, 1 / 16].map(factor)).toEqual(['16', '1', '0.21', '0.06']);
  });

  it('separate thousands and shorten parameters and bytes', () => {
    expect(count(65536)).toBe('65,536');
    expect(count(512)).toBe('512');
    expect([4_512_000, 12_000, 7].map(magnitude)).toEqual(['4.5 M', '12 k', '7']);
    expect(megabytes(9_140_000)).toBe('9.1 MB');
  });
});
