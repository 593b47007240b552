import { describe, expect, it } from 'vitest';
import { columnAt, layColumns, MIN_WIDTH, type MeasuredWord } from './columns';
import { toWord } from './words';

const measured = (...tokens: string[]): MeasuredWord[] =>
  tokens.map((token) => {
    const word = toWord(token);
    return Object.assign(word, { width: word.text.length * 8 });
  });

describe('toWord', () => {
  it('turns a leading space into padding and keeps the word', () => {
    expect(toWord(' ball')).toEqual({ text: 'ball', kind: 'word', leads: true });
  });

  it('marks newlines, lone spaces and parts of split characters', () => {
    expect(toWord('\n').kind).toBe('break');
    expect(toWord('\n\n\n').text).toBe('⏎⏎');
    expect(toWord(' ').kind).toBe('space');
    expect(toWord('')).toEqual({ text: '·', kind: 'joint', leads: false });
  });

  it('leaves Chinese and emoji alone', () => {
    expect(toWord('你好').text).toBe('你好');
    expect(toWord(' 🐍').text).toBe('🐍');
  });
});

describe('layColumns', () => {
  const words = measured('Once', ' upon', ' a', ' time', ',', ' there');

  it('covers the room without gaps or overlaps when the text nearly fills it', () => {
    const columns = layColumns(words, 0, 5, 84, 210);
    expect(columns[0].x).toBeCloseTo(84);
    for (let i = 1; i < columns.length; i++)
      expect(columns[i].x).toBeCloseTo(columns[i - 1].x + columns[i - 1].width);
    expect(columns[5].x + columns[5].width).toBeCloseTo(294);
  });

  it('widens gaps between words but never the joint before a comma', () => {
    const tight = layColumns(words, 0, 5, 0, 190);
    const wide = layColumns(words, 0, 5, 0, 215);
    const joint = (c: typeof tight) => c[4].textX - (c[3].textX + c[3].textWidth);
    const gap = (c: typeof tight) => c[3].textX - (c[2].textX + c[2].textWidth);
    expect(joint(wide)).toBeCloseTo(joint(tight));
    expect(gap(wide)).toBeGreaterThan(gap(tight));
  });

  it('leans a comma on the word before it, and an opening quote on the word after it', () => {
    const narrow = [4, 30, 4, 30].map((width, i) => ({
      width,
      text: '“I, said'[i],
      kind: 'word' as const,
      leads: i === 0 || i === 3,
    }));
    const lead = { width: 30, text: 'said', kind: 'word' as const, leads: true };
    const columns = layColumns([lead, ...narrow], 0, 4, 0, 200);
    expect(columns.map((c) => c.lean)).toEqual(['center', 'end', 'center', 'start', 'center']);
  });

  it('gives a comma a column that can be seen and hit', () => {
    expect(layColumns(words, 0, 5, 0, 215)[4].width).toBeGreaterThanOrEqual(MIN_WIDTH);
  });

  it('keeps a short text at the right, where its next word will stand', () => {
    const columns = layColumns(words, 0, 1, 0, 600);
    expect(columns[1].x + columns[1].width).toBeCloseTo(600);
    expect(columns[0].x).toBeGreaterThan(400);
  });

  it('lays a text without spaces with its joints closed', () => {
    const columns = layColumns(measured('你', '好', '吗'), 0, 2, 0, 300);
    expect(columns[1].textX - (columns[0].textX + columns[0].textWidth)).toBeCloseTo(1);
    expect(columns[2].x + columns[2].width).toBeCloseTo(300);
  });

  it('finds the column under a point', () => {
    const columns = layColumns(words, 0, 5, 0, 215);
    expect(columnAt(columns, columns[2].centre)?.token).toBe(2);
    expect(columnAt(columns, -1)).toBeUndefined();
  });
});
