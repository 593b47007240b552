/** Which rows a picture has, in what order, and where its scale ends. */

export type Order = 'halfLife' | 'delta';

/** Channels (Mamba-2: heads) drawn at once, unless the reader asks for all. */
export const SOME = 46;

/** Units from the least value to the greatest; equal ones keep their numbers' order. */
export function sortedUnits(values: ArrayLike<number>, count: number): Uint16Array {
  return Uint16Array.from({ length: count }, (_, i) => i).toSorted(
    (a, b) => values[a] - values[b] || a - b,
  );
}

/** `most` of the sorted units, evenly apart; the chosen one takes the place nearest to its own. */
export function someOf(sorted: Uint16Array, most: number, chosen: number): Uint16Array {
  const all = sorted.length;
  if (all <= most) return sorted;
  const some = Uint16Array.from(
    { length: most },
    (_, i) => sorted[Math.floor(((i + 0.5) * all) / most)],
  );
  if (!some.includes(chosen)) some[Math.floor((sorted.indexOf(chosen) * most) / all)] = chosen;
  return some;
}

const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/** The next round number: an end for a scale that moves only when the text outgrows it. */
export function roundUp(value: number, steps: readonly number[] = STEPS): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  const step = steps.find((s) => s * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(3));
}

/** Most numbers that are looked at for a scale. */
const LOOKED_AT = 20_000;

/** The size that a share of the numbers does not pass, of an even sample. 0 if there are none. */
export function sizeAt(values: Float32Array, share: number): number {
  // An odd stride: channels and states come in even numbers, so none is met again and again.
  const stride = values.length > LOOKED_AT ? Math.ceil(values.length / LOOKED_AT) | 1 : 1;
  const some = new Float32Array(Math.ceil(values.length / stride));
  for (let i = 0; i < some.length; i++) some[i] = Math.abs(values[i * stride]);
  some.sort();
  return some.length ? some[Math.min(some.length - 1, Math.floor(share * some.length))] : 0;
}

/** The greatest of some numbers and where it stands. */
export function greatest(values: Float32Array): { index: number; value: number } {
  let index = 0;
  for (let i = 1; i < values.length; i++) if (values[i] > values[index]) index = i;
  return { index, value: values[index] ?? 0 };
}
