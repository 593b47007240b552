import type { AppState } from '../../store/state';
import type { LiveValue } from '../scene';
import { channelOf, type Channel } from './channel';
import { bestKernel, convolve, mismatch, mixing, outputs } from './kernels';
import { join, leafAt, scanCost, stateBefore, treeOf } from './tree';

/** One step of the recurrence in its parts; all (N). S4D: real parts in front, imaginary parts beside them. */
export interface Step {
  previous: Float64Array;
  /** Ā h of the word before: what is left after forgetting. */
  kept: Float64Array;
  /** B̄ x: what the word writes. */
  written: Float64Array;
  now: Float64Array;
  nowIm: Float64Array;
}

/** The step of row t, from the state that the model itself had before it. */
export function stepAt(ch: Channel, t: number): Step {
  const step = Array.from({ length: 5 }, () => new Float64Array(ch.N));
  const [previous, kept, written, now, nowIm] = step;
  for (let n = 0; n < ch.N; n++) {
    const [re, im] = stateBefore(ch, t, n);
    const after = join({ a: 1, aIm: 0, b: re, bIm: im }, leafAt(ch, t, n));
    previous[n] = re;
    written[n] = ch.b[t * ch.N + n] * ch.x[t];
    kept[n] = after.b - written[n];
    now[n] = after.b;
    nowIm[n] = after.bIm;
  }
  return { previous, kept, written, now, nowIm };
}

/** Re(C·h) + D x of row t for a state (N). */
export function readOut(ch: Channel, t: number, h: Float64Array, hIm: Float64Array): number {
  let sum = ch.D * ch.x[t];
  for (let n = 0; n < ch.N; n++) {
    const i = t * ch.N + n;
    sum += ch.c[i] * h[n] - (ch.cIm?.[i] ?? 0) * hIm[n];
  }
  return sum;
}

/** y of every word by the recurrence, one step after the other from the block's beginning, (L). */
export function byRecurrence(ch: Channel): Float64Array {
  const h = Float64Array.from(ch.h0);
  const hIm = ch.h0Im ? Float64Array.from(ch.h0Im) : new Float64Array(ch.N);
  return ch.x.map((_, t) => {
    for (let n = 0; n < ch.N; n++) {
      const after = join({ a: 1, aIm: 0, b: h[n], bIm: hIm[n] }, leafAt(ch, t, n));
      [h[n], hIm[n]] = [after.b, after.bIm];
    }
    return readOut(ch, t, h, hIm);
  });
}

/** y of the rows `first` … `first + width − 1` by a scan over just these, given the state before them, (width). */
export function byScan(ch: Channel, first: number, width: number): Float64Array {
  const out = new Float64Array(width);
  const states = Array.from({ length: ch.N }, (_, n) => {
    const [b, bIm] = stateBefore(ch, first, n);
    // Every pair of the last row is all steps up to its word in one: apply it to the state before.
    return treeOf(ch, first, width, n)
      .rows.at(-1)!
      .map((p) => join({ a: 1, aIm: 0, b, bIm }, p));
  });
  for (let i = 0; i < width; i++) {
    const part = (key: 'b' | 'bIm') => Float64Array.from(states, (of) => of[i][key]);
    out[i] = readOut(ch, first + i, part('b'), part('bIm'));
  }
  return out;
}

/** What a state before the block still says at every word of it, (L); zero where the block begins the text. */
export function fromBefore(ch: Channel): Float64Array {
  const { h0, N } = ch;
  if (h0.every((v) => v === 0) && (ch.h0Im ?? []).every((v) => v === 0))
    return new Float64Array(ch.L);
  const silent = { ...ch, x: new Float64Array(ch.L), h0, N };
  return byRecurrence(silent);
}

export interface Convolved {
  /** (L, L). */
  M: Float64Array;
  /** The best fixed kernel, (L), and its ‖M − T‖ / ‖M‖. */
  best: Float64Array;
  error: number;
  /** y by the kernel of each word, and by the best fixed kernel, (L). */
  own: Float64Array;
  fixed: Float64Array;
  /** What words before the block add. */
  before: Float64Array;
}

/** The convolution view of a block. */
export function byConvolution(ch: Channel): Convolved {
  const { L, x, D } = ch;
  const M = mixing(ch, ch.N, L);
  const best = bestKernel(M, L);
  const before = fromBefore(ch);
  const own = outputs(M, x).map((v, i) => v + D * x[i] + before[i]);
  const fixed = convolve(best, x).map((v, i) => v + D * x[i] + before[i]);
  return { M, best, error: mismatch(M, L, best), own, fixed, before };
}

