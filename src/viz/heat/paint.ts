import { signedStep, STEPS } from '../colour';

/** A state (E, N), channel-major as the engine gives it, and the order in which its channels stand. */
export interface StateImage {
  values: Float32Array;
  /** Channels from left to right, (E). */
  order: Uint16Array;
  dState: number;
}

/** Writes one packed pixel a number into `out`, (N rows, E columns). Under a millisecond for 8,192. */
export function paintState(
  { values, order, dState }: StateImage,
  lut: Uint32Array,
  clip: number,
  out: Uint32Array,
): void {
  const width = order.length;
  for (let x = 0; x < width; x++) {
    const base = order[x] * dState;
    for (let n = 0; n < dState; n++)
      out[n * width + x] = lut[signedStep(values[base + n], clip) + STEPS];
  }
}

/** Channels sorted from the slowest to forget to the quickest. */
export function slowestFirst(halfLife: Float32Array): Uint16Array {
  const order = Uint16Array.from(halfLife, (_, i) => i);
  return order.toSorted((a, b) => halfLife[b] - halfLife[a] || a - b);
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
