import { axisNumber } from '../format';
import { markColour } from '../Sym';
import type { Column } from '../tape/columns';

/** Heights of the three rows, in px: kernel, input, products; a row of 0 is left out. */
export interface KernelRows {
  kernel: number;
  x: number;
  product: number;
  gap: number;
}

export const kernelHeight = ({ kernel, x, product, gap }: KernelRows): number =>
  kernel + x + product + 2 * gap;

/** A signed axis with room on each side for what lies there. */
interface Range {
  low: number;
  high: number;
}

const at = ({ low, high }: Range, top: number, height: number, v: number): number =>
  top + ((high - Math.min(high, Math.max(low, v))) / (high - low)) * height;

interface KernelLaneProps {
  columns: readonly Column[];
  /** The word that the kernels end at. */
  cursor: number;
  /** Kernels by lag, 0 the cursor’s own word: this word’s, its neighbour’s, the best fixed one. Null: not drawn. */
  own(lag: number): number | null;
  other: ((lag: number) => number | null) | null;
  fixed: ((lag: number) => number | null) | null;
  x(token: number): number;
  ranges: { kernel: Range; x: Range; product: Range };
  rows: KernelRows;
  x0: number;
  width: number;
  /** Numbers of the axes stand inside, not in the gutter. */
  inside: boolean;
  summary: string;
}

const BAR = 7;
const ROWS = ['kernel', 'x', 'product'] as const;

/** A kernel that ends at a word, laid backwards over the words before it: its numbers, theirs, and the products. */
export function KernelLane(props: KernelLaneProps) {
  const { columns, cursor, own, other, fixed, x, ranges, rows, x0, width, inside, summary } = props;
  const tops = {
    kernel: 0,
    x: rows.kernel + rows.gap,
    product: rows.kernel + rows.x + 2 * rows.gap,
  };
  const y = (row: keyof typeof tops, v: number) => at(ranges[row], tops[row], rows[row], v);
  const bar = (row: 'x' | 'product', v: number) => {
    const [zero, end] = [y(row, 0), y(row, v)];
    return { y: Math.min(zero, end), height: Math.max(0.75, Math.abs(end - zero)) };
  };
  return (
    <svg
      className="kernel-lane"
      width={width}
      height={kernelHeight(rows)}
      role="img"
      aria-label={summary}
    >
      {ROWS.filter((row) => rows[row] > 0).map((row) => (
        <g key={row}>
          <line className="base" x1={0} x2={width} y1={y(row, 0)} y2={y(row, 0)} />
          <End row={ranges[row]} y={(v) => y(row, v)} x={inside ? width : -8} />
        </g>
      ))}
      {(rows.x > 0 ? columns : []).map((c) => (
        <rect
          key={c.token}
          className={c.token > cursor ? 'x-bar unread' : 'x-bar'}
          x={c.centre - x0 - BAR / 2}
          width={BAR}
          {...bar('x', x(c.token))}
          fill={markColour('x')}
        />
      ))}
      {columns.map((c) => {
        const lag = cursor - c.token;
        const v = own(lag);
        if (v === null) return null;
        const [o, f] = [other?.(lag) ?? null, fixed?.(lag) ?? null];
        // Named by lag, so that a kernel slides from word to word as one.
        return (
          <g
            key={lag}
            className={lag === 0 ? 'tap here' : 'tap'}
            style={{ transform: `translateX(${c.centre - x0}px)` }}
          >
            {f !== null && (
              <line className="fixed" x1={-7} x2={7} y1={y('kernel', f)} y2={y('kernel', f)} />
            )}
            <line className="stem" y1={y('kernel', 0)} y2={y('kernel', v)} />
            {o !== null && <circle className="other" cy={y('kernel', o)} r={4.4} />}
            {v > ranges.kernel.high || v < ranges.kernel.low ? (
              <path
                className="beyond"
                d={`M-4 ${y('kernel', v) + Math.sign(v) * 4}l4 ${-Math.sign(v) * 5}l4 ${Math.sign(v) * 5}`}
              />
            ) : (
              <circle className="own" cy={y('kernel', v)} r={2.8} />
            )}
            {rows.product > 0 && (
              <rect
                x={-BAR / 2}
                width={BAR}
                {...bar('product', v * x(c.token))}
                fill={markColour('y')}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** The longer end of an axis, named; what lies beyond it wears a chevron. */
function End({ row, y, x }: { row: Range; y(v: number): number; x: number }) {
  const end = row.high >= -row.low ? row.high : row.low;
  return (
    <text className="tick" x={x} y={y(end) + (end > 0 ? 9 : 0)} textAnchor="end">
      {axisNumber(end)}
    </text>
  );
}
