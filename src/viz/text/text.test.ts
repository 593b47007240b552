import { describe, expect, it } from 'vitest';
import { excerptStart, LEAD_IN } from './excerpt';
import { differences, firstDifference } from './firstDifference';

const ids = (...list: number[]) => list.map((id) => ({ id }));

describe('two texts', () => {
  it('part at the first token that differs', () => {
    expect(firstDifference(ids(1, 2, 3), ids(1, 2, 4))).toBe(2);
  });

  it('do not differ where one has only been written further', () => {
    expect(firstDifference(ids(1, 2, 3), ids(1, 2))).toBeNull();
  });
});

describe('the tokens that differ', () => {
  it('are those of each text that the other does not have there', () => {
    const { a, b } = differences(ids(1, 2, 3, 4, 5), ids(1, 9, 3, 8, 7, 5));
    expect([[...a], [...b]]).toEqual([
      [1, 3],
      [1, 3, 4],
    ]);
  });

  it('are none in equal texts, or where one only goes on', () => {
    for (const other of [ids(1, 2), ids(1, 2, 3)])
      expect(differences(ids(1, 2), other)).toEqual({ a: new Set(), b: new Set() });
  });
});

describe('an excerpt', () => {
  const words = Array.from({ length: 30 }, (_, i) => (i % 10 === 9 ? ' end.' : ' word'));

  it('is the whole of a short text', () => {
    expect(excerptStart(words, 20, 150)).toBe(0);
  });

  it('leads in with a few words of the prompt', () => {
    expect(excerptStart(words, 20, 100)).toBe(20 - LEAD_IN);
  });

  it('drops whole sentences once even that is too long', () => {
    expect(excerptStart(words, 2, 80)).toBe(20);
  });

  it('keeps to the end of a text without sentences', () => {
    expect(excerptStart(words.slice(0, 9), 0, 20)).toBe(5);
    expect(excerptStart([], 0, 20)).toBe(0);
  });
});
