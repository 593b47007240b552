/** Scales of heat maps: from a value to a step of the ramp, and what the legend says of it. */
import { STEPS, type Palette } from '../colour';
import { fixed } from '../format';

export interface HeatScale {
  /** Signed values stand on the diverging ramp, zero in its middle; magnitudes on the sequential one. */
  kind: 'signed' | 'magnitude';
  /** The ends of the ramp: ±max, or 0 and max. */
  max: number;
  /** Square-root steps keep small values visible; the legend’s name has to say so. Even steps if not given. */
  bend?: 'sqrt';
  /** Only with magnitudes over several powers of ten: the ramp is logarithmic and begins here, not at 0. */
  logFrom?: number;
  /** True if no value can lie beyond the ends; else the legend marks them with ≤ and ≥. */
  closed?: boolean;
  /** Decimals in the legend: as many as `max` needs, if not given. */
  digits?: number;
}

/** Last index of a ramp's look-up table. */
export const LAST_STEP = 2 * STEPS;

/** Where on the ramp a value stands, 0 … LAST_STEP; what lies beyond an end wears its colour. */
export const scaleStep = (scale: HeatScale, value: number): number => stepper(scale)(value);

/** The same for many values: what depends on the scale alone is settled once, for a picture has 100,000 of them. */
export function stepper({ kind, max, bend, logFrom }: HeatScale): (value: number) => number {
  if (logFrom !== undefined) {
    const length = Math.log(max / logFrom);
    // What is not positive has no logarithm and stands at the low end.
    return (value) =>
      value > 0
        ? Math.round(Math.min(1, Math.max(0, Math.log(value / logFrom) / length)) * LAST_STEP)
        : 0;
  }
  const share = bend
    ? (value: number) => Math.sqrt(Math.min(1, Math.abs(value) / max))
    : (value: number) => Math.min(1, Math.abs(value) / max);
  if (kind === 'magnitude')
    return (value) => (value > 0 ? Math.round(share(value) * LAST_STEP) : 0);
  return (value) => {
    // Rounded before the sign, so that v and −v are the same shade apart from their hue.
    const step = Math.round(share(value) * STEPS);
    return value < 0 ? STEPS - step : STEPS + step;
  };
}

/** The ramp of a scale in the current theme. */
export const rampOf = (scale: HeatScale, palette: Palette): Uint32Array =>
  scale.kind === 'signed' ? palette.lut : palette.magnitudeLut;

/** What a legend says of a scale: spread it into `<Legend>`. */
export function legendOf({ kind, max, closed, digits, logFrom }: HeatScale) {
  const text = (v: number) => (digits === undefined ? fixedAsNeeded(v) : fixed(v, digits));
  const [upTo, downTo] = closed ? ['', ''] : ['≥ ', '≤ '];
  const low = kind === 'signed' ? -max : logFrom;
  return { kind, low: low === undefined ? '0' : downTo + text(low), high: upTo + text(max) };
}

const fixedAsNeeded = (v: number): string =>
  fixed(v, Math.min(3, (String(Math.abs(v)).split('.')[1] ?? '').length));

/** A number of a picture, by row and column. */
export type CellValue = (row: number, column: number) => number;

/** The middle value of each row over `columns` columns. Of an even number, the mean of the middle two. */
export function rowMedians(rows: number, columns: number, value: CellValue): Float64Array {
  const line = new Float64Array(columns);
  return Float64Array.from({ length: rows }, (_, row) => {
    for (let c = 0; c < columns; c++) line[c] = value(row, c);
    line.sort();
    const half = columns >> 1;
    return columns % 2 ? line[half] : (line[half - 1] + line[half]) / 2;
  });
}

/**
 * Magnitudes against their own row's median, in doublings: 0 as usual, +1 twice as large, −1 half. Takes the
 * stripes out of a picture whose rows differ more than its columns. Use with `RELATIVE_SCALE`.
 */
export const relativeToMedian =
  (value: CellValue, medians: ArrayLike<number>): CellValue =>
  (row, column) =>
    Math.log2(value(row, column) / medians[row]);

/** An eighth of the median to eight times it; zero is the median itself. */
export const RELATIVE_SCALE: HeatScale = { kind: 'signed', max: 3 };

/** Its legend: factors, not doublings. */
export const RELATIVE_LEGEND = { kind: 'signed', low: '≤ 1/8', high: '≥ 8' } as const;

/** Least and greatest number of a picture and where they stand, for its text alternative. Null if it is empty. */
export function extremes(rows: number, columns: readonly number[], value: CellValue) {
  let found: Record<'least' | 'most', { row: number; column: number; value: number }> | null = null;
  for (const column of columns)
    for (let row = 0; row < rows; row++) {
      const here = { row, column, value: value(row, column) };
      if (!found) found = { least: here, most: here };
      else if (here.value < found.least.value) found.least = here;
      else if (here.value > found.most.value) found.most = here;
    }
  return found;
}
