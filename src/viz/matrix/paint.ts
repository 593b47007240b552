import { rampOf, scaleStep, type HeatScale } from '../heat/scale';
import type { Palette } from '../colour';

/** The number of row i and column j. */
export type EntryValue = (i: number, j: number) => number;

/** How much of the colour is left of what is not lit. */
const FAINT = 0.2;

/** Writes a lower triangle, one packed pixel an entry, into `out` (size, size); above the diagonal nothing is painted. */
export function paintTriangle(
  size: number,
  value: EntryValue,
  scale: HeatScale,
  palette: Palette,
  out: Uint32Array,
  lit?: (i: number, j: number) => boolean,
): void {
  const ramp = rampOf(scale, palette);
  const faint = Math.round(255 * FAINT);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const colour = j > i ? 0 : ramp[scaleStep(scale, value(i, j))];
      const isFaint = j <= i && lit !== undefined && !lit(i, j);
      out[i * size + j] = isFaint ? ((colour & 0xffffff) | (faint << 24)) >>> 0 : colour;
    }
}
