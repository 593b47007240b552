import { describe, expect, it } from 'vitest';
import { argmax, sampleToken, samplingProblem, uniformAt } from './sampling';
import { Random } from './testing/random';
import type { Sampling } from './types';

const plain: Sampling = { temperature: 1, topK: 0, topP: 1, seed: 1 };
const logitsOf = (...values: number[]) => new Float32Array(values);

/** How often each token is drawn at `draws` different positions. */
function counts(logits: Float32Array, sampling: Sampling, draws: number): number[] {
  const drawn: number[] = Array.from(logits, () => 0);
  for (let position = 0; position < draws; position++) {
    drawn[sampleToken(logits, sampling, position)]!++;
  }
  return drawn;
}

/** Pearson's χ² of counts against probabilities; tokens that cannot come must not have come. */
function chiSquare(drawn: readonly number[], p: readonly number[], draws: number): number {
  return p.reduce((sum, q, i) => {
    if (q === 0) return drawn[i] === 0 ? sum : Infinity;
    return sum + (drawn[i]! - draws * q) ** 2 / (draws * q);
  }, 0);
}

/** Probabilities, of the tokens kept alone. */
function softmax(logits: Float32Array, temperature: number, keep: (id: number) => boolean) {
  const weights = [...logits].map((v, id) => (keep(id) ? Math.exp(v / temperature) : 0));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((w) => w / total);
}

// With 7 degrees of freedom χ² exceeds 29.9 once in 10,000; the draws are fixed, so this passes for ever or never.
const UNLIKELY = 29.9;
const DRAWS = 20_000;
const eight = logitsOf(0.3, 2, -1, 1.2, 0, -3, 1.9, 0.5);

describe('uniformAt', () => {
  const draws = Array.from({ length: 100_000 }, (_, i) => uniformAt(7, i));

  it('lies in [0, 1) and is a function of seed and position alone', () => {
    expect(draws.every((u) => u >= 0 && u < 1)).toBe(true);
    expect(draws.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, i) => uniformAt(7, i)));
    for (const seed of [0, 2 ** 32 - 1]) expect(uniformAt(seed, 0)).toBeLessThan(1);
  });

  it('fills a hundred bins evenly', () => {
    const bins = Array.from({ length: 100 }, () => 0);
    for (const u of draws) bins[Math.floor(100 * u)]!++;
    // 99 degrees of freedom: χ² lies in 50 … 161 but for one in 10,000 on either side.
    const even = bins.map(() => 0.01);
    const chi = chiSquare(bins, even, draws.length);
    expect(chi).toBeGreaterThan(50);
    expect(chi).toBeLessThan(161);
  });

  it('neighbouring positions and neighbouring seeds know nothing of each other', () => {
    const correlation = (a: number[], b: number[]) =>
      (12 * a.reduce((sum, u, i) => sum + (u - 0.5) * (b[i]! - 0.5), 0)) / a.length;
    // The standard error is 1/√100,000 = 0.0032.
    const next = Array.from({ length: draws.length }, (_, i) => uniformAt(7, i + 1));
    const other = Array.from({ length: draws.length }, (_, i) => uniformAt(8, i));
    expect(Math.abs(correlation(draws, next))).toBeLessThan(0.013);
    expect(Math.abs(correlation(draws, other))).toBeLessThan(0.013);
  });

  it('another seed draws other numbers, not the same in another order', () => {
    const seen = new Set(draws.slice(0, 4096));
    for (const seed of [0, 6, 8, 9]) {
      const common = Array.from(seen, (_, i) => uniformAt(seed, i)).filter((u) => seen.has(u));
      // Two of 4096 · 4096 pairs of 2³² numbers meet by chance every few hundred times.
      expect(common.length).toBeLessThan(3);
    }
  });
});

