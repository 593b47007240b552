import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, parseJsonObject, parseLooseJson } from './json';
import { failure } from './testing/tiny';

/** Any JSON-like value with infinities and NaN in it, and strings that look like them. */
const words = fc.constantFrom('Infinity', '-Infinity', 'NaN', 'NaN!', '"NaN"', '\\', '\\"Infinity');
const { tree } = fc.letrec<{ tree: unknown; object: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(Infinity, -Infinity, NaN, null, true),
    fc.double().map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.string(),
    words,
    fc.array(tie('tree')),
    tie('object'),
  ),
  object: fc.dictionary(fc.oneof(fc.string(), words), tie('tree')),
}));

/** As Python writes it; `escape` spells strings with \u escapes where that is legal. */
function write(value: unknown, escape: boolean): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escape ? escaped(value) : JSON.stringify(value);
  if (Array.isArray(value)) return `[ ${value.map((each) => write(each, escape)).join(' ,')}\n]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([k, v]) => `${write(k, escape)}:${write(v, escape)}`);
  return `{${members.join(',\t')}}`;
}

function escaped(text: string): string {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return `"${units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')}"`;
}

describe('loose JSON', () => {
  it('reads back whatever Python would write, infinities and NaN included', () => {
    fc.assert(
      fc.property(tree, fc.boolean(), (value, escape) => {
        expect(parseLooseJson(write(value, escape))).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with JSON.parse on all ordinary JSON', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseLooseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('leaves words inside of strings alone, whatever quotes and backslashes surround them', () => {
    const value = { a: 'Infinity', 'NaN"': '\\', b: '\\"NaN, -Infinity', c: [NaN, 'NaN'] };
    expect(parseLooseJson(write(value, false))).toEqual(value);
  });

  it('reads the bare word of a real Mamba-2 config', () => {
    expect(parseLooseJson('{"time_step_limit": [0.0, Infinity], "low": -Infinity}')).toEqual({
      time_step_limit: [0, Infinity],
      low: -Infinity,
    });
  });

  it.each([
    '0.Infinity',
    '1Infinity',
    '+Infinity',
    '--Infinity',
    'Infinity1',
    'infinity',
    'nan',
    '1.NaN',
    '-NaN',
    '{Infinity: 1}',
    '"Infinity',
    '[NaN',
    'InfinityNaN',
  ])('refuses %s as JSON.parse would', (text) => {
    expect(() => parseLooseJson(text)).toThrow(SyntaxError);
  });

  it('stays quick on long strings and on many words', () => {
    const text = JSON.stringify({ a: '\\"'.repeat(300_000), b: 'Infinity '.repeat(50_000) });
    const start = performance.now();
    expect(parseLooseJson(text)).toEqual(JSON.parse(text));
    expect(parseLooseJson(`[${'NaN,'.repeat(50_000)}0]`)).toHaveLength(50_001);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('a JSON file', () => {
  it.each(['', '{', '[1]', '"x"', 'null', '<html>', `${'['.repeat(1e6)}`])(
    'is refused kindly when it holds %.10s',
    async (text) => {
      const error = await failure(() => parseJsonObject(text, 'config.json'));
      expect(error).toMatchObject({ code: 'corrupt', file: 'config.json' });
      expect(error.message).toMatch(/config\.json .*Download it again/);
    },
  );

  it('is refused when its bytes are not UTF-8', async () => {
    const error = await failure(() => decodeText(Uint8Array.of(0xff, 0xfe, 0), 'config.json'));
    expect(error).toMatchObject({ code: 'corrupt', file: 'config.json' });
  });
});
