import { count } from '../format';

interface DoublingsProps {
  /** How many values lie in each doubling, the first from `from` on. */
  counts: readonly number[];
  from: number;
  x0: number;
  width: number;
  height: number;
  /** Values marked by a line through the bars, with what they are. */
  marks: readonly { value: number; text: string; own?: boolean }[];
  ticks: readonly number[];
  colour: string;
  summary: string;
  /** What the bars count. */
  unit: string;
}

/** A histogram on a logarithmic axis: a bar a doubling. */
export function Doublings(props: DoublingsProps) {
  const { counts, from, x0, width, height, marks, ticks, colour, summary, unit } = props;
  const [top, bottom] = [30, height - 22];
  const most = Math.max(1, ...counts);
  const each = width / counts.length;
  const x = (v: number) => x0 + Math.min(width, Math.max(0, Math.log2(v / from) * each));
  const y = (n: number) => bottom - (n / most) * (bottom - top);
  return (
    <svg
      className="doublings"
      width={x0 + width + 24}
      height={height}
      role="img"
      aria-label={summary}
    >
      <line className="base" x1={x0} x2={x0 + width} y1={bottom} y2={bottom} />
      <text className="tick" x={x0 - 8} y={top + 4} textAnchor="end">
        {count(most)}
      </text>
      <text className="tick" x={x0 - 8} y={bottom + 4} textAnchor="end">
        0
      </text>
      <text className="unit" x={x0 - 8} y={top + 20} textAnchor="end">
        {unit}
      </text>
      {counts.map((n, i) => (
        // Bins have no other name than their place.
        <rect
          // oxlint-disable-next-line react/no-array-index-key
          key={i}
          x={x0 + i * each + 0.5}
          width={each - 1}
          y={y(n)}
          height={bottom - y(n)}
          fill={colour}
        />
      ))}
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="base" x1={x(tick)} x2={x(tick)} y1={bottom} y2={bottom + 4} />
          <text className="tick" x={x(tick)} y={bottom + 17} textAnchor="middle">
            {tick}
          </text>
        </g>
      ))}
      {marks.map(({ value, text, own }, i) => {
        const at = x(value);
        const end = at > x0 + width * 0.62;
        return (
          <g key={text} className={own ? 'mark own' : 'mark'}>
            <line x1={at} x2={at} y1={6 + i * 14} y2={bottom} />
            <text x={end ? at - 5 : at + 5} y={14 + i * 14} textAnchor={end ? 'end' : 'start'}>
              {text}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
