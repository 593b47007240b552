import { useMemo } from 'react';
import { fixed } from '../../../viz/format';
import type { CellInfo, Cells } from '../../../viz/hover/cells';
import { gridGeometry, uniformSpans } from '../../../viz/hover/geometry';
import { HoverFigure } from '../../../viz/hover/HoverFigure';
import { HoverStage } from '../../../viz/hover/HoverStage';
import { Figure } from '../../frame/Figure';
import { Rich } from '../../frame/Rich';
import { useTapeColumns } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { useCompute } from '../../store/useCompute';
import { Hover } from '../../frame/Hover';
import { useLaterCursor } from './focus';
import { FreezeAll } from './FreezeAll';
import { powerAbove } from './identities';
import { farthest, kernelAt, kernelOf, LAGS } from './kernel';
import { useWordAt } from './place';
import { isInvariant, type Reading, type Side } from './reading';
import { roundUp } from './rows';
import { words as sceneWords } from './words';

const HEIGHT = 190;
const TOP = 16;
const BOTTOM = 34;

interface Pair {
  here: number[] | null;
  there: number[] | null;
}

/** S4D's kernel is asked of the engine: its C of a token does not exist. */
function useS4Kernels(r: Reading, token: number, neighbour: number): Pair | null {
  const matrix = useCompute(
    r.model.kind === 'S4D'
      ? { kind: 'impliedMatrix', layer: r.layer, unit: r.unit, under: 'yours' }
      : null,
  ).value;
  return useMemo(
    () => matrix && { here: kernelOf(matrix, token), there: kernelOf(matrix, neighbour) },
    [matrix, token, neighbour],
  );
}

/** Two neighbours, two kernels: what each hears of the words before it. Frozen, they are one. */
export function Kernels({ r }: { r: Reading }) {
  const words = sceneWords.use();
  const wordAt = useWordAt();
  const { token, channel } = useLaterCursor();
  const turned = useApp((s) => s.shownIntervention);
  const neighbour = token > 0 ? token - 1 : 1;
  const isS4 = r.model.kind === 'S4D';
  const traced = useMemo(() => {
    const of = (side: Side): Pair => ({
      here: kernelAt(r, side, { token, channel }),
      there: kernelAt(r, side, { token: neighbour, channel }),
    });
    return { yours: of('yours'), before: r.delta.before ? of('before') : null };
  }, [r, token, neighbour, channel]);
  const s4 = useS4Kernels(r, token, neighbour);
  const shown = isS4 ? s4 : traced.yours;
  const calm = isS4 ? s4 : (traced.before ?? traced.yours);
  const max = roundUp(
    Math.max(0, ...[...(calm?.here ?? []), ...(calm?.there ?? [])].map(Math.abs)),
  );
  const gap = farthest(shown?.here ?? null, shown?.there ?? null);
  const frozen = !isS4 && isInvariant(turned, r.layer);
  const names = [wordAt(token), wordAt(neighbour)] as const;
  const text = isS4
    ? words.kernel.s4(...names)
    : frozen
      ? words.kernel.frozen(...names)
      : words.kernel.text(...names);
  const { geometry: g } = useTapeColumns();
  const side = { marginInline: `${g.x0}px ${g.width - g.right}px` };
  return (
    <Hover>
      <Figure
        title={isS4 || frozen ? words.kernel.one : words.kernel.heading}
        tools={<Names names={names} />}
        className="select-kernels"
      >
        <p className="select-say" style={side}>
          <Rich text={text} />
        </p>
        <HoverStage>
          {shown?.here && shown.there ? (
            <KernelPlot
              r={r}
              here={shown.here}
              there={shown.there}
              max={max}
              gap={gap}
              names={names}
              token={token}
              neighbour={neighbour}
            />
          ) : (
            <p className="absent-lane" style={side}>
              {isS4 ? words.kernel.reading : words.kernel.short}
            </p>
          )}
        </HoverStage>
        <div className="kernel-foot" style={side}>
          {gap !== null && (
            <span className="num">
              <Rich
                text={words.kernel.gap(
                  gap > 0 && gap < 5e-4 ? `< ${powerAbove(gap)}` : fixed(gap, 3),
                )}
              />
            </span>
          )}
          {!isS4 && (
            <FreezeAll layer={r.layer} freeze={words.kernel.freeze} letGo={words.kernel.letGo} />
          )}
        </div>
      </Figure>
    </Hover>
  );
}

