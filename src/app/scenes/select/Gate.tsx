import { useMemo } from 'react';
import { factor, fixed } from '../../../viz/format';
import type { Cells } from '../../../viz/hover/cells';
import { boxGeometry } from '../../../viz/hover/geometry';
import { HoverFigure } from '../../../viz/hover/HoverFigure';
import { HoverStage } from '../../../viz/hover/HoverStage';
import { Sym } from '../../../viz/Sym';
import { useSize } from '../../../viz/useSize';
import { Figure } from '../../frame/Figure';
import { Rich } from '../../frame/Rich';
import { useActions } from '../../store/store';
import { Hover } from '../../frame/Hover';
import { useLaterCursor } from './focus';
import { gateAt, powerAbove, sigmoid, softplus } from './identities';
import { useWordAt } from './place';
import { inputsOf, sampled, wholeTicks } from './plot';
import { numbersAt, type Reading } from './reading';
import { words as sceneWords } from './words';

const HEIGHT = 172;
const TOP = 12;
const ZERO = 142;
const LEFT = 30;
const HIT = 5;

type Inputs = NonNullable<ReturnType<typeof inputsOf>>;

/** Theorem 1: with N = 1, A = −1, B = 1, the same input that makes Δ makes the gate of a recurrent network. */
export function Gate({ r }: { r: Reading }) {
  const words = sceneWords.use();
  const wordAt = useWordAt();
  const cursor = useLaterCursor();
  const inputs = useMemo(() => inputsOf(r), [r]);
  const now = numbersAt(r, 'yours', cursor);
  const v = now?.dt === null || now?.bias === null || !now ? null : now.dt + now.bias;
  return (
    <Hover>
      <Figure title={words.gate.heading} className="select-gate">
        {inputs && v !== null ? (
          <>
            <p className="select-say">
              <Rich text={words.gate.text(wordAt(cursor.token))} />{' '}
              <span className="cap">{words.gate.special(fixed(now?.A ?? NaN))}</span>
            </p>
            <HoverStage>
              <GatePlot r={r} inputs={inputs} v={v} />
            </HoverStage>
            <GateTable v={v} />
          </>
        ) : (
          <p className="select-say">{words.gate.none}</p>
        )}
      </Figure>
    </Hover>
  );
}

