import { axisNumber } from '../format';
import type { Column } from '../tape/columns';

interface TwoLinesProps {
  columns: readonly Column[];
  /** What really comes out, and what the other way gives for it. */
  real(token: number): number;
  fixed(token: number): number;
  /** Ends of the axis, ±max. */
  max: number;
  cursor: number;
  x0: number;
  width: number;
  height: number;
  /** The axis’ number stands inside, not in the gutter. */
  inside: boolean;
  summary: string;
}

/** A dot a word for what is, a dash for what another way makes of it, and between them what it misses. */
export function TwoLines(props: TwoLinesProps) {
  const { columns, real, fixed, max, cursor, x0, width, height, inside, summary } = props;
  const y = (v: number) => height / 2 - (Math.min(max, Math.max(-max, v)) / max) * (height / 2 - 6);
  return (
    <svg className="two-lines" width={width} height={height} role="img" aria-label={summary}>
      <line className="base" x1={0} x2={width} y1={y(0)} y2={y(0)} />
      <text className="tick" x={inside ? width : -8} y={y(max) + 4} textAnchor="end">
        {axisNumber(max)}
      </text>
      {columns.map((c) => {
        const centre = c.centre - x0;
        const [a, b] = [y(real(c.token)), y(fixed(c.token))];
        return (
          <g key={c.token} className={c.token === cursor ? 'here' : undefined}>
            <line className="miss" x1={centre} x2={centre} y1={a} y2={b} />
            <line className="fixed" x1={centre - 6} x2={centre + 6} y1={b} y2={b} />
            <circle className="real" cx={centre} cy={a} r={3} />
          </g>
        );
      })}
    </svg>
  );
}
