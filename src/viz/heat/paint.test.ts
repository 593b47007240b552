import { describe, expect, it } from 'vitest';
import { difference, inverse, paintCells, slowestFirst, stateImage } from './paint';
import { LAST_STEP } from './scale';

/** A ramp whose colours are its steps. */
const ramp = Uint32Array.from({ length: LAST_STEP + 1 }, (_, i) => i);

describe('the picture of a state', () => {
  it('puts channels in order from left to right and states from top to bottom', () => {
    const out = new Uint32Array(6);
    // Three channels of two states; channel 2 stands first.
    const values = Float32Array.of(0, 0.6, -0.6, 0, 0.6, 0.6);
    const image = stateImage(values, Uint16Array.of(2, 0, 1), 2);
    paintCells(image, { kind: 'signed', max: 0.6, bend: 'sqrt' }, ramp, out);
    expect([...out]).toEqual([254, 127, 0, 254, 254, 127]);
  });

  it('sorts the slowest channels first, and knows where each one stands', () => {
    const order = slowestFirst(Float32Array.of(1, 9, 4));
    expect([...order]).toEqual([1, 2, 0]);
    expect([...inverse(order)]).toEqual([2, 0, 1]);
  });

  it('takes differences number by number', () => {
    expect([...difference(Float32Array.of(1, 2), Float32Array.of(0.5, 3))]).toEqual([0.5, -1]);
  });
});

describe('a picture with more rows than pixels', () => {
  const scale = { kind: 'magnitude', max: 1 } as const;

  it('shows the mean of the rows that fall on a pixel, and leaves none out', () => {
    const out = new Uint32Array(2);
    const column = [0, 1, 0, 0, 0.5];
    paintCells({ rows: 5, columns: 1, value: (r) => column[r] }, scale, ramp, out, 2);
    // Rows 0 and 1, then rows 2 to 4.
    expect([...out]).toEqual([127, 42]);
  });
});