/** Largest |a − b|. NaN stays NaN: it must not look like agreement. */
export function apart(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    const d = Math.abs(a[i] - b[i]);
    if (!(d <= most)) most = d;
  }
  return most;
}

/** Largest size of some numbers. */
export const largest = (values: ArrayLike<number>): number =>
  Array.prototype.reduce.call<
    ArrayLike<number>,
    [(m: number, v: number) => number, number],
    number
  >(values, (most, v) => Math.max(most, Math.abs(v)), 0);

/** ‖a − b‖ / ‖b‖. */
export function relative(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [wrong, all] = [0, 0];
  for (let i = 0; i < a.length; i++) {
    wrong += (a[i] - b[i]) ** 2;
    all += b[i] ** 2;
  }
  return all === 0 ? 0 : Math.sqrt(wrong / all);
}

/** The three ways over a block, each against the model’s own y. */
export interface Agreement {
  /** Largest difference from the model’s y over all words of the block. */
  recurrence: number;
  convolution: number;
  scan: number;
  most: number;
}

export function agreementOf(ch: Channel, own: Float64Array): Agreement {
  const recurrence = apart(byRecurrence(ch), ch.y);
  const convolution = apart(own, ch.y);
  const scan = apart(byScan(ch, 0, ch.L), ch.y);
  return { recurrence, convolution, scan, most: Math.max(recurrence, convolution, scan) };
}

/** How far three ways may lie apart by rounding, of numbers of size 1: the model computes in f32, WebGPU’s exp is coarser. */
export const TOLERANCE = { cpu: 1e-5, webgpu: 2e-4 } as const;

/** A round number (1, 2 or 5 times a power of ten) that all but the largest few values stay under. */
export function roundUp(values: ArrayLike<number>, quantile = 1): number {
  const sizes = Float64Array.from(values as ArrayLike<number>, Math.abs).toSorted();
  const top = sizes[Math.max(0, Math.ceil(quantile * sizes.length) - 1)] ?? 0;
  if (!(top > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(top));
  const step = [1, 2, 5, 10].find((s) => s * power >= top * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(1));
}

/** Real models need no C of their own kind: their channel can be had from the state alone. */
function liveChannel(s: AppState): Channel | null {
  return s.model.kind === 'S4D' ? null : channelOf(s, s.cursor, null);
}

/** What the prose states. */
export const live = {
  dState: (s) => s.model.dState,
  dInner: (s) => s.model.dInner,
  dConv: (s) => s.model.dConv,
  channel: (s) => s.cursor.channel,
  words: (s) => s.yours.tokens.length,
  work: (s) => scanCost(s.yours.tokens.length).work,
  depth: (s) => scanCost(s.yours.tokens.length).depth,
  fixedError: (s) => {
    if (s.model.kind === 'S4D') return 0;
    const ch = liveChannel(s);
    if (!ch) return null;
    const M = mixing(ch, ch.N, ch.L);
    return mismatch(M, ch.L, bestKernel(M, ch.L));
  },
} satisfies Record<string, LiveValue>;

/** True if one kernel serves every word: what is left is the rounding of doubles. */
export const isFixed = ({ error }: Pick<Convolved, 'error'>): boolean => error < 1e-6;

/** Σ_l K̄_l x_{t−l} + D x of row t by any kernel; lags that it does not have count as nothing. */
export function convolveAt({ x, D }: Channel, kernel: Float64Array, t: number): number {
  let sum = D * x[t];
  for (let l = 0; l <= t && l < kernel.length; l++) sum += kernel[l] * x[t - l];
  return sum;
}

/** Ends of an axis for signed numbers: round, zero between them, and all but the largest few of the numbers too. */
export function range(values: Float64Array, quantile: number): { low: number; high: number } {
  const top = roundUp(
    values.filter((v) => v !== 0),
    quantile,
  );
  // A side on which next to nothing lies keeps a tenth of the other’s room.
  const end = (most: number) => Math.min(top, roundUp([Math.max(most, top / 10)]));
  const most = values.reduce((a, v) => Math.max(a, v), 0);
  const least = values.reduce((a, v) => Math.min(a, v), 0);
  return { low: -end(-least), high: end(most) };
}
