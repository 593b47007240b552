import { describe, expect, it } from 'vitest';
import { blocksOf } from './blocks';
import { isLit } from './derive';
import { stretchAround, type HeadRun } from './head';
import { chunksOf } from './steps';

describe('the cut', () => {
  it('chunks cover every word once', () => {
    expect(chunksOf(10, 4)).toEqual([
      { first: 0, length: 4 },
      { first: 4, length: 4 },
      { first: 8, length: 2 },
    ]);
    expect(chunksOf(3, 8)).toEqual([{ first: 0, length: 3 }]);
  });

  it('what is lit grows to the diagonal, then to the whole matrix', () => {
    const [T, Q] = [12, 4];
    const of = (t: number) => Math.floor(t / Q);
    const lit = (step: number, chunk: number) => {
      let count = 0;
      for (let i = 0; i < T; i++)
        for (let j = 0; j <= i; j++) if (isLit(step, chunk, of, i, j)) count += 1;
      return count;
    };
    const [block, whole] = [10, 78];
    expect(lit(0, 0)).toBe(whole);
    expect([0, 1, 2].map((c) => lit(1, c))).toEqual([block, 2 * block, 3 * block]);
    // A chunk's columns below its block; all columns up to its end; all rows up to its end.
    expect([0, 1, 2].map((c) => lit(2, c))).toEqual([30 + 32, 30 + 16, 30]);
    expect([0, 1, 2].map((c) => lit(3, c))).toEqual([30 + 32, 30 + 32, 30]);
    expect([0, 1, 2].map((c) => lit(4, c))).toEqual([30, 30 + 16, whole]);
  });

  it('outlines the block that a step is about', () => {
    const chunks = chunksOf(12, 4);
    expect(blocksOf(chunks, 0, 0, 12)).toEqual([]);
    expect(blocksOf(chunks, 1, 1, 12)).toEqual([{ rows: [4, 8], columns: [4, 8], kind: 'ink' }]);
    expect(blocksOf(chunks, 2, 1, 12)[1]).toEqual({ rows: [8, 12], columns: [4, 8], kind: 'B' });
    expect(blocksOf(chunks, 3, 1, 12)).toEqual([{ rows: [8, 12], columns: [0, 8], kind: 'h' }]);
    expect(blocksOf(chunks, 4, 1, 12)[1]).toEqual({ rows: [4, 8], columns: [0, 4], kind: 'C' });
  });

  it('a stretch holds its word, and moves seldom', () => {
    const run = { rows: 200 } as HeadRun;
    for (let row = 0; row < 200; row++) {
      const { from, size } = stretchAround(run, row, 64);
      expect(row >= from && row < from + size && from + size <= 200).toBe(true);
    }
    const starts = new Set(
      Array.from({ length: 200 }, (_, row) => stretchAround(run, row, 64).from),
    );
    expect(starts.size).toBeLessThan(12);
    expect(stretchAround({ rows: 20 } as HeadRun, 19, 64)).toMatchObject({ from: 0, size: 20 });
  });
});
