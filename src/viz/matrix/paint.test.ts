import { expect, it } from 'vitest';
import { buildPalette, parseHex } from '../colour';
import { paintTriangle } from './paint';

const stops = ['#000000', '#808080', '#ffffff'].map(parseHex);
const palette = buildPalette(stops, stops);
const scale = { kind: 'magnitude', max: 1 } as const;

it('paints the lower triangle in the scale’s colours, and nothing above it', () => {
  const out = new Uint32Array(9).fill(1);
  paintTriangle(3, (i, j) => (i === j ? 1 : 0), scale, palette, out);
  const [zero, one] = [palette.magnitudeLut[0], palette.magnitudeLut.at(-1)];
  expect([...out]).toEqual([one, 0, 0, zero, one, 0, zero, zero, one]);
});

it('what is not lit keeps its hue and loses its strength', () => {
  const out = new Uint32Array(4);
  paintTriangle(
    2,
    () => 1,
    scale,
    palette,
    out,
    (i, j) => i === j,
  );
  expect(out[2] & 0xffffff).toBe(out[0] & 0xffffff);
  expect(out[0] >>> 24).toBe(255);
  expect(out[2] >>> 24).toBe(51);
});
