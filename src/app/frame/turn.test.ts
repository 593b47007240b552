import { describe, expect, it } from 'vitest';
import { en } from '../strings.en';
import { activeScope, scopeChoices, turnedParts, whatAndWhere } from './turn';

const still = { layer: 7, deltaScale: 1, aScale: 1 } as const;
const turned = { layer: 7, deltaScale: 1, aScale: 16 } as const;

describe('what is turned', () => {
  it('is said in the papers’ letters', () => {
    expect(turnedParts(turned, en)).toEqual(['A × 16']);
    expect(turnedParts(still, en)).toEqual([]);
    expect(whatAndWhere({ layer: 'all', deltaScale: 2 ** -2.25, aScale: 2 }, en)).toBe(
      'Δ × 0.21, A × 2 in all layers',
    );
  });
});

describe('where it is turned', () => {
  it('follows the layer that the reader looks at while nothing is turned', () => {
    expect(activeScope(still, 3)).toBe(3);
    expect(scopeChoices(still, 3)).toEqual([3, 'all']);
  });

  it('stays with its layer once something is turned, and offers the other', () => {
    expect(activeScope(turned, 3)).toBe(7);
    expect(scopeChoices(turned, 3)).toEqual([7, 3, 'all']);
    expect(scopeChoices(turned, 7)).toEqual([7, 'all']);
  });
});
