import { useMemo } from 'react';
import type { CellInfo, Cells } from '../hover/cells';
import { cellIndex, cellPlace, gridGeometry, uniformSpans } from '../hover/geometry';
import { HoverFigure } from '../hover/HoverFigure';
import type { HeatScale } from '../heat/scale';
import type { EntryValue } from './paint';
import { Triangle } from './Triangle';

/** A block of the matrix with an outline: rows and columns from … to, the end not included. */
export interface Block {
  rows: readonly [from: number, to: number];
  columns: readonly [from: number, to: number];
  /** Its outline wears the hue of a symbol, or ink. */
  kind: 'ink' | 'B' | 'h' | 'C';
}

interface MatrixProps {
  /** Unique within the stage; an entry is `{ figure: id, index: entryIndex(size, i, j) }`. */
  id: string;
  size: number;
  /** Width of an entry in px. */
  cell: number;
  value: EntryValue;
  scale: HeatScale;
  lit?: (i: number, j: number) => boolean;
  /** One word a row, which stands on the diagonal: it names the row to its left and the column beneath it. */
  words: readonly string[];
  /** The chosen word. */
  cursor: number;
  /** Where chunks begin, without the first. */
  cuts?: readonly number[];
  blocks?: readonly Block[];
  label: string;
  summary: string;
  describe(i: number, j: number): CellInfo;
  onSelect(i: number): void;
}

/** Number of an entry for the hover engine. */
export const entryIndex = (size: number, i: number, j: number): number => cellIndex(size, i, j);

/** Row and column of an entry by its number. */
export const entryPlace = (size: number, index: number): { i: number; j: number } => {
  const { row, column } = cellPlace(size, index);
  return { i: row, j: column };
};

/** Least distance of two words, one under the other, in px. */
const LINE = 11.5;

/** A token-mixing matrix: what each word, a row, takes from each word before it, a column. */
export function Matrix(props: MatrixProps) {
  const { id, size, cell, value, scale, lit, label, summary, cursor, describe, onSelect } = props;
  const side = size * cell;
  const cells = useMemo<Cells>(
    () => ({
      id,
      label,
      start: entryIndex(size, cursor, cursor),
      geometry: gridGeometry({
        rows: size,
        spans: uniformSpans(size, 0, side),
        top: 0,
        height: side,
      }),
      describe(index) {
        const { i, j } = entryPlace(size, index);
        return describe(i, j);
      },
      onSelect: (index) => onSelect(entryPlace(size, index).i),
    }),
    [id, label, size, side, cursor, describe, onSelect],
  );
  return (
    <HoverFigure cells={cells} className="matrix" style={{ width: side, height: side }}>
      <Triangle {...{ size, side, value, scale, lit, summary }} />
      <Lines {...props} />
    </HoverFigure>
  );
}

/** Words on the diagonal, cuts, outlines, the chosen row. */
function Lines({ size, cell, words, cursor, cuts, blocks }: MatrixProps) {
  const side = size * cell;
  const every = Math.max(1, Math.ceil(LINE / cell));
  return (
    <svg className="matrix-lines" width={side} height={side} aria-hidden="true">
      {cuts?.map((c) => (
        <path
          key={c}
          className="cut"
          strokeOpacity={Math.min(0.28, 3 / cuts.length)}
          d={`M${c * cell} ${c * cell}V${side}M0 ${c * cell}H${c * cell}`}
        />
      ))}
      {blocks?.map(({ rows, columns, kind }) => (
        <rect
          key={`${kind} ${rows[0]} ${columns[0]}`}
          className={`block ${kind}`}
          x={columns[0] * cell}
          y={rows[0] * cell}
          width={(columns[1] - columns[0]) * cell}
          height={(rows[1] - rows[0]) * cell}
        />
      ))}
      <rect
        className="row-read"
        x={-1}
        y={cursor * cell - 1}
        width={(cursor + 1) * cell + 2}
        height={cell + 2}
      />
      {words.map((word, i) => {
        const on = i === cursor;
        // Where rows are low, some words are left out, never the chosen one or beneath it.
        if (!on && (i % every !== 0 || Math.abs(i - cursor) * cell < LINE)) return null;
        return (
          <text
            // The same word may stand there twice.
            // oxlint-disable-next-line react/no-array-index-key
            key={i}
            className={on ? 'word on' : 'word'}
            x={(i + 1) * cell + 6}
            y={(i + 0.5) * cell + 4}
          >
            {word}
          </text>
        );
      })}
    </svg>
  );
}
