interface Curve {
  id: string;
  /** (x, y), both positive. */
  points: readonly (readonly [number, number])[];
  label: string;
}

interface LogLogProps {
  width: number;
  height: number;
  curves: readonly Curve[];
  /** Ends of both axes, powers of ten apart or not. */
  x: readonly [number, number];
  y: readonly [number, number];
  ticksX: readonly { value: number; text: string }[];
  ticksY: readonly { value: number; text: string }[];
  marks: readonly { id: string; x: number; y: number; text: string }[];
  names: { x: string; y: string };
  summary: string;
}

const LEFT = 64;
const FOOT = 38;
const TOP = 22;
/** Room for the curves' names. */
const NAMES = 132;
/** Least distance of two names, one under the other. */
const LINE = 16;

/** Places for names beside the ends of their curves: in their order, never over each other. */
export function apart(wanted: readonly number[], line: number): number[] {
  const order = wanted.map((_, i) => i).toSorted((a, b) => wanted[a] - wanted[b]);
  const out = [...wanted];
  order.forEach((at, k) => {
    if (k > 0) out[at] = Math.max(out[at], out[order[k - 1]] + line);
  });
  return out;
}

/** Curves on two logarithmic axes: the slope is the power. */
export function LogLog({ width, height, curves, x, y, ...props }: LogLogProps) {
  const { ticksX, ticksY, marks, names, summary } = props;
  const [right, base] = [width - NAMES, height - FOOT];
  const share = (v: number, [from, to]: readonly [number, number]) =>
    Math.log(v / from) / Math.log(to / from);
  const toX = (v: number) => LEFT + share(v, x) * (right - LEFT);
  const toY = (v: number) => base - share(v, y) * (base - TOP);
  const ends = apart(
    curves.map(({ points }) => toY(points[points.length - 1][1])),
    LINE,
  );
  return (
    <svg className="loglog" width={width} height={height} role="img" aria-label={summary}>
      {ticksY.map(({ value, text }) => (
        <g key={text}>
          <line className="grid" x1={LEFT} x2={right} y1={toY(value)} y2={toY(value)} />
          <text className="tick" x={LEFT - 8} y={toY(value) + 4} textAnchor="end">
            {text}
          </text>
        </g>
      ))}
      <line className="base" x1={LEFT} x2={right} y1={base} y2={base} />
      {ticksX.map(({ value, text }) => (
        <g key={text}>
          <line className="base" x1={toX(value)} x2={toX(value)} y1={base} y2={base + 4} />
          <text className="tick" x={toX(value)} y={base + 17} textAnchor="middle">
            {text}
          </text>
        </g>
      ))}
      <text className="unit" x={LEFT} y={12}>
        {names.y}
      </text>
      <text className="unit" x={right} y={height - 4} textAnchor="end">
        {names.x}
      </text>
      {curves.map(({ id, points, label }, i) => (
        <g key={id} className={`curve ${id}`}>
          <path d={points.map(([a, b], k) => `${k ? 'L' : 'M'}${toX(a)} ${toY(b)}`).join('')} />
          <text x={right + 8} y={ends[i] + 4}>
            {label}
          </text>
        </g>
      ))}
      {marks.map((m) => (
        <g key={m.id} className={`mark ${m.id}`}>
          <line x1={toX(m.x)} x2={toX(m.x)} y1={toY(m.y)} y2={base} />
          <circle cx={toX(m.x)} cy={toY(m.y)} r={4.5} />
          <text x={toX(m.x) + 7} y={toY(m.y) + 18}>
            {m.text}
          </text>
        </g>
      ))}
    </svg>
  );
}
