/** Contrast of the tokens, computed from tokens.css itself (WCAG 2). */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseHex } from '../../viz/colour';
import { markColour, symbolColour, type SymbolName } from '../../viz/Sym';

const css = readFileSync('src/app/styles/tokens.css', 'utf8');
const SYMBOLS: SymbolName[] = ['Delta', 'A', 'B', 'C', 'x', 'h', 'y', 'z'];

/** The tokens of a theme: of the first block, or of the one that a selector opens. */
function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(selector);
  const block = css.slice(start, css.indexOf('}', start));
  return new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/gi)].map((m) => [m[1], m[2]]));
}
const themes = {
  light: tokensOf(':root {'),
  dark: tokensOf(":root[data-theme='dark'] {"),
  'dark by the system': tokensOf(":root:not([data-theme='light']) {"),
};

const linear = (byte: number): number => {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
};
function luminance(hex: string): number {
  const [r, g, b] = parseHex(hex).map(linear);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((p, q) => p - q);
  return (light + 0.05) / (dark + 0.05);
}
const nameOf = (colour: string): string => /--([\w-]+)/.exec(colour)![1];

describe.each(Object.entries(themes))('the %s theme', (_, tokens) => {
  const get = (name: string): string => {
    const hex = tokens.get(name);
    if (!hex) throw new Error(`There is no --${name}.`);
    return hex;
  };

  it.each(SYMBOLS)(
    'shows %s as a letter on every surface, and as a line on paper and sheets',
    (s) => {
      for (const surface of ['paper', 'raised', 'sunken'])
        expect(contrast(get(nameOf(symbolColour(s))), get(surface))).toBeGreaterThanOrEqual(4.5);
      for (const surface of ['paper', 'raised'])
        expect(contrast(get(nameOf(markColour(s))), get(surface))).toBeGreaterThanOrEqual(3);
    },
  );

  it('keeps text readable and outlines visible', () => {
    for (const surface of ['paper', 'raised', 'sunken']) {
      for (const text of ['text', 'text-2', 'text-3', 'accent'])
        expect(contrast(get(text), get(surface))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(get('edge'), get(surface))).toBeGreaterThanOrEqual(3);
    }
  });
});

it('dark is the same, whether the reader or the system asks for it', () => {
  expect(themes['dark by the system']).toEqual(themes.dark);
});

it('a line is lighter than its letter on light paper, where letters are dark', () => {
  for (const s of SYMBOLS) {
    const [mark, letter] = [markColour(s), symbolColour(s)].map((c) =>
      themes.light.get(nameOf(c))!,
    );
    expect(luminance(mark)).toBeGreaterThan(luminance(letter));
  }
});
