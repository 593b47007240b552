/** Where the raised line stands, and how thin lines run to it. Pure geometry, in px. */
import type { Box } from './cells';

export interface Size {
  width: number;
  height: number;
}

/** Between a cell and the line that speaks of it. */
const GAP = 10;

const right = (b: Box) => b.x + b.width;
const bottom = (b: Box) => b.y + b.height;
const clamp = (v: number, low: number, high: number) => Math.max(low, Math.min(high, v));

/** Area that two boxes share. */
export const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(right(a), right(b)) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(bottom(a), bottom(b)) - Math.max(a.y, b.y));

/**
 * Places a box of `size` beside a cell: never over it, as far as possible inside `bounds`, and over as
 * little as possible of `others` (the same cell elsewhere, the cells it came from). The first `also` of
 * them belong together with the cell: best is beneath them all.
 */
export function placeReadout(
  cell: Box,
  also: readonly Box[],
  others: readonly Box[],
  size: Size,
  bounds: Box,
): Box {
  const group = [cell, ...also];
  const x = clamp(
    cell.x + cell.width / 2 - size.width / 2,
    bounds.x,
    Math.max(bounds.x, right(bounds) - size.width),
  );
  const y = clamp(
    cell.y + cell.height / 2 - size.height / 2,
    bounds.y,
    Math.max(bounds.y, bottom(bounds) - size.height),
  );
  const places = [
    { x, y: Math.max(...group.map(bottom)) + GAP },
    { x, y: Math.min(...group.map((b) => b.y)) - GAP - size.height },
    { x, y: bottom(cell) + GAP },
    { x, y: cell.y - GAP - size.height },
    { x: right(cell) + GAP, y },
    { x: cell.x - GAP - size.width, y },
  ].map((place) => Object.assign(place, size));
  const area = size.width * size.height;
  const cost = (place: Box) =>
    // What is out of sight cannot be read: worse than covering something.
    8 * (area - overlap(place, bounds)) +
    [...also, ...others].reduce((sum, b) => sum + overlap(place, b), 0);
  return places.reduce((best, place) => (cost(place) < cost(best) - 1e-6 ? place : best));
}

export interface Line {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** The shortest upright, level or slanting line between the edges of two boxes. */
export function leader(from: Box, to: Box): Line {
  const x1 = from.x + from.width / 2;
  const y1 = from.y + from.height / 2;
  const x2 = to.x + to.width / 2;
  const y2 = to.y + to.height / 2;
  if (bottom(from) <= to.y) return { x1, y1: bottom(from), x2, y2: to.y };
  if (bottom(to) <= from.y) return { x1, y1: from.y, x2, y2: bottom(to) };
  return x1 < x2 ? { x1: right(from), y1, x2: to.x, y2 } : { x1: from.x, y1, x2: right(to), y2 };
}

/** From a cell to the line that speaks of it: upright where it can be. */
export function stalk(cell: Box, readout: Box): Line {
  const line = leader(cell, readout);
  const upright = bottom(cell) <= readout.y || bottom(readout) <= cell.y;
  return upright ? { ...line, x2: clamp(line.x1, readout.x + 6, right(readout) - 6) } : line;
}
