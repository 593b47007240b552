import { halfToFloat } from '../half';
import type { MatrixData } from '../ops';
import { roundUp } from './tensor';

/** Rows of a panel: the outputs that a kernel makes side by side, in two vectors. */
const PANEL = 8;

/** Numbers that a packed matrix takes. */
export const packedLength = (rows: number, cols: number): number => roundUp(rows, PANEL) * cols;

/**
 * A matrix (rows, cols) as the kernels read it: panels of 8 rows, in each for every column the 8 weights side by side;
 * the last panel filled up with the zeros that `to` must hold. Written to `to` from `offset` on.
 *
 * Half floats are widened here, once. WebAssembly has no instruction for it: four shifts and masks for every two
 * vectors of weights made decoding 1.5 times slower with the bundled models, which a processor's cache holds in either form,
 * and 1.07 times slower with 268 million parameters, which it does not; prefill gains nothing from half floats either. The
 * price is twice the memory.
 */
export function packMatrix(
  rows: number,
  cols: number,
  data: MatrixData,
  to: Float32Array,
  offset: number,
): void {
  const half = data.dtype === 'F16';
  const from = half ? data.bits : data.values;
  for (let r = 0; r < rows; r++) {
    let at = offset + (r - (r % PANEL)) * cols + (r % PANEL);
    const end = (r + 1) * cols;
    for (let i = r * cols; i < end; i++) {
      to[at] = half ? halfToFloat(from[i]!) : from[i]!;
      at += PANEL;
    }
  }
}
