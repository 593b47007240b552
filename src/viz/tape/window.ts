/** Which part of a long text stands on the tape. */

export interface TapeWindow {
  from: number;
  to: number;
}

/** Share of the room for the words up to the cursor, where it comes into sight. */
const PAST = 0.6;

/** The longest window that ends at `to`. Always holds at least one token. */
export function windowEndingAt(widths: readonly number[], to: number, room: number): TapeWindow {
  let from = to;
  let used = widths[to] ?? 0;
  while (from > 0 && used + widths[from - 1] <= room) used += widths[--from];
  return { from, to };
}

/** The longest window that starts at `from`, pulled back if the text ends before the room is full. */
export function windowStartingAt(
  widths: readonly number[],
  from: number,
  room: number,
): TapeWindow {
  let to = from;
  let used = widths[from] ?? 0;
  while (to < widths.length - 1 && used + widths[to + 1] <= room) used += widths[++to];
  return to === widths.length - 1 ? windowEndingAt(widths, to, room) : { from, to };
}

/**
 * The window to show: the one that starts at `wanted` if it holds the cursor, else the nearest that
 * does, with a little of what comes next. If that is further than `margin` words away, the cursor has jumped: then most of
 * the room goes to the words before it, which are what it hears. `wanted` null means the end of the text.
 */
export function chooseWindow(
  widths: readonly number[],
  cursor: number,
  room: number,
  wanted: number | null,
  margin = 3,
): TapeWindow {
  const last = widths.length - 1;
  if (last < 0) return { from: 0, to: -1 };
  const end = windowEndingAt(widths, last, room);
  if (cursor >= last || (wanted === null && cursor >= end.from)) return end;
  const first = wanted ?? windowEndingAt(widths, cursor, PAST * room).from;
  const start = Math.min(Math.max(0, first), end.from);
  const holds = (w: TapeWindow) => w.from <= cursor && cursor <= w.to;
  const window = windowStartingAt(widths, start, room);
  if (holds(window)) return window;
  const jumped = cursor < window.from - margin || cursor > window.to + margin;
  const near = jumped
    ? windowStartingAt(widths, windowEndingAt(widths, cursor, PAST * room).from, room)
    : cursor < window.from
      ? windowStartingAt(widths, Math.max(0, cursor - margin), room)
      : windowEndingAt(widths, Math.min(last, cursor + margin), room);
  // Very long words may leave no room for their neighbours: then the cursor's word is enough.
  return holds(near) ? near : windowEndingAt(widths, cursor, room);
}
