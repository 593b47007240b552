import { useMemo, type ReactNode } from 'react';
import type { CellInfo, Cells } from '../hover/cells';
import { cellIndex, cellPlace, gridGeometry, type Span } from '../hover/geometry';
import { HoverFigure } from '../hover/HoverFigure';
import { useLit } from '../hover/HoverProvider';
import { symbolClass, type SymbolName } from '../Sym';
import { Tex } from '../Tex';
import { usePalette } from '../usePalette';
import { HeatCanvas } from './HeatCanvas';
import type { CellValue, HeatScale } from './scale';

export interface HeatLaneProps {
  /** Unique within the stage; a cell is `{ figure: id, index: cellIndex(rows, row, column) }`. */
  id: string;
  /** Its letter in the gutter, in TeX, and the hue it wears. */
  tex?: string;
  symbol?: SymbolName;
  /** One word under the letter: write, read, before. */
  word?: ReactNode;
  /** True while the word names the reader's own run: red. */
  yours?: boolean;
  /** More in the gutter: “46 of 512 channels”. */
  note?: ReactNode;
  /** First and last row as the gutter numbers them. */
  ends?: { first: string; last: string };
  rows: number;
  /** Columns in sight: those of the tape, or `uniformSpans(…)`, in px from the left edge of the stage. */
  spans: readonly Span[];
  /** The number of a cell, where a column is a span's `token`. A new function is a new picture. */
  value: CellValue;
  scale: HeatScale;
  /** Where the picture begins and ends; the gutter is to the left, unless `narrow`. */
  x0: number;
  x1: number;
  height: number;
  /** Phone: names stand over the picture instead of in a gutter. */
  narrow?: boolean;
  /** The chosen row, and its number for the gutter. */
  row?: { index: number; label: string } | null;
  /** The chosen column: where the keyboard starts. */
  column?: number;
  /** Accessible name, and the picture in a sentence. */
  label: string;
  summary: string;
  describe(row: number, column: number): CellInfo;
  onSelect?(row: number, column: number): void;
}

/** Height of the names above a picture on a phone. */
const NAMES_ABOVE = 22;
/** Smallest frame around a row. */
const MIN_ROW = 4;

/** Full height of a lane: the picture, and on a phone its names above. */
export const heatLaneHeight = (height: number, narrow = false): number =>
  height + (narrow ? NAMES_ABOVE : 0);

/** A heat map under the words: a column a token (or a channel), a row a channel (or a state). */
export function HeatLane(props: HeatLaneProps) {
  const { id, rows, spans, value, scale, x0, x1, height, narrow, row, column, label } = props;
  const { describe, onSelect } = props;
  const palette = usePalette();
  const top = narrow ? NAMES_ABOVE : 0;
  const inside = useMemo(() => spans.map((s) => ({ ...s, x: s.x - x0 })), [spans, x0]);
  const cells = useMemo<Cells>(() => {
    const start = column === undefined ? undefined : cellIndex(rows, row?.index ?? 0, column);
    return {
      id,
      label,
      start,
      geometry: gridGeometry({ rows, spans: inside, top: 0, height }),
      describe(index) {
        const at = cellPlace(rows, index);
        return describe(at.row, at.column);
      },
      onSelect(index) {
        const at = cellPlace(rows, index);
        onSelect?.(at.row, at.column);
      },
    };
  }, [id, label, rows, inside, height, row?.index, column, describe, onSelect]);
  return (
    <div className={`heat-lane ${narrow ? 'narrow' : ''}`} style={{ height: height + top }}>
      <Names {...props} />
      <HoverFigure cells={cells} style={{ left: x0, top, width: x1 - x0, height }}>
        <HeatCanvas
          {...{ rows, value, scale, palette, height }}
          spans={inside}
          width={x1 - x0}
          summary={props.summary}
        />
        {row && <RowFrame rows={rows} index={row.index} spans={inside} height={height} />}
      </HoverFigure>
    </div>
  );
}

const centreOf = (rows: number, index: number, height: number): number =>
  ((index + 0.5) / rows) * height;

/** Letter, word, first and last row, chosen row: in the gutter, or in one line above. */
function Names(props: HeatLaneProps) {
  const { id, tex, symbol, word, yours, note, ends, row, rows, x0, height, narrow } = props;
  const lit = useLit(id);
  const at = row ? centreOf(rows, row.index, height) : null;
  // The chosen row's number takes the place of an end that it would cover.
  const free = (y: number) => at === null || Math.abs(at - y) > 12;
  return (
    <div className={`lane-names ${lit ? 'lit' : ''}`} style={{ width: narrow ? undefined : x0 }}>
      <div className="lane-name-line">
        {tex && (
          <span className={`lane-letter ${symbol ? symbolClass(symbol) : ''}`}>
            <Tex tex={tex} />
          </span>
        )}
        {word && <span className={`lane-word ${yours ? 'yours' : ''}`}>{word}</span>}
        {note && <span className="lane-note">{note}</span>}
      </div>
      {!narrow && ends && free(7) && <span className="lane-end first num">{ends.first}</span>}
      {!narrow && ends && free(height - 7) && (
        <span className="lane-end last num">{ends.last}</span>
      )}
      {row && (
        <span className="lane-chosen num" style={narrow ? undefined : { top: at ?? 0 }}>
          {row.label}
        </span>
      )}
    </div>
  );
}

/** A red frame along the chosen row. */
function RowFrame(props: { rows: number; index: number; spans: readonly Span[]; height: number }) {
  const { rows, index, spans, height } = props;
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last) return null;
  const thick = Math.max(MIN_ROW, height / rows) + 2;
  return (
    <i
      className="row-frame"
      style={{
        left: first.x - 1,
        width: last.x + last.width - first.x + 1,
        top: centreOf(rows, index, height) - thick / 2,
        height: thick,
      }}
    />
  );
}
