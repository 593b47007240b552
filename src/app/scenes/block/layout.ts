import type { Lane, Part } from './parts';

/** Where the lines and boxes stand, in px from the left edge of the diagram. */
export interface BlockLayout {
  /** Middle of each line. */
  lane: Readonly<Record<Lane, number>>;
  /** Where the pictures of the tensors begin and end. */
  strips: { x0: number; x1: number };
  narrow: boolean;
}

/** Narrower than this, the lines move together and the words go above each other. */
const NARROW = 600;
/** A box reaches so far to either side of its outermost lines. */
const REACH = { wide: 36, narrow: 26 };
/** The Δ and gate boxes are smaller. */
const SMALL_REACH = { wide: 20, narrow: 13 };

export function blockLayout(width: number): BlockLayout {
  if (width < NARROW)
    return {
      lane: { residual: 14, main: 47, B: 87, C: 100, delta: 120, z: 141 },
      strips: { x0: 162, x1: Math.max(240, width - 16) },
      narrow: true,
    };
  return {
    lane: { residual: 40, main: 94, B: 154, C: 174, delta: 208, z: 246 },
    strips: { x0: 298, x1: width - 24 },
    narrow: false,
  };
}

const reachOf = (lane: Lane, narrow: boolean): number => {
  const size = narrow ? 'narrow' : 'wide';
  if (lane === 'main') return REACH[size];
  if (lane === 'residual' && narrow) return 10;
  return lane === 'B' || lane === 'C' ? 12 : SMALL_REACH[size];
};

/** A part's box, from left to right. */
export function boxOf(
  { lane, narrow }: BlockLayout,
  { lanes }: Part,
): { x: number; width: number } {
  const [first, last] = lanes;
  const x = lane[first] - reachOf(first, narrow);
  return { x, width: lane[last] + reachOf(last, narrow) - x };
}
