/** The two usual geometries: a grid of rows under columns, and boxes that stand anywhere. */
import type { Box, Geometry } from './cells';

/** A column in sight: which one (a token, a channel), and where. Columns of the tape are spans too. */
export interface Span {
  token: number;
  x: number;
  width: number;
}

/** Equal columns side by side. */
export const uniformSpans = (count: number, x: number, width: number): Span[] =>
  Array.from({ length: count }, (_, token) => ({
    token,
    x: x + (token / count) * width,
    width: width / count,
  }));

interface GridOptions {
  rows: number;
  /** Columns in sight, from left to right. */
  spans: readonly Span[];
  top: number;
  height: number;
}

/** Cells that Shift and an arrow walk over at once. */
const STRIDE = 16;

const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, value));

/** Number of a cell: stays the same while the text grows and the window moves. */
export const cellIndex = (rows: number, row: number, column: number): number => column * rows + row;

/** Row and column of a cell. */
export const cellPlace = (rows: number, index: number): { row: number; column: number } => ({
  row: index % rows,
  column: Math.floor(index / rows),
});

/** A grid: equal rows, columns of any width. Arrows walk; Home and End, Page Up and Down go to the edges. */
export function gridGeometry({ rows, spans, top, height }: GridOptions): Geometry {
  const spanOf = (column: number) => spans.findIndex((s) => s.token === column);
  return {
    rows,
    columns: spans.length,
    first: spans.length && rows ? cellIndex(rows, 0, spans[0].token) : null,
    at(x, y) {
      const span = spans.find((s) => x >= s.x && x < s.x + s.width);
      if (!span || y < top || y >= top + height) return null;
      return cellIndex(rows, clamp(Math.floor(((y - top) / height) * rows), rows - 1), span.token);
    },
    boxOf(index) {
      const { row, column } = cellPlace(rows, index);
      const span = spans[spanOf(column)];
      if (!span || row < 0) return null;
      const pitch = height / rows;
      return { x: span.x, y: top + row * pitch, width: span.width, height: pitch };
    },
    walk(index, key, shift) {
      const { row, column } = cellPlace(rows, index);
      const last = spans.length - 1;
      const at = spanOf(column);
      const by = shift ? STRIDE : 1;
      const targets: Record<string, [row: number, span: number]> = {
        ArrowLeft: [row, at - by],
        ArrowRight: [row, at + by],
        ArrowUp: [row - by, at],
        ArrowDown: [row + by, at],
        Home: [row, 0],
        End: [row, last],
        PageUp: [0, at],
        PageDown: [rows - 1, at],
      };
      const target = targets[key];
      if (!target || last < 0) return null;
      // A cell that the window has left behind: back to the nearest column in sight.
      const to = at >= 0 ? target[1] : column < spans[0].token ? 0 : last;
      return cellIndex(rows, clamp(target[0], rows - 1), spans[clamp(to, last)].token);
    },
    position(index) {
      const { row, column } = cellPlace(rows, index);
      return { row, column: Math.max(0, spanOf(column)) };
    },
  };
}

const middle = (b: Box) => ({ x: b.x + b.width / 2, y: b.y + b.height / 2 });

const DIRECTIONS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Boxes anywhere: parts of a diagram, points of a curve. An arrow leads to the nearest one that way. */
export function boxGeometry(boxes: readonly Box[]): Geometry {
  const last = boxes.length - 1;
  return {
    rows: 1,
    columns: boxes.length,
    first: last < 0 ? null : 0,
    // The last one drawn lies on top.
    at(x, y) {
      const found = boxes.findLastIndex(
        (b) => x >= b.x && x < b.x + b.width && y >= b.y && y < b.y + b.height,
      );
      return found < 0 ? null : found;
    },
    boxOf: (index) => boxes[index] ?? null,
    walk(index, key) {
      if (key === 'Home') return 0;
      if (key === 'End') return last;
      const direction = DIRECTIONS[key];
      if (!direction || !boxes[index]) return null;
      const from = middle(boxes[index]);
      let best = index;
      let least = Infinity;
      boxes.forEach((box, i) => {
        const to = middle(box);
        const [dx, dy] = [to.x - from.x, to.y - from.y];
        const ahead = dx * direction[0] + dy * direction[1];
        const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
        // Far aside costs more than far ahead, so that a row is walked before the next one.
        if (i !== index && ahead > 0.5 && ahead + 3 * aside < least) {
          least = ahead + 3 * aside;
          best = i;
        }
      });
      return best;
    },
    position: (index) => ({ row: 0, column: index }),
  };
}
