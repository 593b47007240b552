import type { MatrixData } from '../ops';

/**
 * A matrix (rows, cols) as the shaders read it: transposed to (cols, rows), so that neighbouring threads, which
 * make neighbouring outputs, load neighbouring words; rows padded to a multiple of 8, one wide load. Half floats stay
 * as they are, two in a u32; f32 take a word each.
 */
export function packMatrix(rows: number, cols: number, data: MatrixData): Uint32Array<ArrayBuffer> {
  const padded = paddedRows(rows);
  const words =
    data.dtype === 'F16'
      ? transpose(data.bits, new Uint16Array(padded * cols), rows, cols, padded)
      : transpose(data.values, new Float32Array(padded * cols), rows, cols, padded);
  return new Uint32Array(words.buffer);
}

/** Bytes that a packed matrix takes. */
export function packedBytes(rows: number, cols: number, dtype: MatrixData['dtype']): number {
  return paddedRows(rows) * cols * (dtype === 'F16' ? 2 : 4);
}

const paddedRows = (rows: number): number => Math.ceil(rows / 8) * 8;

function transpose<T extends Uint16Array<ArrayBuffer> | Float32Array<ArrayBuffer>>(
  from: ArrayLike<number>,
  to: T,
  rows: number,
  cols: number,
  padded: number,
): T {
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) to[c * padded + r] = from[r * cols + c]!;
  }
  return to;
}
