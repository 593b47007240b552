import { useDeferredValue, useMemo } from 'react';
import { Sym } from '../../../viz/Sym';
import { fixed } from '../../../viz/format';
import { linearScale } from '../../../viz/slider/scale';
import { SymbolSlider } from '../../../viz/slider/SymbolSlider';
import { Tex } from '../../../viz/Tex';
import { ErrorCurve } from '../../../viz/views/ErrorCurve';
import { KernelLane } from '../../../viz/views/KernelLane';
import { TwoLines } from '../../../viz/views/TwoLines';
import { Figure } from '../../frame/Figure';
import { Rich } from '../../frame/Rich';
import { useTapeLayout } from '../../frame/useTape';
import { neighbourOf } from './ConvolutionLane';
import { apart, range, relative, roundUp } from './derive';
import { share } from './format';
import { convolve, kernelFrom, outputs, selectivityAt } from './kernels';
import { Key } from './LaneHead';
import { resultStyle } from './RecurrenceLane';
import { useColumns, useSelective, useWordAt, type Place } from './view';
import { words as sceneWords } from './words';

const KERNEL = { kernel: 92, x: 0, product: 0, gap: 0 };
const LINES = 92;
const SCALE = linearScale(0, 1, 0.02, 0.1);
/** Places of the slider that the curve is drawn through. */
const POINTS = Array.from({ length: 11 }, (_, i) => i / 10);

/** Δ, B and C between their means and what they are: one kernel falls apart into many, and the error grows. */
export function Selectivity({ place }: { place: Place }) {
  const words = sceneWords.use().mix;
  const wordAt = useWordAt();
  const [s, setS] = useSelective();
  const { geometry: g } = useTapeLayout();
  const { ch, row, token, conv } = place;
  const columns = useColumns(ch);
  const isS4 = ch.model.kind === 'S4D';
  // The knob follows the hand, the pictures as fast as they can.
  const shown = useDeferredValue(s);
  const here = useMemo(() => selectivityAt(ch, shown), [ch, shown]);
  const points = useMemo(() => POINTS.map((at) => selectivityAt(ch, at)), [ch]);
  // Without the skip and what came before: it is what the kernels alone give.
  const real = useMemo(() => outputs(here.M, ch.x), [here, ch]);
  const best = useMemo(() => convolve(here.best, ch.x), [here, ch]);
  const max = useMemo(() => roundUp(outputs(conv.M, ch.x)), [conv, ch]);
  const axis = useMemo(() => axisOf(conv.M, points[0].M), [conv, points]);
  const near = neighbourOf(row);
  const own = kernelFrom(here.M, ch.L, row);
  const other = near < ch.L ? kernelFrom(here.M, ch.L, near) : own;
  const shared = Math.min(own.length, other.length);
  const gap = apart(own.subarray(0, shared), other.subarray(0, shared));
  const at = (kernel: Float64Array) => (lag: number) =>
    lag >= 0 && lag < kernel.length ? kernel[lag] : null;
  const missed = relative(best, real);
  const live = points.at(-1)!.error;
  return (
    <Figure title={words.heading} className="views-mix">
      <p className="views-say" style={{ marginInline: `${g.x0}px ${g.width - g.right}px` }}>
        {isS4 ? words.s4 : words.says(ch.L)}
      </p>
      <div className="views-slider" style={{ marginLeft: g.x0, width: g.x1 - g.x0 }}>
        <SymbolSlider
          letter={<b className="sym">s</b>}
          label={words.slider}
          value={s}
          scale={SCALE}
          origin={1}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          marks={[
            { value: 0, text: words.frozen },
            { value: 1, text: words.selective },
          ]}
          format={(v) => fixed(v)}
          onChange={setS}
        />
      </div>
      <div className="views-body" style={{ minHeight: KERNEL.kernel + LINES + 20 }}>
        {!g.narrow && (
          <div className="views-gutter" style={{ width: g.x0 }}>
            <div className="views-row-name" style={{ top: 0 }}>
              <Tex tex="\bar K" />
              <span>{words.names.kernel}</span>
            </div>
            <div className="views-row-name" style={{ top: KERNEL.kernel + 20 }}>
              <Sym name="y" />
              <span>{words.names.y}</span>
            </div>
          </div>
        )}
        <div className="views-plots" style={{ left: g.x0, width: g.x1 - g.x0 }}>
          <KernelLane
            columns={columns}
            cursor={token}
            own={at(own)}
            other={at(other)}
            fixed={at(here.best)}
            x={() => 0}
            ranges={{ kernel: axis, x: axis, product: axis }}
            rows={KERNEL}
            x0={g.x0}
            width={g.x1 - g.x0}
            inside={g.narrow}
            summary={`${words.kernels(fixed(gap, 3))} ${wordAt(token)}, ${wordAt(ch.from + near)}`}
          />
          <TwoLines
            columns={columns}
            real={(t) => real[t - ch.from]}
            fixed={(t) => best[t - ch.from]}
            max={max}
            cursor={token}
            x0={g.x0}
            width={g.x1 - g.x0}
            inside={g.narrow}
            height={LINES}
            summary={words.lines(columns.length, share(missed))}
          />
        </div>
        <div className="views-result" style={resultStyle(g)}>
          <ErrorCurve
            points={points}
            now={here}
            width={g.result ? g.result.width - 18 : g.right - g.x0}
            height={KERNEL.kernel + LINES - 40}
            ends={{ frozen: words.frozen, selective: words.selective }}
            name={words.error}
            summary={words.curve(share(here.error), share(live))}
          />
          <p className="views-legend num">
            <Key mark="mark-real">{words.real}</Key>
            <Key mark="mark-fixed">{words.fixed}</Key>
          </p>
          <p className="views-missed num">
            <Rich text={words.missed(share(missed))} />
          </p>
        </div>
      </div>
    </Figure>
  );
}

/** An axis for the live kernels and the frozen one. */
function axisOf(live: Float64Array, frozen: Float64Array) {
  const both = new Float64Array(live.length + frozen.length);
  both.set(live);
  both.set(frozen, live.length);
  return range(both, 0.98);
}
