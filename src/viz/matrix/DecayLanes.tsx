import { useMemo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { fixed } from '../format';
import type { CellInfo, Cells } from '../hover/cells';
import { gridGeometry, uniformSpans } from '../hover/geometry';
import { HoverFigure } from '../hover/HoverFigure';
import { useHover } from '../hover/HoverProvider';
import { shownCell } from '../hover/hub';
import { entryPlace } from './Matrix';

interface LaneProps {
  id: string;
  cell: number;
  height: number;
  /** One a word. */
  values: ArrayLike<number>;
  label: string;
  summary: string;
  cursor: number;
  describe(t: number): CellInfo;
  onSelect(t: number): void;
}

/** A lane of a column a word, whose numbers can be pointed at. */
function Lane(props: LaneProps & { children: ReactNode }) {
  const { id, cell, height, values, label, summary, cursor, describe, onSelect, children } = props;
  const size = values.length;
  const width = size * cell;
  const cells = useMemo<Cells>(
    () => ({
      id,
      label,
      start: cursor,
      geometry: gridGeometry({ rows: 1, spans: uniformSpans(size, 0, width), top: 0, height }),
      describe,
      onSelect,
    }),
    [id, label, cursor, size, width, height, describe, onSelect],
  );
  return (
    <HoverFigure cells={cells} className="decay-lane" style={{ width, height }}>
      <svg width={width} height={height} role="img" aria-label={summary}>
        {children}
      </svg>
    </HoverFigure>
  );
}

/** a_t: what each word leaves of the past, 0 at the foot, 1 on top. */
export function DecayLane(props: LaneProps) {
  const { cell, height, values, cursor } = props;
  return (
    <Lane {...props}>
      <line className="grid" x1={0} x2={values.length * cell} y1={0.5} y2={0.5} />
      <line className="base" x1={0} x2={values.length * cell} y1={height} y2={height} />
      {Array.from(values, (a, t) => (
        <rect
          // Words have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={t}
          className={t === cursor ? 'decay-bar on' : 'decay-bar'}
          x={t * cell + cell * 0.18}
          width={cell * 0.64}
          y={height * (1 - a)}
          height={height * a}
        />
      ))}
    </Lane>
  );
}

interface SumsLaneProps extends LaneProps {
  /** The lane's foot; what lies lower stands there. A negative number. */
  low: number;
  /** The matrix whose entry, while it is pointed at, shows two of the sums and their difference. */
  matrix: string;
}

/** Cumulative sums of log a: they only fall, and a difference of two is how much is lost between two words. */
export function SumsLane(props: SumsLaneProps) {
  const { cell, height, values, low, matrix } = props;
  const y = (sum: number) => 3 + (height - 6) * Math.min(1, sum / low);
  const x = (t: number) => (t + 0.5) * cell;
  // What lies below the foot is left out, and a chevron says so.
  const found = Array.from(values).findIndex((sum) => sum < low);
  const seen = Array.from(values).slice(0, found < 0 ? values.length : found);
  const points = seen.map((sum, t) => `${x(t)} ${y(sum)}`);
  return (
    <Lane {...props}>
      <line className="grid" x1={0} x2={values.length * cell} y1={3} y2={3} />
      <polyline className="sums-line" points={points.join(' ')} />
      {seen.map((sum, t) => (
        // oxlint-disable-next-line react/no-array-index-key
        <circle key={t} className="sums-dot" cx={x(t)} cy={y(sum)} r={Math.min(2.2, cell / 3)} />
      ))}
      {found >= 0 && <path className="sums-line" d={`M${x(found) - 4} ${height - 9}l4 5l4 -5`} />}
      <Difference matrix={matrix} values={values} x={x} y={y} />
    </Lane>
  );
}

/** The two sums of the entry that is pointed at, and their difference. The only part that hovering renders. */
function Difference({
  matrix,
  values,
  x,
  y,
}: {
  matrix: string;
  values: ArrayLike<number>;
  x(t: number): number;
  y(sum: number): number;
}) {
  const { hub } = useHover();
  const index = useStore(hub.store, (s) => {
    const cell = shownCell(s);
    return cell?.figure === matrix ? cell.index : null;
  });
  if (index === null) return null;
  const { i, j } = entryPlace(values.length, index);
  if (j > i || i >= values.length) return null;
  const [from, to] = [y(values[j]), y(values[i])];
  const end = i > values.length * 0.7;
  return (
    <g className="sums-difference">
      <line x1={x(j)} x2={x(i)} y1={from} y2={from} />
      <line className="drop" x1={x(i)} x2={x(i)} y1={from} y2={to} />
      <circle cx={x(j)} cy={from} r={3.5} />
      <circle cx={x(i)} cy={to} r={3.5} />
      <text
        x={x(i) + (end ? -7 : 7)}
        y={Math.max(12, (from + to) / 2 + 4)}
        textAnchor={end ? 'end' : 'start'}
      >
        {fixed(values[i] - values[j], 2)}
      </text>
    </g>
  );
}
