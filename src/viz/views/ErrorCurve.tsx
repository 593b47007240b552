import { fixed, percent } from '../format';

interface ErrorCurveProps {
  /** From s = 0 to s = 1; errors 0 … 1. */
  points: readonly { s: number; error: number }[];
  now: { s: number; error: number };
  width: number;
  height: number;
  ends: { frozen: string; selective: string };
  /** Of the vertical axis. */
  name: string;
  summary: string;
}

const LEFT = 44;
const TOP = 24;
const BOTTOM = 26;

/** How much a fixed kernel gets wrong, from a frozen layer (left) to the live one (right). */
export function ErrorCurve({ points, now, width, height, ends, name, summary }: ErrorCurveProps) {
  const right = width - 12;
  const low = height - BOTTOM;
  const x = (s: number) => LEFT + s * (right - LEFT);
  const y = (e: number) => low - Math.min(1, e) * (low - TOP);
  const line = points.map(({ s, error }) => `${x(s).toFixed(1)} ${y(error).toFixed(1)}`).join('L');
  return (
    <svg className="error-curve" width={width} height={height} role="img" aria-label={summary}>
      <text className="tick" x={LEFT} y={12}>
        {name}
      </text>
      {[0, 0.5, 1].map((e) => (
        <g key={e}>
          <line className={e ? 'grid' : 'base'} x1={LEFT} x2={right} y1={y(e)} y2={y(e)} />
          <text className="tick" x={LEFT - 8} y={y(e) + 4} textAnchor="end">
            {percent(e)}
          </text>
        </g>
      ))}
      <text className="tick" x={LEFT} y={height - 8}>
        {ends.frozen}
      </text>
      <text className="tick" x={right} y={height - 8} textAnchor="end">
        {ends.selective}
      </text>
      <path className="curve" d={`M${line}`} />
      <line className="now" x1={x(now.s)} x2={x(now.s)} y1={low} y2={y(now.error)} />
      <circle className="now" cx={x(now.s)} cy={y(now.error)} r={5} />
      <text
        className="now-number"
        x={x(now.s) + (now.s > 0.6 ? -10 : 10)}
        y={y(now.error) + (now.s > 0.6 ? -6 : 18)}
        textAnchor={now.s > 0.6 ? 'end' : 'start'}
      >
        {`${fixed(100 * now.error, 1)}%`}
      </text>
    </svg>
  );
}
