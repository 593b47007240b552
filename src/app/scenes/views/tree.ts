/**
 * The scan view. A step h → a h + b is a pair (a, b); doing (a₁, b₁) and then (a₂, b₂) is one pair again, (a₂a₁, a₂b₁ + b₂), and
 * it does not matter which two neighbours are joined first (Blelloch 1990; Mamba, arXiv 2312.00752, §3.3). The levels are
 * those that the engine's own scan goes through.
 */
import { scanLevels, type ScanLevel } from '../../../engine/computations/parallelScan';
import type { Channel } from './channel';

/** a and b, with imaginary parts (0 where the model has none). */
export interface Pair {
  a: number;
  aIm: number;
  b: number;
  bIm: number;
}

/** First `left`, then `right`, as one step. */
export const join = (left: Pair, right: Pair): Pair => ({
  a: right.a * left.a - right.aIm * left.aIm,
  aIm: right.a * left.aIm + right.aIm * left.a,
  b: right.a * left.b - right.aIm * left.bIm + right.b,
  bIm: right.a * left.bIm + right.aIm * left.b + right.bIm,
});

export interface Tree {
  /** Rows of the channel's block under the leaves: `first` … `first + width − 1`. */
  first: number;
  width: number;
  levels: ScanLevel[];
  /** `rows[0]` are the leaves (Ā, B̄x), `rows[k]` all pairs after level k: (levels + 1, width). */
  rows: Pair[][];
  /** Combinations in all levels. */
  work: number;
  /** Levels: what must happen one after the other. */
  depth: number;
}

/** The pair of word t for number n of the state. */
export function leafAt({ a, aIm, b, x, N }: Channel, t: number, n: number): Pair {
  const i = t * N + n;
  return { a: a[i], aIm: aIm?.[i] ?? 0, b: b[i] * x[t], bIm: 0 };
}

/** Work and depth of a scan over L words; the recurrence takes L steps for the same. */
export function scanCost(L: number): { work: number; depth: number } {
  const levels = scanLevels(L);
  return {
    work: levels.reduce((sum, { combines }) => sum + combines.length, 0),
    depth: levels.length,
  };
}

/** The tree over `width` words from row `first` on, of number n of the state. */
export function treeOf(ch: Channel, first: number, width: number, n: number): Tree {
  const levels = scanLevels(width);
  const rows: Pair[][] = [Array.from({ length: width }, (_, i) => leafAt(ch, first + i, n))];
  for (const { combines } of levels) {
    const last = rows.at(-1)!;
    const next = [...last];
    // All of a level at once: every operand is from before it.
    for (const [from, into] of combines) next[into] = join(last[from], last[into]);
    rows.push(next);
  }
  return {
    first,
    width,
    levels,
    rows,
    work: levels.reduce((sum, { combines }) => sum + combines.length, 0),
    depth: levels.length,
  };
}

/** State of number n before row t: real and imaginary. */
export function stateBefore(
  { h, hIm, h0, h0Im, N }: Channel,
  t: number,
  n: number,
): [number, number] {
  return t === 0 ? [h0[n], h0Im?.[n] ?? 0] : [h[(t - 1) * N + n], hIm?.[(t - 1) * N + n] ?? 0];
}
