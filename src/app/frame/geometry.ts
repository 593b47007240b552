/** Where the tape and everything beneath it stand, in px from the left edge of the stage. */
export interface Geometry {
  width: number;
  /** Words and lanes reach from x0 to x1; figures that need no tape reach to `right`. */
  x0: number;
  x1: number;
  right: number;
  /** The next word's place and its candidates; null if they stand below (phone). */
  result: { x: number; width: number } | null;
  /** Width of the next word's place. */
  placeWidth: number;
  fontSize: number;
  /** Lanes carry their names inside instead of in a gutter. */
  narrow: boolean;
}

const GUTTER = 84;
const RIGHT = 24;
const PHONE_EDGE = 16;
const GAP = 6;
/** Narrower than this, the candidates go below the lanes. */
export const NARROW = 600;

/** The one set of x positions that tape and scene share. */
export function geometry(width: number): Geometry {
  if (width < NARROW) {
    const right = Math.max(PHONE_EDGE + 80, width - PHONE_EDGE);
    const placeWidth = 40;
    return {
      width,
      x0: PHONE_EDGE,
      x1: right - placeWidth - GAP,
      right,
      result: null,
      placeWidth,
      fontSize: 18,
      narrow: true,
    };
  }
  const right = width - RIGHT;
  const resultWidth = Math.round(Math.min(330, Math.max(230, (right - GUTTER) * 0.265)));
  const x1 = right - resultWidth - GAP;
  return {
    width,
    x0: GUTTER,
    x1,
    right,
    result: { x: x1 + GAP, width: resultWidth },
    placeWidth: 72,
    fontSize: 16,
    narrow: false,
  };
}