interface KernelPlotProps {
  r: Reading;
  here: number[];
  there: number[];
  max: number;
  gap: number | null;
  /** The chosen word and its neighbour. */
  names: readonly [string, string];
  token: number;
  neighbour: number;
}

function KernelPlot({ r, here, there, max, gap, names, token, neighbour }: KernelPlotProps) {
  const words = sceneWords.use();
  const wordAt = useWordAt();
  const { geometry: g } = useTapeColumns();
  const width = g.right - g.x0;
  const spans = useMemo(() => uniformSpans(LAGS, 0, width), [width]);
  const zero = (TOP + HEIGHT - BOTTOM) / 2;
  const Y = (v: number) =>
    zero - (Math.min(1.03, Math.max(-1.03, v / max)) * (HEIGHT - BOTTOM - TOP)) / 2;
  const cells = useMemo<Cells>(() => {
    const unit = words.unit(r.unit, r.model.heads !== null);
    const kernels = [here, there];
    return {
      id: 'kernels',
      label: words.kernel.label,
      geometry: gridGeometry({ rows: 2, spans, top: 0, height: HEIGHT - BOTTOM }),
      describe: (index): CellInfo => {
        const [row, lag] = [index % 2, Math.floor(index / 2)];
        const t = row ? neighbour : token;
        return {
          place: words.kernel.place(unit, words.kernel.lag(lag), names[row]),
          term: {
            tex: `K_{${lag}}`,
            symbol: 'y',
            value: kernels[row][lag] ?? null,
            digits: 3,
            say: words.say.y,
          },
          note: lag > t ? undefined : words.kernel.heard(wordAt(t - lag)),
        };
      },
    };
  }, [r, here, there, names, neighbour, token, spans, words, wordAt]);
  const line = (kernel: number[], shift: number, className: string) =>
    kernel.map((v, lag) => {
      const x = spans[lag].x + spans[lag].width / 2 + shift;
      return (
        // A lag has no other name.
        // oxlint-disable-next-line react/no-array-index-key
        <g key={lag} className={className}>
          <line x1={x} x2={x} y1={zero} y2={Y(v)} />
          {className === 'here' ? (
            <circle cx={x} cy={Y(v)} r={4} />
          ) : (
            <rect x={x - 3.6} y={Y(v) - 3.6} width={7.2} height={7.2} />
          )}
        </g>
      );
    });
  const digits = max < 0.1 ? 3 : max < 1 ? 2 : 1;
  return (
    <div className="kernel-plot" style={{ height: HEIGHT }}>
      <svg
        className="lanes"
        width={g.right}
        height={HEIGHT}
        role="img"
        aria-label={words.kernel.summary(...names, gap === null ? '–' : fixed(gap, 3))}
      >
        {[max, 0, -max].map((v) => (
          <g key={v}>
            <line className={v ? 'grid' : 'base'} x1={g.x0} x2={g.right} y1={Y(v)} y2={Y(v)} />
            <text
              className="tick"
              x={g.narrow ? g.right : g.x0 - 8}
              y={g.narrow ? Y(v) - 4 : Y(v) + 4}
              textAnchor="end"
            >
              {v ? fixed(v, digits) : '0'}
            </text>
          </g>
        ))}
        <g transform={`translate(${g.x0} 0)`}>
          {line(there, 6, 'there')}
          {line(here, -6, 'here')}
          {spans.map(({ token: lag, x, width: w }) =>
            g.narrow && lag % 4 ? null : (
              <text
                key={lag}
                className="tick"
                x={x + w / 2}
                y={HEIGHT - BOTTOM + 16}
                textAnchor="middle"
              >
                {lag}
              </text>
            ),
          )}
          <text className="tick" x={width} y={HEIGHT - 3} textAnchor="end">
            {words.kernel.axis}
          </text>
        </g>
      </svg>
      <HoverFigure
        cells={cells}
        className="over"
        style={{ left: g.x0, top: 0, width, height: HEIGHT - BOTTOM }}
      >
        {null}
      </HoverFigure>
    </div>
  );
}

/** Whose stems are whose: a disc for the chosen word, a square for its neighbour. */
function Names({ names }: { names: readonly [string, string] }) {
  const words = sceneWords.use();
  return (
    <span className="kernel-names">
      {names.map((name, i) => (
        // Two words may be alike.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={i}>
          <svg width={9} height={9} aria-hidden="true" className={i ? 'there' : 'here'}>
            {i ? <rect x={1} y={1} width={7} height={7} /> : <circle cx={4.5} cy={4.5} r={4} />}
          </svg>
          {words.quoted(name)}
        </span>
      ))}
    </span>
  );
}
