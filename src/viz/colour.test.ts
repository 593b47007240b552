import { describe, expect, it } from 'vitest';
import { cssColour, mix, packStops, parseHex, STEPS, type Rgb } from './colour';

const stops: Rgb[] = [
  [0, 0, 200],
  [250, 250, 250],
  [200, 100, 0],
];

describe('colour scales', () => {
  it('read hexadecimal tokens, with or without alpha', () => {
    expect(parseHex(' #124099')).toEqual([18, 64, 153]);
    expect(parseHex('#ad123012')).toEqual([173, 18, 48]);
  });

  it('interpolate between stops and hold at the ends', () => {
    expect(mix(stops, 0.25)).toEqual([125, 125, 225]);
    expect(mix(stops, -3)).toEqual(stops[0]);
    expect(mix(stops, 7)).toEqual(stops[2]);
    expect(cssColour(mix(stops, 0.5))).toBe('rgb(250 250 250)');
  });

  it('put zero exactly on the middle stop of the signed scale', () => {
    const lut = packStops(stops);
    expect(lut[STEPS]).toBe(0xfffafafa);
    expect(lut).toHaveLength(2 * STEPS + 1);
  });
});
