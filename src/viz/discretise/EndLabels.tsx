import { spread } from './spread';

interface EndLabelsProps {
  /** Where the lines end, and where the drawing does. */
  x: number;
  right: number;
  low: number;
  high: number;
  labels: readonly { text: string; y: number; kind: 'exact' | 'own' | null }[];
}

const LINE = 18;

/** Names of the lines at their right ends, moved apart where the lines meet, each with a thread to its end. */
export function EndLabels({ x, right, low, high, labels }: EndLabelsProps) {
  const places = spread(
    labels.map(({ y }) => y),
    LINE,
    low,
    high,
  );
  return labels.map(({ text, y, kind }, i) => (
    <g key={text} className={`dz-label ${kind ?? ''}`}>
      <path d={`M${x + 9} ${y}L${Math.max(x + 9, right + 6)} ${places[i]}H${right + 14}`} />
      <text x={right + 18} y={places[i] + 4}>
        {text}
      </text>
    </g>
  ));
}
