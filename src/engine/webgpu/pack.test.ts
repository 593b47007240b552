import { describe, expect, it } from 'vitest';
import { Random } from '../testing/random';
import { packMatrix } from './pack';

describe('packMatrix', () => {
  it.each([
    { rows: 1, cols: 1, padded: 8 },
    { rows: 7, cols: 3, padded: 8 },
    { rows: 8, cols: 5, padded: 8 },
    { rows: 9, cols: 2, padded: 16 },
  ])('transposes $rows × $cols and pads the rows to $padded', ({ rows, cols, padded }) => {
    const random = new Random(rows);
    const values = random.values(rows * cols);
    const words = packMatrix(rows, cols, { dtype: 'F32', values });
    expect(words).toHaveLength(padded * cols);
    const floats = new Float32Array(words.buffer);
    const bits = random.halves(rows * cols);
    const packed = packMatrix(rows, cols, { dtype: 'F16', bits });
    expect(packed).toHaveLength((padded * cols) / 2);
    for (let r = 0; r < padded; r++) {
      for (let c = 0; c < cols; c++) {
        const at = c * padded + r;
        expect(floats[at]).toBe(r < rows ? values[r * cols + c] : 0);
        // The first of two neighbours lies in a word's low half, as WGSL unpacks it.
        const half = (packed[at >> 1]! >>> (16 * (at & 1))) & 0xffff;
        expect(half).toBe(r < rows ? bits[r * cols + c] : 0);
      }
    }
  });

  it('leaves the checkpoint’s own numbers as they are', () => {
    const values = new Random(1).values(6);
    const before = values.slice();
    packMatrix(2, 3, { dtype: 'F32', values }).fill(7);
    expect(values).toEqual(before);
  });
});
