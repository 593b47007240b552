import type { FormulaPart, Term } from '../formula/formula';

/** A cell of a figure: anything that can be pointed at, by number. */
export interface CellRef {
  figure: string;
  index: number;
}

/** A rectangle in px. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a figure's cells are, in px from the figure's top left corner. */
export interface Geometry {
  /** The cell under a point, or null. */
  at(x: number, y: number): number | null;
  /** A cell's rectangle, or null while it is out of sight. */
  boxOf(index: number): Box | null;
  /** The cell that a key leads to, or null if the key means nothing here. */
  walk(index: number, key: string, shift: boolean): number | null;
  /** Row and column of a cell and the figure's size in cells, counted from 0, for screen readers. */
  position(index: number): { row: number; column: number };
  rows: number;
  columns: number;
  /** A cell in sight to begin with; null if the figure is empty. */
  first: number | null;
}

/** What is said of a cell. */
export interface CellInfo {
  /** Where it is, in words: “ball, word 34, state 0”. */
  place: string;
  /** What it is: symbol, number, and the untouched model's number while something is turned. */
  term: Term;
  /** The right side of its formula; terms with a `source` are joined to it by thin lines. */
  operands?: readonly FormulaPart[];
  /** A last remark: “half-life 2.3 words”. */
  note?: string;
  /** The same cell in other pictures, framed together with it. */
  also?: readonly CellRef[];
}

/** A figure as the hover engine sees it. */
export interface Cells {
  /** Unique within a stage. */
  id: string;
  /** Accessible name of the figure. */
  label: string;
  geometry: Geometry;
  describe(index: number): CellInfo;
  /** Click or Enter, besides pinning: usually moves the cursor. */
  onSelect?(index: number): void;
  /** Where the keyboard starts: usually the cursor's own cell. */
  start?: number;
}

/** Every cell that another one was computed from, as far as figures show it. */
export const sourcesOf = (info: CellInfo): CellRef[] =>
  (info.operands ?? []).flatMap((part) => ('source' in part && part.source ? [part.source] : []));
