import type { StageLayout } from './layout';
import { words } from './words';

const LEFT = 20;

/** Names of the lanes: in the gutter, or over the lane's left end on a phone. */
export function LaneNames({ layout, narrow }: { layout: StageLayout; narrow: boolean }) {
  const { surprise, bits, changed, by } = words.use().lanes;
  const { surprise: upper, change: lower } = layout;
  const h = (
    <tspan className="math" fill="var(--sym-h)">
      h
    </tspan>
  );
  if (narrow)
    return (
      <g className="names">
        <text className="lane-name" x={16} y={upper.top - 10}>
          {surprise}, {bits}
        </text>
        <text className="unit" x={16} y={lower.top - 10}>
          {h} {changed} {by}
        </text>
      </g>
    );
  return (
    <g className="names">
      <text className="lane-name" x={LEFT} y={64}>
        {surprise}
      </text>
      <text className="unit" x={LEFT} y={79}>
        {bits}
      </text>
      <text x={LEFT} y={lower.top + 8}>
        {h}
      </text>
      <text className="unit" x={LEFT} y={lower.top + 25}>
        {changed}
      </text>
      <text className="unit" x={LEFT} y={lower.top + 40}>
        {by}
      </text>
    </g>
  );
}
