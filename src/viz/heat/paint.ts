import { stepper, type CellValue, type HeatScale } from './scale';

/** Numbers to paint: `rows` under one another, `columns` side by side. */
export interface HeatImage {
  rows: number;
  columns: number;
  value: CellValue;
}

/**
 * Writes one packed pixel a number into `out`, (lines, columns). With fewer lines than rows, a pixel is the mean
 * step of the rows that fall on it, so that none is left out. A few milliseconds for 131,072 numbers.
 */
export function paintCells(
  { rows, columns, value }: HeatImage,
  scale: HeatScale,
  ramp: Uint32Array,
  out: Uint32Array,
  lines = rows,
): void {
  const stepOf = stepper(scale);
  for (let line = 0; line < lines; line++) {
    const from = Math.floor((line * rows) / lines);
    const to = Math.floor(((line + 1) * rows) / lines);
    const start = line * columns;
    for (let c = 0; c < columns; c++) {
      let step = stepOf(value(from, c));
      if (to > from + 1) {
        for (let row = from + 1; row < to; row++) step += stepOf(value(row, c));
        step = Math.round(step / (to - from));
      }
      out[start + c] = ramp[step];
    }
  }
}

/** A state (E, N), channel-major as the engine gives it, with a column a channel in the given order. */
export const stateImage = (
  values: Float32Array,
  order: Uint16Array,
  dState: number,
): HeatImage => ({
  rows: dState,
  columns: order.length,
  value: (n, x) => values[order[x] * dState + n],
});

const sorted = new WeakMap<Float32Array, Uint16Array>();

/** Channels sorted from the slowest to forget to the quickest. Sorted once for each array: do not write into either. */
export function slowestFirst(halfLife: Float32Array): Uint16Array {
  let order = sorted.get(halfLife);
  if (!order) {
    order = Uint16Array.from(halfLife, (_, i) => i).toSorted(
      (a, b) => halfLife[b] - halfLife[a] || a - b,
    );
    sorted.set(halfLife, order);
  }
  return order;
}

/** For each channel, its place in the order. */
export function inverse(order: Uint16Array): Uint16Array {
  const rank = new Uint16Array(order.length);
  order.forEach((channel, i) => {
    rank[channel] = i;
  });
  return rank;
}

/** h − hPrevious, number by number. */
export const difference = (a: Float32Array, b: Float32Array): Float32Array =>
  a.map((v, i) => v - b[i]);
