import { line, scaleLog } from 'd3';

export interface RoofPoint {
  id: 'unfused' | 'fused';
  name: string;
  /** Operations a byte. */
  intensity: number;
  /** Operations a second that memory and arithmetic allow. */
  bound: number;
  /** … and that were measured; null if nothing was. */
  measured: number | null;
}

export interface Roof {
  /** Bytes a second. */
  bandwidth: number;
  /** Operations a second; null where nobody knows. */
  peak: number | null;
  name: string;
}

interface RooflineProps {
  width: number;
  height: number;
  /** The device that the points are bound by comes last. */
  roofs: readonly Roof[];
  points: readonly RoofPoint[];
  /** Ends of the axes, powers of ten. */
  x: readonly [number, number];
  y: readonly [number, number];
  names: { x: string; y: string; bound: string; measured: string };
  write(perSecond: number): string;
  label: string;
}

const LEFT = 58;
const FOOT = 40;
const TOP = 24;

/** Operations a second against operations a byte, both logarithmic: under the roof of a device, the work's two ways. */
export function Roofline(props: RooflineProps) {
  const { width, height, roofs, points, x, y, names, write, label } = props;
  const right = width - 12;
  const base = height - FOOT;
  const toX = scaleLog([10 ** x[0], 10 ** x[1]], [LEFT, right]).clamp(true);
  const toY = scaleLog([10 ** y[0], 10 ** y[1]], [base, TOP]).clamp(true);
  const powers = ([from, to]: readonly [number, number]): number[] =>
    Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
  const path = line<readonly [number, number]>(
    ([intensity]) => toX(intensity),
    ([, rate]) => toY(rate),
  );
  const last = roofs.length - 1;
  return (
    <svg className="roofline" width={width} height={height} role="img" aria-label={label}>
      <g aria-hidden="true">
        {powers(y).map((v) => (
          <g key={v}>
            <line className="grid" x1={LEFT} x2={right} y1={toY(v)} y2={toY(v)} />
            <text className="tick" x={LEFT - 8} y={toY(v) + 4} textAnchor="end">
              {write(v)}
            </text>
          </g>
        ))}
        {powers(x).map((v) => (
          <text key={v} className="tick" x={toX(v)} y={base + 16} textAnchor="middle">
            {v < 1 ? v : Math.round(v)}
          </text>
        ))}
        <text className="unit" x={0} y={11}>
          {names.y}
        </text>
        <text className="unit" x={right} y={height - 4} textAnchor="end">
          {names.x}
        </text>
        {roofs.map(({ bandwidth, peak, name }, i) => {
          const [low, high] = [10 ** x[0], 10 ** x[1]];
          const ridge = peak === null ? high : Math.min(high, peak / bandwidth);
          const ends: [number, number][] = [
            [Math.max(low, 10 ** y[0] / bandwidth), Math.max(10 ** y[0], low * bandwidth)],
            [ridge, ridge * bandwidth],
          ];
          if (peak !== null) ends.push([high, peak]);
          const top = toY(ridge * bandwidth);
          return (
            <g key={name} className={i === last ? 'roof own' : 'roof'}>
              <path d={path(ends) ?? ''} />
              <text x={right} y={top - 6} textAnchor="end">
                {name}
              </text>
            </g>
          );
        })}
        {points.map(({ id, name, intensity, bound, measured }) => {
          const at = toX(intensity);
          return (
            <g key={id} className={`roof-point ${id}`}>
              <line className="drop" x1={at} x2={at} y1={toY(bound)} y2={base} />
              <circle className="bound" cx={at} cy={toY(bound)} r={5} />
              {measured !== null && (
                <circle className="measured" cx={at} cy={toY(measured)} r={5} />
              )}
              <text x={at + 9} y={base - 8}>
                {name}
              </text>
            </g>
          );
        })}
      </g>
    </svg>
  );
}
