/** One horizontal line of a lane's axis, and its number in the gutter. */
export interface Tick {
  value: number;
  label: string;
}

/** A lane's vertical scale: fixed, so that it never moves while something is turned. */
export interface LaneScale {
  /** y of zero and of `max`, in px. */
  zero: number;
  top: number;
  max: number;
}

/** y of a value; what lies beyond the scale stands on its end. */
export const toY = (scale: LaneScale, value: number): number =>
  scale.zero - (scale.zero - scale.top) * Math.min(1, Math.max(0, value / scale.max));

interface AxisProps {
  scale: LaneScale;
  ticks: readonly Tick[];
  x0: number;
  x1: number;
  /** Where the numbers end: in the gutter, or over the lane's right end on a phone. */
  labelX: number;
  inside: boolean;
}

export function Axis({ scale, ticks, x0, x1, labelX, inside }: AxisProps) {
  return (
    <g className="axis">
      {ticks.map((tick) => {
        const y = toY(scale, tick.value);
        return (
          <g key={tick.value}>
            <line className={tick.value ? 'grid' : 'base'} x1={x0} x2={x1} y1={y} y2={y} />
            <text className="tick" x={labelX} y={inside ? y - 5 : y + 4} textAnchor="end">
              {tick.label}
            </text>
          </g>
        );
      })}
    </g>
  );
}
