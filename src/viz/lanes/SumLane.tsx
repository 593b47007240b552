import { useMemo } from 'react';
import { cssColour, mix, STEPS } from '../colour';
import { fixed } from '../format';
import type { CellInfo, Cells } from '../hover/cells';
import { gridGeometry } from '../hover/geometry';
import { HoverFigure } from '../hover/HoverFigure';
import { LAST_STEP, scaleStep, type HeatScale } from '../heat/scale';
import { markColour, type SymbolName } from '../Sym';
import type { Column } from '../tape/columns';
import { usePalette } from '../usePalette';

interface SumLaneProps {
  id: string;
  columns: readonly Column[];
  /** The signed part of a token; null where there is none (yet). */
  value(token: number): number | null;
  scale: HeatScale;
  /** Hue of the bars. */
  symbol: SymbolName;
  /** Tokens whose number is written at the end of their bar if there is room, the most important first. */
  named: readonly number[];
  x0: number;
  x1: number;
  height: number;
  cursor: number;
  label: string;
  summary: string;
  describe(token: number): CellInfo;
  onSelect(token: number): void;
}

/** Height of the underline beneath the words, and room for a number at either end of the bars. */
const UNDERLINE = 8;
const NUMBER = 15;
const BAR = 8;

/** Least distance of two numbers. */
const APART = 44;

/** Tokens whose number has room, the first of the list first. */
function apart(named: readonly number[], columns: readonly Column[]): Set<number> {
  const taken: number[] = [];
  const out = new Set<number>();
  for (const token of named) {
    const column = columns.find((c) => c.token === token);
    if (!column) continue;
    const at = column.x + column.width / 2;
    if (taken.some((x) => Math.abs(x - at) < APART)) continue;
    taken.push(at);
    out.add(token);
  }
  return out;
}

/** Each word underlined by its signed part of a sum, and the part itself as a bar from zero. */
export function SumLane(props: SumLaneProps) {
  const { id, columns, value, scale, symbol, named, x0, x1, height, cursor } = props;
  const { label, summary, describe, onSelect } = props;
  const palette = usePalette();
  const inside = useMemo(() => columns.map((c) => ({ ...c, x: c.x - x0 })), [columns, x0]);
  const cells = useMemo<Cells>(
    () => ({
      id,
      label,
      start: cursor,
      geometry: gridGeometry({ rows: 1, spans: inside, top: 0, height }),
      describe,
      onSelect,
    }),
    [id, label, cursor, inside, height, describe, onSelect],
  );
  const top = UNDERLINE + NUMBER + 4;
  const zero = (top + height - NUMBER) / 2;
  const reach = zero - top;
  const written = apart(named, inside);
  return (
    <HoverFigure cells={cells} className="sum-lane" style={{ left: x0, width: x1 - x0, height }}>
      <svg width={x1 - x0} height={height} role="img" aria-label={summary}>
        <line className="base" x1={0} x2={x1 - x0} y1={zero} y2={zero} />
        {inside.map((c) => {
          const v = value(c.token);
          if (v === null) return null;
          // As tall as its colour is strong: the same steps for both.
          const share = Math.abs(scaleStep(scale, v) - STEPS) / STEPS;
          const size = Math.max(0.75, share * reach);
          const centre = c.x + c.width / 2;
          const colour = cssColour(mix(palette.signed, scaleStep(scale, v) / LAST_STEP));
          const end = v < 0 ? zero + size + 12 : zero - size - 5;
          return (
            <g key={c.token}>
              <rect
                className="underline"
                x={c.x + 0.5}
                y={1}
                width={c.width - 1}
                height={UNDERLINE}
                fill={colour}
              />
              <rect
                x={centre - BAR / 2}
                y={v < 0 ? zero : zero - size}
                width={BAR}
                height={size}
                rx={1}
                fill={markColour(symbol)}
              />
              {written.has(c.token) && (
                <text className="bar-number" x={centre} y={end} textAnchor="middle">
                  {Math.abs(v) > scale.max ? '≥ ' : ''}
                  {v > 0 ? '+' : ''}
                  {fixed(v, 3)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </HoverFigure>
  );
}
