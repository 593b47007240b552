import { describe, expect, it } from 'vitest';
import { excerptStart, LEAD_IN } from './excerpt';
import { firstDifference } from './firstDifference';

const ids = (...list: number[]) => list.map((id) => ({ id }));

describe('two texts', () => {
  it('part at the first token that differs', () => {
    expect(firstDifference(ids(1, 2, 3), ids(1, 2, 4))).toBe(2);
  });

  it('do not differ where one has only been written further', () => {
    expect(firstDifference(ids(1, 2, 3), ids(1, 2))).toBeNull();
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
