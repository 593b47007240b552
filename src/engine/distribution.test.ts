import { describe, expect, it } from 'vitest';
import { distribution, logSumExp, surpriseBits } from './distribution';
import { Random } from './testing/random';

const name = (id: number): string => `<${id}>`;

describe('logSumExp', () => {
  it('is the logarithm of the sum where that can be computed plainly', () => {
    const logits = new Random(1).values(100, -5, 5);
    const plainly = Math.log([...logits].reduce((sum, v) => sum + Math.exp(v), 0));
    expect(logSumExp(logits)).toBeCloseTo(plainly, 12);
  });

  it('neither overflows nor vanishes', () => {
    expect(logSumExp(new Float32Array([1e30, 1e30]))).toBeCloseTo(Math.fround(1e30), 0);
    expect(logSumExp(new Float32Array([-2000, -2000]))).toBeCloseTo(-2000 + Math.LN2, 12);
    expect(logSumExp(new Float32Array([-Infinity, 3]))).toBe(3);
  });
});

describe('surpriseBits', () => {
  it('of even odds is the number of yes-or-no questions', () => {
    expect(surpriseBits(new Float32Array(8), 5)).toBeCloseTo(3, 12);
    expect(surpriseBits(new Float32Array(1), 0)).toBe(0);
  });

  it('does not depend on a constant that is added to all logits', () => {
    const logits = new Float32Array([1, 2, 4]);
    const shifted = logits.map((v) => v + 64);
    expect(surpriseBits(shifted, 0)).toBeCloseTo(surpriseBits(logits, 0), 12);
  });
});

describe('distribution', () => {
  const logits = new Random(2).values(500, -6, 6);

  it('lists the ten likeliest in order, with their names, logits and softmax probabilities', () => {
    const { top, logSumExp: lse } = distribution(logits, name);
    const order = [...logits.keys()].toSorted((a, b) => logits[b]! - logits[a]!);
    expect(top.map(({ id }) => id)).toEqual(order.slice(0, 10));
    const total = [...logits].reduce((sum, v) => sum + Math.exp(v), 0);
    for (const { id, text, logit, p } of top) {
      expect(text).toBe(`<${id}>`);
      expect(logit).toBe(logits[id]);
      expect(p).toBeCloseTo(Math.exp(logits[id]!) / total, 12);
    }
    expect(lse).toBeCloseTo(Math.log(total), 12);
  });

  it('adds those that were asked for, once, in their place', () => {
    const plain = distribution(logits, name).top.map(({ id }) => id);
    const least = [...logits.keys()].toSorted((a, b) => logits[a]! - logits[b]!).slice(0, 2);
    const { top } = distribution(logits, name, [least[0]!, plain[3]!, least[1]!, least[0]!]);
    expect(top.map(({ id }) => id)).toEqual([...plain, least[1], least[0]]);
  });

  it('of equals takes the first, and of a small vocabulary everything', () => {
    const { top } = distribution(new Float32Array([1, 3, 3, 3]), name, [], 2);
    expect(top.map(({ id }) => id)).toEqual([1, 2]);
    expect(distribution(new Float32Array(3), name).top).toHaveLength(3);
  });

  it('has log₂ V bits of entropy if all are alike, and none if one is certain', () => {
    expect(distribution(new Float32Array(64), name).entropy).toBeCloseTo(6, 12);
    const certain = distribution(new Float32Array([-1e9, 50, -Infinity]), name);
    expect(certain.entropy).toBe(0);
    expect(certain.top[0]).toMatchObject({ id: 1, p: 1 });
    // ½, ¼, ⅛, ⅛ take 1·½ + 2·¼ + 3·¼ bits.
    const halves = new Float32Array([0, -1, -2, -2].map((v) => v * Math.LN2));
    expect(distribution(halves, name).entropy).toBeCloseTo(1.75, 6);
  });
});
