interface GrowthProps {
  /** Bytes of what never grows, and bytes that the other adds at every token. */
  fixed: number;
  perToken: number;
  /** Where they cross, in tokens, and where the reader stands. */
  crossing: number;
  at: number;
  x0: number;
  width: number;
  height: number;
  bytes(value: number): string;
  words: {
    fixed: string;
    growing: string;
    crossing: string;
    at: string;
    tokens: string;
    summary: string;
  };
}

/** Height of a tick's number: two do not stand closer. */
const TICK = 13;

/** Bytes over tokens: a level line, and one that rises. Both from 0, both on even scales. */
export function Growth(props: GrowthProps) {
  const { fixed, perToken, crossing, at, x0, width, height, bytes, words } = props;
  const [top, bottom] = [16, height - 34];
  // As far as is needed to see the crossing in the middle, and the place of the reader.
  const tokens = Math.max(2.5 * crossing, 1.25 * at);
  const most = tokens * perToken;
  const x = (t: number) => x0 + (t / tokens) * width;
  const y = (b: number) => bottom - (b / most) * (bottom - top);
  const right = x0 + width;
  const lift = at > crossing ? y(at * perToken) : y(fixed);
  return (
    <svg
      className="growth"
      width={right + 24}
      height={height}
      role="img"
      aria-label={words.summary}
    >
      <line className="base" x1={x0} x2={right} y1={bottom} y2={bottom} />
      <line className="grid" x1={x(crossing)} x2={x(crossing)} y1={y(fixed)} y2={bottom} />
      <path className="cache" d={`M${x0} ${bottom}L${right} ${y(most)}`} />
      <line className="holds" x1={x0} x2={right} y1={y(fixed)} y2={y(fixed)} />
      <circle className="cross" cx={x(crossing)} cy={y(fixed)} r={4} />
      <text className="unit" x={right} y={y(fixed) - 8} textAnchor="end">
        {words.fixed}
      </text>
      <text className="unit" x={x(tokens * 0.86)} y={y(most * 0.86) - 12} textAnchor="end">
        {words.growing}
      </text>
      {bottom - y(fixed) > TICK && (
        <text className="tick" x={x0 - 8} y={bottom + 4} textAnchor="end">
          0
        </text>
      )}
      <text className="tick" x={x0 - 8} y={y(fixed) + 4} textAnchor="end">
        {bytes(fixed)}
      </text>
      <text className="tick" x={x0 - 8} y={top + 4} textAnchor="end">
        {bytes(most)}
      </text>
      <text className="tick" x={x(crossing)} y={bottom + 16} textAnchor="middle">
        {words.crossing}
      </text>
      <text className="tick" x={right} y={bottom + 16} textAnchor="end">
        {words.tokens}
      </text>
      <g className="here">
        <line x1={x(at)} x2={x(at)} y1={lift} y2={bottom} />
        <circle cx={x(at)} cy={y(at * perToken)} r={4} />
        <circle cx={x(at)} cy={y(fixed)} r={4} />
        <text x={x(at)} y={bottom + 30} textAnchor="middle">
          {words.at}
        </text>
      </g>
    </svg>
  );
}
