import { useMemo } from 'react';
import { fixed } from '../../../viz/format';
import type { Cells } from '../../../viz/hover/cells';
import { gridGeometry } from '../../../viz/hover/geometry';
import { HoverFigure } from '../../../viz/hover/HoverFigure';
import { Tex } from '../../../viz/Tex';
import { KernelLane, kernelHeight, type KernelRows } from '../../../viz/views/KernelLane';
import { useTapeLayout } from '../../frame/useTape';
import { useActions } from '../../store/store';
import { productCell } from './cells';
import { apart, convolveAt, isFixed, range } from './derive';
import { kernelFrom } from './kernels';
import { Given, Key, LaneHead } from './LaneHead';
import { resultStyle } from './RecurrenceLane';
import { useColumns, useWordAt, type Place } from './view';
import { words as sceneWords } from './words';

const ROWS: KernelRows = { kernel: 84, x: 32, product: 40, gap: 12 };

/** The word whose kernel stands beside: the one before, or after where there is none. */
export const neighbourOf = (row: number): number => (row > 0 ? row - 1 : row + 1);

/** The kernel that ends at the word, laid over the words before it; its neighbour’s and the best fixed one beside it. */
export function ConvolutionLane({ place }: { place: Place }) {
  const words = sceneWords.use();
  const text = words.kernel;
  const wordAt = useWordAt();
  const actions = useActions();
  const { geometry: g } = useTapeLayout();
  const { ch, row, token, conv } = place;
  const columns = useColumns(ch);
  const fits = isFixed(conv);
  const near = neighbourOf(row);
  const own = useMemo(() => kernelFrom(conv.M, ch.L, row), [conv, ch, row]);
  const other = useMemo(
    () => (near < ch.L ? kernelFrom(conv.M, ch.L, near) : null),
    [conv, ch, near],
  );
  const ranges = useMemo(() => {
    const products = conv.M.map((v, i) => v * ch.x[i % ch.L]);
    return { kernel: range(conv.M, 0.98), x: range(ch.x, 1), product: range(products, 0.98) };
  }, [conv, ch]);
  const at = (kernel: Float64Array | null) => (lag: number) =>
    kernel && lag >= 0 && lag < kernel.length ? kernel[lag] : null;
  const x = (t: number) => ch.x[t - ch.from];
  const gap =
    other &&
    apart(
      own.subarray(0, Math.min(own.length, other.length)),
      other.subarray(0, Math.min(own.length, other.length)),
    );
  const height = kernelHeight(ROWS);
  const cells = useMemo<Cells>(() => {
    const spans = columns.map((c) => ({ ...c, x: c.x - g.x0 }));
    return {
      id: 'kernel',
      label: text.label,
      start: token,
      geometry: gridGeometry({ rows: 1, spans, top: 0, height }),
      describe(t) {
        const lag = token - t;
        const name = words.word(wordAt(t), t + 1);
        if (lag < 0)
          return productCell(
            { K: null, x: ch.x[t - ch.from], place: name, note: text.ahead },
            words,
          );
        const theirs = other && lag < other.length ? fixed(other[lag], 4) : null;
        return productCell(
          {
            K: own[lag],
            x: ch.x[t - ch.from],
            place: `${name}, ${text.back(lag)}`,
            note: fits ? '' : text.compare(theirs, fixed(conv.best[lag], 4)),
          },
          words,
        );
      },
      onSelect: (t) => actions.setToken(t),
    };
  }, [columns, g.x0, text, token, height, words, wordAt, ch, own, other, fits, conv, actions]);
  const first = columns[0]?.token ?? token;
  const left = earlier(own, ch.x, row, Math.min(row + 1, first - ch.from)) + conv.before[row];
  const names = [wordAt(token), wordAt(ch.from + near)];
  return (
    <div className="views-lane">
      <LaneHead
        name={text.heading}
        says={fits ? text.fixed : text.selective}
        legend={
          <>
            <Key mark="mark-own">{text.own(names[0])}</Key>
            {other && <Key mark="mark-other">{text.other(names[1])}</Key>}
            <Key mark="mark-fixed">{text.best}</Key>
          </>
        }
      />
      <div className="views-body" style={{ minHeight: height }}>
        {!g.narrow && (
          <div className="views-gutter" style={{ width: g.x0 }}>
            <Row top={0} tex="\bar K" name={text.names.kernel} />
            <Row top={ROWS.kernel + ROWS.gap} tex="\htmlClass{sy-x}{x}" name={text.names.x} />
            <Row
              top={ROWS.kernel + ROWS.x + 2 * ROWS.gap}
              tex="\htmlClass{sy-y}{\bar K x}"
              name={text.names.product}
            />
          </div>
        )}
        <HoverFigure
          cells={cells}
          className="views-hover"
          style={{ left: g.x0, width: g.x1 - g.x0, height }}
        >
          <KernelLane
            columns={columns}
            cursor={token}
            own={at(own)}
            other={at(other)}
            fixed={at(conv.best)}
            x={x}
            ranges={ranges}
            rows={ROWS}
            x0={g.x0}
            width={g.x1 - g.x0}
            inside={g.narrow}
            summary={text.summary(
              names[0],
              Math.min(own.length, token - first + 1),
              fixed(conv.own[row] - ch.D * ch.x[row] - conv.before[row], 4),
              gap === null ? null : fixed(gap, 3),
            )}
          />
        </HoverFigure>
        <div className="views-result" style={resultStyle(g)}>
          {Math.abs(left) > 5e-5 && (
            <p className="views-earlier num">{text.earlier(fixed(left, 4))}</p>
          )}
          {!fits && (
            <>
              {other && (
                <Given
                  label={<Key mark="mark-other">{text.other(names[1])}</Key>}
                  value={fixed(convolveAt(ch, other, row) + conv.before[row], 4)}
                  aside
                />
              )}
              <Given
                label={<Key mark="mark-fixed">{text.best}</Key>}
                value={fixed(conv.fixed[row], 4)}
                aside
              />
            </>
          )}
          <Given
            label={
              <Tex
                tex={String.raw`\textstyle\sum_l \bar K_l\,\htmlClass{sy-x}{x_{t-l}} + D\,\htmlClass{sy-x}{x_t} =`}
              />
            }
            value={fixed(conv.own[row], 4)}
          />
        </div>
      </div>
      <p className="views-note" style={{ marginLeft: g.x0, maxWidth: g.right - g.x0 }}>
        {text.notConv1d(ch.model.dConv)} {fits && text.fft}
      </p>
    </div>
  );
}

function Row({ top, tex, name }: { top: number; tex: string; name: string }) {
  return (
    <div className="views-row-name" style={{ top }}>
      <Tex tex={tex} />
      <span>{name}</span>
    </div>
  );
}

/** Products of the words before row `until`. */
function earlier(kernel: Float64Array, x: Float64Array, row: number, until: number): number {
  let sum = 0;
  for (let j = 0; j < until; j++) sum += kernel[row - j] * x[j];
  return sum;
}
