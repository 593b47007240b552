interface UnderflowProps {
  width: number;
  /** e to the cumulative sum at each word, as f32 has it, all positive up to `dies`. */
  products: Float32Array;
  /** First word whose product is 0; null if there is none. */
  dies: number | null;
  /** L of a word and the one before it: by the ratio (NaN where it is not a number), and what it is. */
  ratio: Float32Array;
  truth: Float64Array;
  /** Words of the text itself, before it is repeated. */
  own: number;
  words: {
    product: string;
    floor: string;
    dies: string;
    byRatio: string;
    bySegment: string;
    isNaN: string;
    own: string;
    unit: string;
  };
  summary: string;
}

const LEFT = 64;
const HIGH = 150;
const LOW = 46;
const GAP = 34;
const FOOT = 36;
/** Powers of ten on the upper axis, and the least number that f32 has. */
const DEEPEST = -50;
const FLOOR = Math.log10(2 ** -149);
const TICKS = [0, -10, -20, -30, -40];

/** Points for a line: no more than two a pixel, and never one that is not a number. */
function pathOf(
  values: ArrayLike<number>,
  until: number,
  x: (t: number) => number,
  y: (v: number) => number,
  pixels: number,
): string {
  const by = Math.max(1, Math.floor(until / (2 * pixels)));
  let d = '';
  for (let t = 0; t < until; t += by)
    d += `${d ? 'L' : 'M'}${x(t).toFixed(1)} ${y(values[t]).toFixed(1)}`;
  return d;
}

/** How the product of all decays leaves the range of f32, and what becomes of a ratio of two of them. */
export function Underflow(props: UnderflowProps) {
  const { width, products, dies, ratio, truth, own, words, summary } = props;
  const right = width - 12;
  const length = products.length;
  const x = (t: number) => LEFT + (t / (length - 1)) * (right - LEFT);
  const y = (p: number) => 8 + (Math.log10(Math.max(p, 1e-60)) / DEEPEST) * (HIGH - 8);
  const tops = [HIGH + GAP, HIGH + LOW + 2 * GAP];
  const inLane = (lane: 0 | 1) => (a: number) => tops[lane] + (1 - Math.min(1.1, a)) * LOW;
  const lastAlive = dies ?? length;
  const firstNaN = dies === null ? length : dies + 1;
  const height = tops[1] + LOW + FOOT;
  const foot = tops[1] + LOW;
  return (
    <svg className="underflow" width={width} height={height} role="img" aria-label={summary}>
      {TICKS.map((power) => (
        <g key={power}>
          <line className="grid" x1={LEFT} x2={right} y1={y(10 ** power)} y2={y(10 ** power)} />
          <text className="tick" x={LEFT - 8} y={y(10 ** power) + 4} textAnchor="end">
            {power === 0
              ? '1'
              : `10${[...String(-power)].reduce((s, d) => s + '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)], '⁻')}`}
          </text>
        </g>
      ))}
      <rect
        className="beyond"
        x={LEFT}
        y={y(10 ** FLOOR)}
        width={right - LEFT}
        height={HIGH - y(10 ** FLOOR)}
      />
      <text className="unit" x={right - 4} y={HIGH - 6} textAnchor="end">
        {words.floor}
      </text>
      <path className="product" d={pathOf(products, lastAlive, x, y, right - LEFT)} />
      {/* A phone has room for one of the two. */}
      {width > 480 && (
        <text className="unit" x={LEFT + 6} y={HIGH - 6}>
          {words.product}
        </text>
      )}
      {([0, 1] as const).map((lane) => (
        <g key={lane}>
          {[1, 0].map((v) => (
            <g key={v}>
              <line
                className={v ? 'grid' : 'base'}
                x1={LEFT}
                x2={right}
                y1={inLane(lane)(v)}
                y2={inLane(lane)(v)}
              />
              <text className="tick" x={LEFT - 8} y={inLane(lane)(v) + 4} textAnchor="end">
                {v}
              </text>
            </g>
          ))}
          <text className="unit" x={LEFT} y={tops[lane] - 9}>
            {lane ? words.bySegment : words.byRatio}
          </text>
        </g>
      ))}
      <path className="ratio" d={pathOf(ratio, firstNaN, x, inLane(0), right - LEFT)} />
      <path className="stable" d={pathOf(truth, length, x, inLane(1), right - LEFT)} />
      <g className="own">
        <line x1={x(own)} x2={x(own)} y1={foot} y2={foot + 6} />
        <text x={x(own)} y={foot + 19}>
          {words.own}
        </text>
      </g>
      {dies !== null && (
        <g className="dies">
          <line x1={x(dies)} x2={x(dies)} y1={y(1)} y2={foot + 6} />
          <text x={x(dies) - 6} y={y(10 ** -4)} textAnchor="end">
            {words.dies}
          </text>
          <text x={x(dies) + 6} y={tops[0] + LOW / 2 + 4}>
            {words.isNaN}
          </text>
        </g>
      )}
      <text className="unit" x={right} y={height - 4} textAnchor="end">
        {words.unit}
      </text>
    </svg>
  );
}
