import { describe, expect, it } from 'vitest';
import { joinsOn, toWord, withEndSign } from './words';

describe('a token on the tape', () => {
  it('is its text, with the space before it as padding', () => {
    expect(toWord(' ball')).toEqual({ text: 'ball', kind: 'word', leads: true });
    expect(toWord('!"')).toEqual({ text: '!"', kind: 'word', leads: false });
  });

  it('has a sign where there is nothing to read', () => {
    expect(toWord('\n\n')).toMatchObject({ text: '⏎⏎', kind: 'break' });
    expect(toWord('  ')).toMatchObject({ text: '␣', kind: 'space' });
    expect(toWord('')).toMatchObject({ text: '·', kind: 'joint' });
    expect(toWord(' \ufffd\ufffd')).toMatchObject({ text: '\ufffd', kind: 'part', leads: true });
  });

  it('is a small sign at the end of the text, however that is spelt', () => {
    for (const end of ['<|endoftext|>', '</s>', '[EOS]'])
      expect(toWord(end)).toMatchObject({ text: '∎', kind: 'end' });
    expect(toWord('<|end')).toMatchObject({ text: '<|end', kind: 'word' });
    expect(withEndSign('home.<|endoftext|>Tom')).toBe('home. ∎ Tom');
  });
});

describe('a candidate', () => {
  it('joins on to a word if it brings no space of its own', () => {
    expect(joinsOn('er', ' play')).toBe(true);
    expect(joinsOn(' er', ' play')).toBe(false);
    expect(joinsOn('.', ' play')).toBe(false);
    expect(joinsOn('She', '\n')).toBe(false);
    expect(joinsOn('I', ' "')).toBe(false);
    // Where words are not divided by spaces, joining on is nothing to speak of.
    expect(joinsOn('你', '好')).toBe(false);
  });
});
