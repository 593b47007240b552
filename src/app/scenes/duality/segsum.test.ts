/** Which ways to L hold in f32, each counted entry by entry on matrices small enough to be formed. */
import { describe, expect, it } from 'vitest';
import { LARGEST, repeated, SMALLEST_POWER, stabilityOf, tellingLength } from './segsum';

const f32 = Math.fround;

/** All entries of the matrix by the three ways that can break, in f32, as they would be formed. */
function formed(log: Float32Array) {
  const T = log.length;
  const sums: number[] = [];
  log.forEach((v, t) => sums.push(f32((sums[t - 1] ?? 0) + v)));
  const product = sums.map((s) => f32(Math.exp(s)));
  const broken = { ratio: 0, maskLate: 0, segment: 0 };
  for (let i = 0; i < T; i++)
    for (let j = 0; j < T; j++) {
      const mask = j <= i ? 1 : 0;
      if (mask && Number.isNaN(f32(product[i]! / product[j]!))) broken.ratio += 1;
      if (Number.isNaN(f32(f32(Math.exp(f32(sums[i]! - sums[j]!))) * mask))) broken.maskLate += 1;
      let segment = 0;
      for (let s = j + 1; s <= i; s++) segment = f32(segment + log[s]!);
      if (mask && !Number.isFinite(f32(Math.exp(segment)))) broken.segment += 1;
    }
  return broken;
}

describe('on decays whose product leaves f32', () => {
  // 160 words at log a = −1 … −1.5: exp of the sum is 0 from about word 84 on.
  const log = Float32Array.from({ length: 160 }, (_, t) => -1 - (0.5 * ((t * 7) % 11)) / 11);
  const found = stabilityOf(log);

  it('the ratio of products is not a number from where both are 0', () => {
    const { dies, products, ratio, ways } = found;
    expect(dies).not.toBeNull();
    expect(products[dies!]).toBe(0);
    expect(products[dies! - 1]).toBeGreaterThan(0);
    expect(Number.isNaN(ratio[dies! + 1])).toBe(true);
    expect(ways.ratio.broken).toBe(formed(log).ratio);
    expect(ways.ratio.broken).toBeGreaterThan(0);
    expect(ways.ratio.error).toBeNull();
  });

  it('a mask that comes after exp leaves ∞ · 0 above the diagonal', () => {
    expect(found.ways.maskLate.broken).toBe(formed(log).maskLate);
    expect(found.ways.maskLate.broken).toBeGreaterThan(0);
  });

  it('the segment sum stays finite, and is the most exact', () => {
    const { segment, difference } = found.ways;
    expect(formed(log).segment).toBe(segment.broken);
    expect(segment.broken).toBe(0);
    expect(difference.broken).toBe(0);
    expect(segment.error!).toBeLessThan(2 ** -23);
    expect(difference.error!).toBeGreaterThan(segment.error!);
  });

  it('counts every entry on and below the diagonal', () => {
    expect(found.entries).toBe((160 * 161) / 2);
  });
});

it('on slow decays nothing fails', () => {
  const { dies, ways } = stabilityOf(new Float32Array(128).fill(-0.01));
  expect(dies).toBeNull();
  expect(ways.ratio.broken + ways.maskLate.broken).toBe(0);
  expect(ways.ratio.error!).toBeLessThan(1e-5);
});

it('the ends of f32 are where exp leaves it', () => {
  expect(f32(Math.exp(LARGEST - 1e-4))).toBeLessThan(Infinity);
  expect(f32(Math.exp(LARGEST + 1e-4))).toBe(Infinity);
  expect(f32(SMALLEST_POWER)).toBeGreaterThan(0);
  expect(f32(SMALLEST_POWER / 2)).toBe(0);
});

it('a text is repeated until its product has left f32', () => {
  const own = Float64Array.of(-0.2, -0.4, -0.6);
  const length = tellingLength(own);
  expect(Math.log2(length) % 1).toBe(0);
  const log = repeated(own, length);
  expect(log).toHaveLength(length);
  expect(log[4]).toBe(f32(-0.4));
  expect(stabilityOf(log).dies).not.toBeNull();
  // A head that does not fade is looked at for so long and no longer.
  expect(tellingLength(Float64Array.of(0, 0))).toBe(65_536);
});
