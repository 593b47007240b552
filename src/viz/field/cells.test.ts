import { describe, expect, it } from 'vitest';
import { buildPalette, type Rgb } from '../colour';
import { HEIGHT, heightOf, layField, middleOf, WIDTH } from './cells';

const ramp = (from: Rgb, to: Rgb): Rgb[] =>
  Array.from({ length: 9 }, (_, i) => (i < 5 ? from : to));
const palette = buildPalette(ramp([0, 0, 255], [255, 0, 0]), ramp([0, 0, 0], [255, 255, 255]));
const scale = { kind: 'signed', max: 2 } as const;

describe('the bars of a field', () => {
  it('stand to either side of the floor, as high as their value is', () => {
    expect(heightOf(scale, 2)).toBe(HEIGHT);
    expect(heightOf(scale, -2)).toBe(-HEIGHT);
    expect(heightOf(scale, 1)).toBeCloseTo(HEIGHT / 2, 1);
    expect(heightOf(scale, 99)).toBe(HEIGHT);
    expect(heightOf({ ...scale, bend: 'sqrt' }, 0.5)).toBeCloseTo(HEIGHT / 2, 1);
  });

  it('are one a cell, in place, in the colour of their value', () => {
    const values = [
      [2, -2],
      [0, 1],
      [-1, 0.5],
    ];
    const data = {
      columns: 3,
      rows: 2,
      value: (row: number, column: number) => values[column][row],
    };
    const matrices = new Float32Array(6 * 16);
    const colours = new Float32Array(6 * 3);
    layField(data, scale, palette, matrices, colours);
    const bar = (i: number) => ({ base: matrices[i * 16 + 13], size: matrices[i * 16 + 5] });
    // Column 0: up to the top, and down to the bottom.
    expect(bar(0)).toEqual({ base: 0, size: Math.fround(HEIGHT) });
    expect(bar(1)).toEqual({ base: Math.fround(-HEIGHT), size: Math.fround(HEIGHT) });
    expect([...colours.subarray(0, 6)]).toEqual([1, 0, 0, 0, 0, 1]);
    // Side by side, within the floor.
    const xs = [0, 2, 4].map((i) => matrices[i * 16 + 12]);
    expect(xs).toEqual([0, 1, 2].map((c) => Math.fround(middleOf(data, 0, c).x)));
    expect(Math.max(...xs.map(Math.abs))).toBeLessThan(WIDTH / 2);
    // What is zero is there too.
    expect(bar(2).size).toBeGreaterThan(0);
  });
});
