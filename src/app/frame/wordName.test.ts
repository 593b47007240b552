import { expect, it } from 'vitest';
import { en } from '../strings.en';
import { spokenName, wordName } from './wordName';

it('names what cannot be read', () => {
  expect(['\n', '', ' ', '�', '<|endoftext|>', ' ball'].map((t) => wordName(t, en))).toEqual([
    'new line',
    'part of a character that the next token completes',
    'space',
    'part of a character',
    'end of the text',
    'ball',
  ]);
});

it('names marks where they are to be heard, and leaves words alone', () => {
  expect(spokenName('!"', en)).toBe('exclamation mark, quotation mark');
  expect(spokenName(',', en)).toBe('comma');
  expect(spokenName("'m", en)).toBe("'m");
  expect(spokenName('\n', en)).toBe('new line');
});