function GatePlot({ r, inputs, v }: { r: Reading; inputs: Inputs; v: number }) {
  const words = sceneWords.use();
  const actions = useActions();
  const wordAt = useWordAt();
  const { token } = useLaterCursor();
  const [ref, { width }] = useSize<HTMLDivElement>();
  const range = useMemo(() => gateRange(inputs.v), [inputs]);
  const plot = useMemo(() => {
    const X = (at: number) =>
      LEFT + ((at - range.from) / (range.to - range.from)) * (width - LEFT - 8);
    const Y = (g: number) => ZERO - Math.min(1.05, g) * (ZERO - TOP);
    const path = (f: (at: number) => number) =>
      sampled(f, range, 80)
        .filter(([, g]) => g <= 1.05)
        .map(([at, g], i) => `${i ? 'L' : 'M'}${X(at).toFixed(1)} ${Y(g).toFixed(1)}`)
        .join('');
    const at = Array.from(inputs.v, (one) => [X(one), Y(sigmoid(one))] as const);
    return { X, Y, at, gate: path(sigmoid), step: path(softplus) };
  }, [inputs, range, width]);
  const cells = useMemo<Cells>(
    () => ({
      id: 'gate',
      label: words.gate.label,
      start: token - r.delta.first,
      geometry: boxGeometry(
        plot.at.map(([x, y]) => ({ x: x - HIT, y: y - HIT, width: 2 * HIT, height: 2 * HIT })),
      ),
      describe: (i) => ({
        place: words.curve.wordAt(wordAt(r.delta.first + i), r.delta.first + i + 1),
        term: { tex: 'g', value: sigmoid(inputs.v[i]), say: words.gate.byGate, digits: 3 },
        operands: [
          { op: 'σ(', tex: '\\sigma(', say: words.gate.sigma },
          { tex: 'dt', value: inputs.v[i] - inputs.bias, say: words.say.dt },
          { op: '+' },
          { tex: 'b', value: inputs.bias, say: words.say.bias },
          { op: ')', say: words.say.close },
        ],
      }),
      onSelect: (i) => actions.setToken(r.delta.first + i),
    }),
    [plot, r, inputs, token, words, wordAt, actions],
  );
  const { g, code } = gateAt(v);
  const { X, Y } = plot;
  return (
    <div ref={ref} className="gate-plot" style={{ height: HEIGHT }}>
      <HoverFigure
        cells={cells}
        className="over"
        style={{ left: 0, top: 0, width, height: HEIGHT }}
      >
        <svg
          className="lanes"
          width={width}
          height={HEIGHT}
          role="img"
          aria-label={words.gate.summary(wordAt(token), fixed(v), fixed(g), fixed(code))}
        >
          {[0, 0.5, 1].map((tick) => (
            <g key={tick}>
              <line
                className={tick ? 'grid' : 'base'}
                x1={LEFT}
                x2={width - 8}
                y1={Y(tick)}
                y2={Y(tick)}
              />
              <text className="tick" x={LEFT - 6} y={Y(tick) + 4} textAnchor="end">
                {tick}
              </text>
            </g>
          ))}
          <path className="wrong" d={plot.step} />
          <path className="curve" d={plot.gate} />
          {plot.at.map(([x, y], i) => (
            // A word has no other name than its place.
            // oxlint-disable-next-line react/no-array-index-key
            <circle key={r.delta.first + i} className="dot" cx={x} cy={y} r={2.8} />
          ))}
          <line className="between" x1={X(v)} x2={X(v)} y1={Y(g)} y2={Y(code)} />
          <circle className="code-dot" cx={X(v)} cy={Y(code)} r={4} />
          <circle className="here" cx={X(v)} cy={Y(g)} r={5} />
          {wholeTicks(range.from, range.to).map((tick) => (
            <text key={tick} className="tick" x={X(tick)} y={ZERO + 15} textAnchor="middle">
              {fixed(tick, 0)}
            </text>
          ))}
          <text className="tick" x={width - 8} y={ZERO + 29} textAnchor="end">
            {words.curve.axis}
          </text>
          <g className="curve-names" transform={`translate(${LEFT + 8} ${TOP + 14})`}>
            <line className="curve" x1={0} x2={16} y1={-4} y2={-4} />
            <text x={21}>{words.gate.sigma}</text>
            <line className="wrong" x1={0} x2={16} y1={12} y2={12} />
            <text x={21} y={16}>
              {words.gate.code}
            </text>
          </g>
        </svg>
      </HoverFigure>
    </div>
  );
}

/** Whole numbers around the words, with 0, where the gate is half open, in sight. */
function gateRange(v: Float64Array): { from: number; to: number } {
  let [from, to] = [-2, 2];
  for (const one of v) [from, to] = [Math.min(from, one), Math.max(to, one)];
  return { from: Math.floor(from), to: Math.ceil(to) };
}

/** The identity, each side worked out in its own way; and what the code has instead. */
function GateTable({ v }: { v: number }) {
  const words = sceneWords.use().gate;
  const at = gateAt(v);
  const gap = Math.max(Math.abs(at.keep - at.oneMinusG), Math.abs(at.hold - at.g));
  return (
    <>
      <table className="gate-table num">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden">{words.share}</span>
            </th>
            <th scope="col">{words.byGate}</th>
            <th scope="col">{words.byHold}</th>
            <th scope="col">{words.byCode}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{words.kept}</th>
            <td>
              <small>1 − σ</small> {fixed(at.oneMinusG, 3)}
            </td>
            <td>
              <small>
                e<sup>−Δ</sup>
              </small>{' '}
              {fixed(at.keep, 3)}
            </td>
            <td>
              <small>
                e<sup>−Δ</sup>
              </small>{' '}
              {fixed(at.keep, 3)}
            </td>
          </tr>
          <tr>
            <th scope="row">{words.written}</th>
            <td>
              <small>σ</small> {fixed(at.g, 3)}
            </td>
            <td>
              <small>
                1 − e<sup>−Δ</sup>
              </small>{' '}
              {fixed(at.hold, 3)}
            </td>
            <td>
              <small>
                <Sym name="Delta" />
              </small>{' '}
              {fixed(at.code, 3)}
            </td>
          </tr>
        </tbody>
      </table>
      <p className="select-say small">
        {words.agree(gap === 0 ? null : powerAbove(gap))}{' '}
        <Rich text={words.code1(fixed(at.code, 3), factor(at.code / at.g))} />
      </p>
    </>
  );
}
