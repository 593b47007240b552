/** Where the words stand on a curve over dt + bias. */
import type { Reading } from './reading';
import { unitDeltas } from './derive';

/** v = dt + bias of the unit at each token that was read, with its Δ; null where a model has no dt. */
export function inputsOf(
  r: Reading,
): { bias: number; v: Float64Array; delta: Float32Array; calm: Float64Array } | null {
  const bias = r.dtBias?.yours.values[r.unit];
  if (!r.dt || bias === undefined) return null;
  const { yours, before, rows } = r.dt;
  const of = (values: Float32Array) =>
    Float64Array.from({ length: rows }, (_, i) => values[i * r.units + r.unit] + bias);
  return {
    bias,
    v: of(yours.values),
    delta: unitDeltas(r, 'yours'),
    calm: of((before ?? yours).values),
  };
}

export interface Range {
  from: number;
  to: number;
  /** Whole numbers with room between them. */
  ticks: number[];
}

const MOST_TICKS = 6;

/** Whole numbers around all words of the untouched run, and as far as the wrong formula's line takes to be seen. */
export function plotRange(
  { calm, bias }: { calm: Float64Array; bias: number },
  max: number,
): Range {
  let [least, most] = [Infinity, -Infinity];
  for (const v of calm) [least, most] = [Math.min(least, v), Math.max(most, v)];
  // softplus(dt) + bias = max / 2, solved for dt + bias.
  const rest = max / 2 - bias;
  const seen = rest > 0 ? Math.log(Math.expm1(rest)) + bias : most;
  const to = Math.ceil(Math.max(most, Math.min(seen, most + 2)) + 0.2);
  const from = Math.min(Math.floor(least - 0.2), to - 4);
  return { from, to, ticks: wholeTicks(from, to) };
}

/** Whole numbers within a range, evenly apart, few enough to be read. */
export function wholeTicks(from: number, to: number): number[] {
  const step = Math.max(1, Math.ceil((to - from) / MOST_TICKS));
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, i) => first + i * step);
}

/** A curve as points. */
export const sampled = (
  f: (v: number) => number,
  { from, to }: Pick<Range, 'from' | 'to'>,
  count: number,
): [number, number][] =>
  Array.from({ length: count + 1 }, (_, i) => {
    const v = from + ((to - from) * i) / count;
    return [v, f(v)];
  });
