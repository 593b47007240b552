/** Where the pairs of a scan stand: a wire a word, a row a level, a box where two pairs become one. */
import type { Box } from '../hover/cells';
import type { Span } from '../hover/geometry';

/** One level: [from, into] of every combination in it. */
export type Combines = readonly (readonly [number, number])[];

export interface TreeNode extends Box {
  /** Wire that it stands on, and its row: 0 the leaves, k what level k made. */
  wire: number;
  row: number;
  /** Indices of the two nodes that it was made from; null for a leaf. */
  left: number | null;
  right: number | null;
}

const WIDEST = 24;
const THINNEST = 6;

export interface TreeSizes {
  /** Distance of two rows, and height of a box. */
  pitch: number;
  box: number;
  top: number;
}

/** Leaves first, then every level’s combinations in their order. `spans` are the wires’ columns. */
export function layTree(
  spans: readonly Span[],
  levels: readonly Combines[],
  { pitch, box, top }: TreeSizes,
): TreeNode[] {
  const place = (wire: number, row: number): Box => {
    const { x, width } = spans[wire];
    const wide = Math.max(THINNEST, Math.min(WIDEST, width - 2));
    return { x: x + (width - wide) / 2, y: top + row * pitch, width: wide, height: box };
  };
  const nodes: TreeNode[] = spans.map((_, wire) => ({
    ...place(wire, 0),
    wire,
    row: 0,
    left: null,
    right: null,
  }));
  const last = spans.map((_, wire) => wire);
  levels.forEach((combines, k) => {
    // All at once: operands are those from before the level.
    const before = [...last];
    for (const [from, into] of combines) {
      last[into] = nodes.length;
      nodes.push({
        ...place(into, k + 1),
        wire: into,
        row: k + 1,
        left: before[from],
        right: before[into],
      });
    }
  });
  return nodes;
}
