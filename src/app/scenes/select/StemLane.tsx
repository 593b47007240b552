import { useMemo } from 'react';
import { fixed, percent } from '../../../viz/format';
import type { Cells } from '../../../viz/hover/cells';
import { gridGeometry } from '../../../viz/hover/geometry';
import { HoverFigure } from '../../../viz/hover/HoverFigure';
import { Axis, toY } from '../../../viz/lanes/Axis';
import { Stems } from '../../../viz/lanes/Stems';
import { Tex } from '../../../viz/Tex';
import type { Column } from '../../../viz/tape/columns';
import { useTapeColumns, useTapeLayout } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { deltaDigits, halfLifeOf, keepOf } from './identities';
import type { SelectLayout } from './layout';
import { useWordAt } from './place';
import { numbersAt, rowAt, type Reading, type Side } from './reading';
import { deltaCell } from './cells';
import { words as sceneWords } from './words';

interface StemLaneProps {
  r: Reading;
  layout: SelectLayout;
  /** Top of the axis. */
  max: number;
}

/** What can be pointed at reaches below zero by this. */
const BELOW = 12;

/** Decimals that an axis’ end and its half need. */
export const axisDigits = (max: number): number =>
  Math.min(4, (String(Number((max / 2).toPrecision(2))).split('.')[1] ?? '').length);

/** Δ of the chosen channel: one stem a word, and what a step of that size leaves of the state. */
export function StemLane({ r, layout, max }: StemLaneProps) {
  const { lanes, unit: unitName } = sceneWords.use();
  const wordAt = useWordAt();
  const token = useApp((s) => s.cursor.token);
  const channel = useApp((s) => s.cursor.channel);
  const state = useApp((s) => s.cursor.state);
  const { geometry: g, columns, at } = useTapeLayout();
  const { stems } = layout;
  const scale = { ...stems, max };
  const digits = axisDigits(max);
  const ticks = [0, max / 2, max].map((value) => ({
    value,
    label: value ? fixed(value, digits) : '0',
  }));
  const side = (which: Side) => (t: number) => rowAt(r.delta, which, t)?.[r.unit] ?? null;
  const value = side('yours');
  // Drawn twice only where the reader's run has another Δ: a turned A leaves it as it was.
  const was = r.delta.before ? side('before') : null;
  const moved = (t: number) => Math.abs((value(t) ?? 0) - (was?.(t) ?? 0)) > 1e-3 * max;
  const before = was && columns.some((c) => moved(c.token)) ? was : null;
  const unit = unitName(r.unit, r.model.heads !== null);
  const cells = useStemCells(r, stems, unit);
  const now = numbersAt(r, 'yours', { token, channel, state });
  const shown = columns.flatMap((c) => value(c.token) ?? []);
  const most = columns.reduce(
    (a, c) => ((value(c.token) ?? 0) > (value(a.token) ?? 0) ? c : a),
    columns[0],
  );
  const summary = lanes.stemsSummary(
    unit,
    fixed(Math.min(...shown), 3),
    fixed(Math.max(...shown), 3),
    most ? wordAt(most.token) : '',
    now ? fixed(now.delta, 3) : '',
  );
  const right = g.narrow ? g.right : g.x1;
  return (
    <div className="select-row" style={{ height: stems.height }}>
      <svg className="lanes" width={g.right} height={stems.height} role="img" aria-label={summary}>
        <Axis
          scale={scale}
          ticks={ticks}
          x0={g.x0}
          x1={g.result ? g.right : right}
          labelX={g.narrow ? g.right : g.x0 - 8}
          inside={g.narrow}
        />
        {before && <Rings columns={columns} scale={scale} value={before} />}
        <Stems
          columns={columns}
          scale={scale}
          value={value}
          cursor={token}
          colour={before ? 'var(--accent)' : 'var(--mark-delta)'}
        />
        <HalfLives r={r} max={max} scale={scale} />
        {at && <Callout r={r} column={at} scale={scale} x1={right} />}
      </svg>
      <div
        className={`select-name ${g.narrow ? 'narrow' : ''}`}
        style={g.narrow ? undefined : { top: stems.top - 16 }}
      >
        <span className="sy-delta">
          <Tex tex="\Delta_t" />
        </span>
        <span>{lanes.step}</span>
        <span className="note">{unit}</span>
      </div>
      <HoverFigure
        cells={cells}
        className="over"
        style={{
          left: g.x0,
          top: stems.top,
          width: right - g.x0,
          height: stems.zero - stems.top + BELOW,
        }}
      >
        {null}
      </HoverFigure>
    </div>
  );
}

