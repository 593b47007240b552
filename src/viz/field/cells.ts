/** Where the bars of a field stand: flat arrays for one instanced mesh, no React and no three in it. */
import { STEPS, type Palette } from '../colour';
import { rampOf, scaleStep, type CellValue, type HeatScale } from '../heat/scale';

/** Size of a field in its own units: columns along x, rows along z, values along y to either side of the floor. */
export const WIDTH = 16;
export const DEPTH = 7;
export const HEIGHT = 2.4;

/** Share of a cell that its bar fills, along x and z. */
const FILL = 0.86;
/** What a bar of zero still measures. */
const LEAST = 0.012;

/** sRGB bytes to the linear light that three.js computes in. */
const linear = Float32Array.from({ length: 256 }, (_, byte) => {
  const c = byte / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
});

export interface FieldData {
  columns: number;
  rows: number;
  value: CellValue;
}

/** Height of a value's bar above (below) the floor, bent and clipped as its colour is. */
export const heightOf = (scale: HeatScale, value: number): number =>
  ((scaleStep(scale, value) - STEPS) / STEPS) * HEIGHT;

/** Middle of a cell on the floor. */
export const middleOf = ({ columns, rows }: FieldData, row: number, column: number) => ({
  x: ((column + 0.5) / columns - 0.5) * WIDTH,
  z: ((row + 0.5) / rows - 0.5) * DEPTH,
});

/**
 * Writes place, size and colour of every bar: `matrices` takes 16 numbers a cell (column-major, as WebGL has them),
 * `colours` 3 (linear). Cell i is row i mod rows of column ⌊i / rows⌋, as in every other figure. The bar of a cell is the
 * unit cube on the floor (y from 0 to 1), stretched.
 */
export function layField(
  data: FieldData,
  scale: HeatScale,
  palette: Palette,
  matrices: Float32Array,
  colours: Float32Array,
): void {
  const ramp = rampOf(scale, palette);
  const { columns, rows, value } = data;
  const [sx, sz] = [(WIDTH / columns) * FILL, (DEPTH / rows) * FILL];
  matrices.fill(0, 0, columns * rows * 16);
  let i = 0;
  for (let column = 0; column < columns; column++)
    for (let row = 0; row < rows; row++, i++) {
      const step = scaleStep(scale, value(row, column));
      const height = ((step - STEPS) / STEPS) * HEIGHT;
      const at = i * 16;
      const { x, z } = middleOf(data, row, column);
      matrices[at] = sx;
      matrices[at + 5] = Math.max(LEAST, Math.abs(height));
      matrices[at + 10] = sz;
      matrices[at + 12] = x;
      matrices[at + 13] = Math.min(0, height);
      matrices[at + 14] = z;
      matrices[at + 15] = 1;
      const pixel = ramp[step];
      colours[i * 3] = linear[pixel & 255];
      colours[i * 3 + 1] = linear[(pixel >> 8) & 255];
      colours[i * 3 + 2] = linear[(pixel >> 16) & 255];
    }
}
