import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { highlight, plainLines, type Piece } from './highlight';
import { lineOf } from './lineOf';

const wgsl = readFileSync('src/shaders/selectiveStep.wgsl', 'utf8');
const typescript = readFileSync('src/engine/reference/selectiveStep.ts', 'utf8');
const text = (lines: readonly Piece[][]) =>
  lines.map((line) => line.map((p) => p.text).join('')).join('\n');

describe('a line of code', () => {
  it('is found by what is written on it', () => {
    const line = lineOf(wgsl, 'let Abar = exp(delta * A)');
    expect(wgsl.split('\n')[line - 1]).toContain('let Abar = exp(delta * A)');
  });

  it('is refused when it is gone, or when there are several', () => {
    expect(() => lineOf(wgsl, 'let Abar = delta;')).toThrow(RangeError);
    expect(() => lineOf(wgsl, 'let ')).toThrow(RangeError);
  });
});

describe('a file in colours', () => {
  it('is the same file, letter by letter, with or without colours', async () => {
    expect(text(plainLines(wgsl))).toBe(wgsl);
    expect(text(await highlight(wgsl, 'wgsl'))).toBe(wgsl);
    expect(text(await highlight(typescript, 'typescript'))).toBe(typescript);
  });

  it('sets comments and keywords apart', async () => {
    const lines = await highlight(wgsl, 'wgsl');
    expect(lines[0].every((p) => p.kind === 'comment')).toBe(true);
    const step = lines[lineOf(wgsl, 'let Abar = exp(delta * A)') - 1];
    expect(step.find((p) => p.text === 'let')?.kind).toBe('keyword');
  });

  it('gives the papers’ symbols their hue, but not to members of that name, nor in comments', async () => {
    const lines = await highlight(wgsl, 'wgsl');
    const symbols = (fragment: string) =>
      lines[lineOf(wgsl, fragment) - 1].flatMap((p) => p.symbol ?? []);
    expect(symbols('let Abar = exp(delta * A)')).toEqual(['A', 'Delta', 'A']);
    expect(symbols('let after = Abar * before')).toEqual(['A', 'B', 'x']);
    expect(symbols('let e = id.x;')).toEqual([]);
    expect(lines[0].some((p) => p.symbol)).toBe(false);
  });
});
