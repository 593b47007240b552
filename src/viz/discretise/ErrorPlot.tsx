import { Mark, type Scheme } from './Mark';
import { spread } from './spread';

export interface ErrorCurve {
  scheme: Scheme;
  /** (|ΔA|, relative error), both positive. */
  points: readonly (readonly [number, number])[];
  label: string;
}

interface ErrorPlotProps {
  width: number;
  height: number;
  curves: readonly ErrorCurve[];
  /** Powers of ten at the ends of the axes. */
  x: readonly [number, number];
  y: readonly [number, number];
  /** Where we are, and which way's error is marked there. */
  at: number;
  marked: { scheme: Scheme; error: number; text: string };
  /** Without error at any Δ: stands at the foot. */
  exact: { scheme: Scheme; text: string };
  names: { x: string; y: string; here: string };
  label: string;
}

const LABELS = 74;
const LEFT = 44;
const FOOT = 22;

const power = (p: number): string => {
  if (p === 0) return '1';
  const digits = [...String(Math.abs(p))].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]).join('');
  return `10${p < 0 ? '⁻' : ''}${digits}`;
};

const range = ([from, to]: readonly [number, number], by: number): number[] =>
  Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, i) => from + i * by);

/** Relative error against |ΔA|, both logarithmic: the slope of a line is the order of its way. */
export function ErrorPlot(props: ErrorPlotProps) {
  const { width, height, curves, x, y, at, marked, exact, names, label } = props;
  const right = width - LABELS;
  // The foot below the axis is for what has no error.
  const base = height - 18 - FOOT;
  const toX = (v: number) =>
    LEFT +
    ((Math.min(x[1], Math.max(x[0], Math.log10(v))) - x[0]) / (x[1] - x[0])) * (right - LEFT);
  const toY = (v: number) =>
    base - ((Math.min(y[1], Math.max(y[0], Math.log10(v))) - y[0]) / (y[1] - y[0])) * (base - 24);
  const here = toX(at);
  const places = spread(
    curves.map(({ points }) => toY(points[points.length - 1][1])),
    16,
    30,
    base,
  );
  const isRight = here > (LEFT + right) / 2;
  return (
    <svg className="dz-error" width={width} height={height} role="img" aria-label={label}>
      <g aria-hidden="true">
        {range(y, 2).map((p) => (
          <g key={p}>
            <line className="grid" x1={LEFT} x2={right} y1={toY(10 ** p)} y2={toY(10 ** p)} />
            <text className="tick" x={LEFT - 6} y={toY(10 ** p) + 4} textAnchor="end">
              {power(p)}
            </text>
          </g>
        ))}
        {range(x, 1).map((p) => (
          <text key={p} className="tick" x={toX(10 ** p)} y={height - 2} textAnchor="middle">
            {power(p)}
          </text>
        ))}
        <line className="base" x1={LEFT} x2={right} y1={base + FOOT} y2={base + FOOT} />
        <text className="tick" x={LEFT - 6} y={base + FOOT + 4} textAnchor="end">
          0
        </text>
        <text className="unit" x={LEFT} y={12}>
          {names.y}
        </text>
        <text className="unit" x={width} y={height - 2} textAnchor="end">
          {names.x}
        </text>
        <line className="dz-here" x1={here} x2={here} y1={20} y2={base + FOOT} />
        {curves.map(({ scheme, points, label: name }, i) => {
          const seen = points.filter(([, e]) => Math.log10(e) >= y[0]);
          const d = seen.map(([r, e], k) => `${k ? 'L' : 'M'}${toX(r)} ${toY(e)}`).join('');
          return (
            <g key={scheme} className={`dz-label ${scheme}`}>
              <path className={`dz-line ${scheme}`} d={d} />
              <text x={right + 6} y={places[i] + 4}>
                {name}
              </text>
            </g>
          );
        })}
        <line className="dz-zero" x1={LEFT} x2={right} y1={base + FOOT} y2={base + FOOT} />
        <Mark scheme={exact.scheme} x={here} y={base + FOOT} />
        <text className="dz-exact" x={right + 6} y={base + FOOT + 4}>
          {exact.text}
        </text>
        {marked.error > 0 && (
          <>
            <Mark scheme={marked.scheme} x={here} y={toY(marked.error)} />
            <text
              className="dz-value"
              x={here + (isRight ? -12 : 12)}
              y={toY(marked.error) - 9}
              textAnchor={isRight ? 'end' : 'start'}
            >
              {marked.text}
            </text>
          </>
        )}
        <text
          className="unit"
          x={here + (isRight ? -5 : 5)}
          y={base + FOOT - 8}
          textAnchor={isRight ? 'end' : 'start'}
        >
          {names.here}
        </text>
      </g>
    </svg>
  );
}
