import { expect, it } from 'vitest';
import { pictureName } from './exportPicture';

it('a picture is called as its title is, in letters that every file system knows', () => {
  expect(pictureName('Select: Δ over the text')).toBe('select-over-the-text.png');
  expect(pictureName('状态')).toBe('inside-mamba.png');
});
