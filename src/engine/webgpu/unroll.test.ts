import { describe, expect, it } from 'vitest';
import { unroll } from './unroll';

const lines = (...text: string[]): string => text.join('\n');

describe('unroll', () => {
  it('writes out a marked loop, with its counter as a constant', () => {
    const source = lines(
      '  for (var k = 0u; k < 2u; k++) { // unrolled',
      '    state[k] = kept[k];',
      '  }',
    );
    expect(unroll(source)).toBe(
      lines('  {', '    state[0u] = kept[0u];', '  }', '  {', '    state[1u] = kept[1u];', '  }'),
    );
  });

  it('takes the number of rounds from a constant, and loops within loops', () => {
    const source = lines(
      'const quads: u32 = 2; // specialised',
      'for (var j = 0u; j < 2u; j++) { // unrolled',
      '  for (var k = 0u; k < quads; k++) { // unrolled',
      '    f(j, k);',
      '  }',
      '}',
    );
    const calls = [...unroll(source).matchAll(/f\((.*)\);/g)].map(([, args]) => args);
    expect(calls).toEqual(['0u, 0u', '0u, 1u', '1u, 0u', '1u, 1u']);
  });

  it('leaves loops that are not marked, and long ones', () => {
    const plain = lines('for (var k = 0u; k < 2u; k++) {', '  f(k);', '}');
    expect(unroll(plain)).toBe(plain);
    const long = lines('for (var k = 0u; k < 33u; k++) { // unrolled', '  f(k);', '}');
    expect(unroll(long)).toBe(long);
  });

  it('refuses a marked loop that it cannot count', () => {
    const unknown = lines('for (var k = 0u; k < many; k++) { // unrolled', '  f(k);', '}');
    expect(() => unroll(unknown)).toThrow(/Cannot unroll/);
    const steps = lines('for (var k = 0u; k < 8u; k += 2u) { // unrolled', '  f(k);', '}');
    expect(() => unroll(steps)).toThrow(/Cannot unroll/);
    expect(() => unroll('for (var k = 0u; k < 8u; k++) { // unrolled')).toThrow(/Cannot unroll/);
  });
});