/** The stems as the hover engine sees them: a column a word, from the top of the axis to a little below zero. */
function useStemCells(r: Reading, stems: SelectLayout['stems'], unit: string): Cells {
  const { lanes, place, say } = sceneWords.use();
  const actions = useActions();
  const wordAt = useWordAt();
  const token = useApp((s) => s.cursor.token);
  const { geometry: g, columns } = useTapeColumns();
  const { top, zero } = stems;
  return useMemo(() => {
    const spans = columns.map((c) => ({ ...c, x: c.x - g.x0 }));
    return {
      id: 'stems',
      label: lanes.stems,
      start: token,
      geometry: gridGeometry({ rows: 1, spans, top: 0, height: zero - top + BELOW }),
      describe: (t) => deltaCell(r, t, r.unit, place(wordAt(t), t + 1, unit), say),
      onSelect: (t) => actions.setToken(t),
    };
  }, [r, columns, g.x0, top, zero, lanes, place, say, token, wordAt, unit, actions]);
}

type Scale = Parameters<typeof toY>[0];

/** The untouched run: hollow and grey. */
function Rings({
  columns,
  scale,
  value,
}: {
  columns: readonly { token: number; centre: number }[];
  scale: Scale;
  value(t: number): number | null;
}) {
  return (
    <g className="select-rings">
      {columns.map(({ token, centre }) => {
        const v = value(token);
        return v === null ? null : <circle key={token} cx={centre} cy={toY(scale, v)} r={4.2} />;
      })}
    </g>
  );
}

/** At the gridlines: after how many tokens of such a step half of the chosen number is left. */
function HalfLives({ r, max, scale }: { r: Reading; max: number; scale: Scale }) {
  const words = sceneWords.use().lanes;
  const cursor = useApp((s) => s.cursor);
  const { geometry: g } = useTapeColumns();
  const A = (side: Side) => numbersAt(r, side, cursor)?.A;
  // On a phone the lines of the slot and the stems leave no room for words.
  if (g.narrow) return null;
  const [yours, before] = [A('yours'), r.A?.before ? A('before') : undefined];
  if (yours === undefined || Number.isNaN(yours)) return null;
  const text = (a: number, v: number) => fixed(halfLifeOf(v, a), 1);
  const changed = before !== undefined && before !== yours;
  // Beside the words, with the curve, there is room under each line; else above it.
  const [x, by] = g.result && r.dt ? [g.result.x + 22, 14] : [g.x0, -6];
  return (
    <g className="select-halflives">
      {[max, max / 2].map((v) => (
        <text key={v} x={x} y={toY(scale, v) + by}>
          {words.halfLife} {changed && `${text(before, v)} → `}
          <tspan className={changed ? 'yours' : ''}>{text(yours, v)}</tspan> {words.tokens}
        </text>
      ))}
    </g>
  );
}

/** Kept more than this: the word is let pass. Less than that: the past is let go. */
const KEEPS = 0.9;
const LETS_GO = 0.5;
/** Width of a callout, in full and on a phone, and the lowest place of its line. */
const CALLOUT = { wide: 245, narrow: 120 };
const LOWEST = 123;

interface CalloutProps {
  r: Reading;
  column: Column;
  scale: Scale;
  /** Right end of the lane. */
  x1: number;
}

/** What the chosen word's step does, beside its stem and above all others. */
function Callout({ r, column, scale, x1 }: CalloutProps) {
  const { effect } = sceneWords.use().lanes;
  const cursor = useApp((s) => s.cursor);
  const { geometry: g, columns } = useTapeColumns();
  const now = numbersAt(r, 'yours', cursor);
  if (!now || Number.isNaN(now.A)) return null;
  const keep = keepOf(now.delta, now.A);
  const what = g.narrow
    ? effect.short
    : keep > KEEPS
      ? effect.keep
      : keep < LETS_GO
        ? effect.go
        : effect.some;
  const width = g.narrow ? CALLOUT.narrow : CALLOUT.wide;
  const [before, after] = [column.x - 8, column.x + column.width + 8];
  const left = after + width > x1 && before - g.x0 > x1 - after;
  const [from, to] = left ? [before - width, before] : [after, after + width];
  const under = columns.filter((c) => c.centre > from - 6 && c.centre < to + 6);
  const highest = Math.min(
    ...under.map((c) => toY(scale, rowAt(r.delta, 'yours', c.token)?.[r.unit] ?? 0)),
  );
  // Above the line that leads from this word to its place on the curve.
  const y = Math.max(scale.top + 13, Math.min(toY(scale, now.delta) - 7, highest - 9, LOWEST));
  return (
    <text
      className="select-callout"
      x={left ? before : after}
      y={y}
      textAnchor={left ? 'end' : 'start'}
    >
      <tspan className="value">{fixed(now.delta, deltaDigits(now.delta))}</tspan>
      <tspan dx={6}>{what(percent(keep))}</tspan>
    </text>
  );
}
