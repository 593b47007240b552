import { useMemo } from 'react';
import { fixed } from '../../../viz/format';
import type { Cells } from '../../../viz/hover/cells';
import { boxGeometry } from '../../../viz/hover/geometry';
import { HoverFigure } from '../../../viz/hover/HoverFigure';
import { useTapeLayout } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { deltaCell } from './cells';
import { softplus } from './identities';
import type { SelectLayout } from './layout';
import { useWordAt } from './place';
import { inputsOf, plotRange, sampled } from './plot';
import type { Reading } from './reading';
import { words as sceneWords } from './words';

/** Half of what a finger or pointer can hit around a point. */
const HIT = 5;

/** Every word as a point of Δ = softplus(dt + bias), on the axis of the stems; and what softplus(dt) + bias would be. */
export function Curve({ r, layout, max }: { r: Reading; layout: SelectLayout; max: number }) {
  const words = sceneWords.use();
  const actions = useActions();
  const wordAt = useWordAt();
  const token = useApp((s) => s.cursor.token);
  const { geometry: g, at } = useTapeLayout();
  const inputs = useMemo(() => inputsOf(r), [r]);
  const { top, zero, height } = layout.stems;
  const box = g.result
    ? { x: g.result.x + 22, width: g.result.width - 22 }
    : { x: g.x0, width: g.right - g.x0 };
  const { width } = box;
  const range = useMemo(() => inputs && plotRange(inputs, max), [inputs, max]);
  const unit = words.unit(r.unit, r.model.heads !== null);
  const points = useMemo(() => {
    if (!inputs || !range) return null;
    const X = (v: number) => ((v - range.from) / (range.to - range.from)) * width;
    const Y = (delta: number) => zero - Math.min(1, delta / max) * (zero - top);
    const path = (f: (v: number) => number) =>
      sampled(f, range, 80)
        .filter(([, y]) => y <= 1.04 * max && y >= 0)
        .map(([v, y], i) => `${i ? 'L' : 'M'}${X(v).toFixed(1)} ${Y(y).toFixed(1)}`)
        .join('');
    return {
      X,
      Y,
      curve: path(softplus),
      wrong: path((v) => softplus(v - inputs.bias) + inputs.bias),
      at: Array.from(inputs.v, (v, i) => [X(v), Y(inputs.delta[i])] as const),
    };
  }, [inputs, range, width, zero, top, max]);
  const cells = useMemo<Cells | null>(
    () =>
      points && {
        id: 'curve',
        label: words.curve.label,
        start: token - r.delta.first,
        geometry: boxGeometry(
          points.at.map(([x, y]) => ({ x: x - HIT, y: y - HIT, width: 2 * HIT, height: 2 * HIT })),
        ),
        describe: (i) => {
          const t = r.delta.first + i;
          return deltaCell(r, t, r.unit, words.place(wordAt(t), t + 1, unit), words.say);
        },
        onSelect: (i) => actions.setToken(r.delta.first + i),
      },
    [points, r, words, token, wordAt, unit, actions],
  );
  if (!inputs || !points || !range || !cells)
    return (
      <p
        className={`absent-lane ${g.result ? 'beside' : ''}`}
        style={g.result ? { left: box.x, width, top: top + 20 } : { marginLeft: box.x }}
      >
        {words.curve.none}
      </p>
    );
  const i = token - r.delta.first;
  const here = points.at[i];
  const wrong = here ? softplus(inputs.v[i] - inputs.bias) + inputs.bias : NaN;
  const summary = here
    ? words.curve.summary(
        wordAt(token),
        fixed(inputs.v[i]),
        fixed(inputs.delta[i], 3),
        fixed(wrong),
      )
    : words.curve.label;
  // The last of them make room for the axis’ name.
  const ticks = range.ticks
    .map((v) => ({ v, x: points.X(v) }))
    .filter(({ x }) => x < width - 66 && x > 4);
  return (
    <div
      className={`select-curve ${g.result ? 'beside' : ''}`}
      style={{
        left: g.result ? box.x : undefined,
        width,
        height,
        marginLeft: g.result ? 0 : box.x,
      }}
    >
      <HoverFigure
        cells={cells}
        className="over"
        style={{ left: 0, top: 0, width, height: zero + 8 }}
      >
        <svg width={width} height={height} role="img" aria-label={summary} className="lanes">
          {!g.result && <line className="base" x1={0} x2={width} y1={zero} y2={zero} />}
          <path className="curve" d={points.curve} />
          <path className="wrong" d={points.wrong} />
          {points.at.map(([x, y], k) =>
            k === i ? null : (
              <Point
                // A word has no other name than its place.
                // oxlint-disable-next-line react/no-array-index-key
                key={r.delta.first + k}
                className="dot"
                x={x}
                y={y}
                r={2.8}
                over={inputs.delta[k] > max}
              />
            ),
          )}
          {here && g.result && at && (
            <line
              className="reach"
              x1={at.centre - box.x + 8}
              x2={here[0] - 6}
              y1={here[1]}
              y2={here[1]}
            />
          )}
          {here && (
            <Point className="here" x={here[0]} y={here[1]} r={5} over={inputs.delta[i] > max} />
          )}
          {ticks.map(({ v, x }) => (
            <g key={v}>
              <line className="tick-mark" x1={x} x2={x} y1={zero} y2={zero + 4} />
              <text className="tick" x={x} y={zero + 15} textAnchor="middle">
                {fixed(v, 0)}
              </text>
            </g>
          ))}
          <text className="tick" x={width} y={zero + 15} textAnchor="end">
            {words.curve.axis}
          </text>
          <CurveNames top={top} />
        </svg>
      </HoverFigure>
    </div>
  );
}

/** Names both lines, above the axis. */
function CurveNames({ top }: { top: number }) {
  const words = sceneWords.use().curve;
  return (
    <g className="curve-names">
      <line className="curve" x1={0} x2={16} y1={top - 24} y2={top - 24} />
      <text x={21} y={top - 20}>
        {words.right}
      </text>
      <line className="wrong" x1={0} x2={16} y1={top - 8} y2={top - 8} />
      <text x={21} y={top - 4}>
        {words.wrong}
      </text>
    </g>
  );
}

/** A word on the curve; what lies beyond the axis stands at its end and points up. */
function Point(props: { className: string; x: number; y: number; r: number; over: boolean }) {
  const { className, x, y, r, over } = props;
  if (over)
    return (
      <path className={className} d={`M${x - r} ${y + r}l${r} ${-1.8 * r}l${r} ${1.8 * r}z`} />
    );
  return <circle className={className} cx={x} cy={y} r={r} />;
}