describe('sampleToken', () => {
  it('at temperature 0 takes the likeliest, the first of equals, whatever the seed', () => {
    const logits = logitsOf(1, 5, 5, 2);
    for (let seed = 0; seed < 20; seed++) {
      expect(sampleToken(logits, { ...plain, temperature: 0, topK: 1, seed }, seed)).toBe(1);
    }
    expect(argmax(logitsOf(-5, -3, -4))).toBe(1);
  });

  it('draws as often as softmax says, at any temperature', () => {
    for (const temperature of [0.5, 1, 2.5]) {
      const drawn = counts(eight, { ...plain, temperature }, DRAWS);
      const p = softmax(eight, temperature, () => true);
      expect(chiSquare(drawn, p, DRAWS)).toBeLessThan(UNLIKELY);
    }
  });

  it('top-k keeps the k likeliest in their proportions', () => {
    const drawn = counts(eight, { ...plain, topK: 3 }, DRAWS);
    const p = softmax(eight, 1, (id) => [1, 6, 3].includes(id));
    expect(chiSquare(drawn, p, DRAWS)).toBeLessThan(UNLIKELY);
    expect(counts(eight, { ...plain, topK: 1 }, 50)[1]).toBe(50);
    // More than there are is as many as there are.
    expect(counts(eight, { ...plain, topK: 99 }, 500)).toEqual(counts(eight, plain, 500));
  });

  it('top-p keeps the smallest set that reaches p', () => {
    // Probabilities 0.5, 0.25, 0.125, 0.125, exact in binary.
    const halves = logitsOf(Math.log(4), Math.log(2), 0, 0);
    const kept = (topP: number) =>
      counts(halves, { ...plain, topP }, 2000).filter((count) => count > 0).length;
    expect(kept(0.01)).toBe(1);
    expect(kept(0.49)).toBe(1);
    expect(kept(0.51)).toBe(2);
    expect(kept(0.74)).toBe(2);
    expect(kept(0.76)).toBe(3);
    expect(kept(0.88)).toBe(4);
    expect(kept(1)).toBe(4);
    const drawn = counts(halves, { ...plain, topP: 0.7 }, DRAWS);
    expect(chiSquare(drawn, [2 / 3, 1 / 3, 0, 0], DRAWS)).toBeLessThan(UNLIKELY);
  });

  it('top-p that is reached exactly needs no further token', () => {
    expect(counts(logitsOf(1, 1), { ...plain, topP: 0.5 }, 100)).toEqual([100, 0]);
  });

  it('top-p counts what top-k and the temperature have left', () => {
    const halves = logitsOf(Math.log(4), Math.log(2), 0, 0);
    // Of the two that top-k keeps the first has 2/3, so 0.6 is reached by it alone.
    expect(counts(halves, { ...plain, topK: 2, topP: 0.6 }, 300)[0]).toBe(300);
    // At temperature ½ the first has 16/22.
    expect(counts(halves, { ...plain, temperature: 0.5, topP: 0.7 }, 300)[0]).toBe(300);
  });

  it('the same seed draws the same, another seed something else', () => {
    const draw = (seed: number) =>
      Array.from({ length: 40 }, (_, at) => sampleToken(eight, { ...plain, seed }, at));
    expect(draw(5)).toEqual(draw(5));
    expect(draw(6)).not.toEqual(draw(5));
  });

  it('bears huge, tiny, equal and impossible logits', () => {
    for (const temperature of [0.01, 1, 10]) {
      const sampling = { ...plain, temperature };
      expect(counts(logitsOf(3e38, -3e38, 0), sampling, 50)).toEqual([50, 0, 0]);
      expect(counts(logitsOf(-Infinity, 2, -Infinity), sampling, 50)).toEqual([0, 50, 0]);
      const even = counts(logitsOf(-1e30, -1e30), sampling, 1000);
      expect(Math.abs(even[0]! - 500)).toBeLessThan(80);
    }
    expect(counts(logitsOf(4), plain, 5)).toEqual([5]);
  });

  it('never leaves the vocabulary, whatever is asked', () => {
    const random = new Random(3);
    for (let i = 0; i < 300; i++) {
      const logits = random.values(1 + (i % 50), -20, 20);
      const sampling = {
        temperature: (1 + random.next()) * 2,
        topK: i % 7,
        topP: (random.next() + 1.001) / 2.001,
        seed: i,
      };
      const id = sampleToken(logits, sampling, i);
      expect(Number.isInteger(id) && id >= 0 && id < logits.length).toBe(true);
    }
  });
});

describe('samplingProblem', () => {
  it('accepts every setting at the edge of its range', () => {
    for (const good of [
      { temperature: 0 },
      { temperature: 10 },
      { topK: 1e6 },
      { topP: 1e-9 },
      { seed: 0 },
      { seed: 2 ** 32 - 1 },
    ]) {
      expect(samplingProblem({ ...plain, ...good })).toBeNull();
    }
  });

  it('names the setting that is wrong', () => {
    const wrong: [Partial<Sampling>, RegExp][] = [
      [{ temperature: -0.1 }, /Temperature/],
      [{ temperature: 10.1 }, /Temperature/],
      [{ temperature: Number.NaN }, /Temperature/],
      [{ topK: -1 }, /Top-k/],
      [{ topK: 1.5 }, /Top-k/],
      [{ topK: Infinity }, /Top-k/],
      [{ topP: 0 }, /Top-p/],
      [{ topP: 1.01 }, /Top-p/],
      [{ topP: Number.NaN }, /Top-p/],
      [{ seed: -1 }, /seed/],
      [{ seed: 2 ** 32 }, /seed/],
      [{ seed: 0.5 }, /seed/],
    ];
    for (const [setting, message] of wrong) {
      expect(samplingProblem({ ...plain, ...setting })).toMatch(message);
    }
  });
});
