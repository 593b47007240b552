import { useMemo } from 'react';
import { count, magnitude, percent } from '../../../viz/format';
import { LogLog } from '../../../viz/matrix/LogLog';
import { Figure } from '../../frame/Figure';
import { Rich } from '../../frame/Rich';
import { useTapeLayout } from '../../frame/useTape';
import { useApp } from '../../store/store';
import {
  chunkedCost,
  crossing,
  linearCost,
  matrixShare,
  quadraticCost,
  type HeadShape,
} from './cost';
import { useView } from './view';
import { words as sceneWords } from './words';

/** Lengths of the horizontal axis, a point at every quarter of a doubling. */
const LONGEST = 16;
const LENGTHS = Array.from({ length: 4 * LONGEST + 1 }, (_, k) => Math.round(2 ** (k / 4)));
const DISTINCT = LENGTHS.filter((L, k) => L !== LENGTHS[k - 1]);
const TICKS = [1, 16, 256, 4096, 65_536];
const COSTS = [1e2, 1e3, 1e4, 1e5, 1e6, 1e7];

/** Multiplications a word of the three forms against length, with the chosen chunk size on its curve. */
export function Cost({ shape }: { shape: HeadShape }) {
  const words = sceneWords.use().cost;
  const { chunkSize: Q } = useView();
  const tokens = useApp((s) => s.yours.tokens.length);
  const { geometry: g } = useTapeLayout();
  const { headDim, dState } = shape;
  const curves = useMemo(() => {
    const of = (cost: (L: number) => number) => DISTINCT.map((L) => [L, cost(L) / L] as const);
    return [
      { id: 'quadratic', label: words.quadratic, points: of((L) => quadraticCost(L, shape)) },
      { id: 'linear', label: words.linear, points: of((L) => linearCost(L, shape)) },
      { id: 'chunked', label: words.chunked(Q), points: of((L) => chunkedCost(L, Q, shape)) },
    ];
  }, [shape, Q, words]);
  const longest = DISTINCT[DISTINCT.length - 1];
  const rows = curves
    .map(({ label, points }) =>
      words.row(label, count(longest), magnitude(Math.round(points[points.length - 1][1]))),
    )
    .join(' ');
  const x0 = g.narrow ? g.x0 : 20;
  return (
    <Figure title={words.heading} className="du-cost">
      <p className="du-say num" style={{ marginLeft: g.x0 }}>
        <Rich
          text={words.said(Q, count(crossing(shape)), percent(matrixShare(longest, Q, shape)))}
        />
      </p>
      <div style={{ marginLeft: x0 }}>
        <LogLog
          width={g.right - x0}
          height={320}
          curves={curves}
          x={[1, longest]}
          y={[1e2, 1e7]}
          ticksX={TICKS.map((value) => ({ value, text: count(value) }))}
          ticksY={COSTS.map((value) => ({
            value,
            text: `10${[...String(Math.log10(value))].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]).join('')}`,
          }))}
          marks={[
            { id: 'chosen', x: Q, y: chunkedCost(Q, Q, shape) / Q, text: words.chosen(Q) },
            {
              id: 'here',
              x: tokens,
              y: chunkedCost(tokens, Q, shape) / tokens,
              text: words.here(tokens),
            },
          ]}
          names={{ x: words.x, y: words.y }}
          summary={words.summary(rows)}
        />
      </div>
      <p className="du-note" style={{ marginLeft: g.x0 }}>
        {words.note(headDim, dState)}
      </p>
    </Figure>
  );
}
