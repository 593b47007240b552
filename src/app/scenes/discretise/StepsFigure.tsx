import { useMemo } from 'react';
import { StepsPlot, type SchemePath } from '../../../viz/discretise/StepsPlot';
import type { Scheme } from '../../../viz/discretise/Mark';
import { Sym } from '../../../viz/Sym';
import { keyStep, nearestUnit } from '../../../viz/slider/scale';
import { toWord } from '../../../viz/tape/words';
import { Figure } from '../../frame/Figure';
import { useTapeColumns } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import type { Complex } from './complex';
import { DELTA } from './Controls';
import { axisRange, codeScheme, complexText, curveOf, digits, edges } from './derive';
import { exact, SCHEMES, walk, type HeldStep } from './schemes';
import { SchemeTable } from './SchemeTable';
import { toySteps, toyTime } from './system';
import { isToy, movesA, useView, type Drawn } from './view';
import { words as sceneWords } from './words';

/** Room at the right for a step to grow into, as a factor on the time that the model's own steps take. */
const ROOM = 1.3;
/** Ends of the axis of a toy, whose exact h lies between −1 and 2. */
const TOY_RANGE: Record<'step' | 'impulse', readonly [number, number]> = {
  step: [-0.45, 1.75],
  impulse: [-1.2, 1.3],
};

/** What is drawn: the words' steps, or a toy's equal ones. */
function useDrawn({ own, before, shown, delta }: Drawn) {
  const { input } = useView();
  const toy = input !== 'sentence';
  // The axes come from the model's own steps alone, so that no slider moves them.
  const axes = useMemo(() => {
    if (toy) return { until: toyTime(own.A), range: TOY_RANGE[input], inputMax: 1 };
    const sides = before ? [own, before] : [own];
    const values = sides.flatMap(({ A, steps, h0 }) => [
      ...curveOf(A, steps, h0).map(([, h]) => h),
      ...walk('mamba', A, steps, h0).map(([re]) => re),
    ]);
    const inputMax = Math.max(...own.steps.map(({ x }) => Math.abs(x))) || 1;
    const last = Math.max(...sides.map(({ steps }) => edges(steps)[steps.length]));
    return { until: last * ROOM, range: axisRange(values), inputMax };
  }, [own, before, toy, input]);
  return useMemo(() => {
    const { h0, steps }: { h0: Complex; steps: readonly HeldStep[] } = toy
      ? toySteps(input as 'step' | 'impulse', shown.A, delta, axes.until)
      : shown;
    const at = edges(steps);
    const walks = Object.fromEntries(
      SCHEMES.map((scheme) => [scheme, walk(scheme, shown.A, steps, h0)]),
    ) as Record<Scheme, Complex[]>;
    // Of a step that runs out of the figure only what can be seen, in full detail.
    const curve = curveOf(shown.A, steps, h0, axes.until * 1.001);
    const x = toy ? steps.map(() => (input === 'step' ? 1 : 0)) : shown.steps.map((step) => step.x);
    const was = toy ? null : before && edges(before.steps);
    const ghost = was?.map((time, i) => [time, (i ? before!.own[i - 1] : before!.h0)[0]] as const);
    return { ...axes, toy, at, h0, steps, walks, curve, ghost, x };
  }, [toy, input, shown, before, delta, axes]);
}

/** h over the steps of the last words, four ways, and the last step's numbers. */
export function StepsFigure(props: Drawn) {
  const { shown, ownDelta, delta, z } = props;
  const words = sceneWords.use();
  const view = useView();
  const actions = useActions();
  const kind = useApp((s) => s.model.kind);
  const tokens = useApp((s) => s.yours.tokens);
  const { geometry: g } = useTapeColumns();
  const drawn = useDrawn(props);
  const { toy, at, h0, steps, walks, curve, x } = drawn;
  const word = toWord(tokens[shown.steps[shown.steps.length - 1].token].text).text;
  const last = steps.length - 1;
  const ends = Object.fromEntries(SCHEMES.map((s) => [s, walks[s][last]])) as Record<
    Scheme,
    Complex
  >;
  const before = last ? walks.zoh[last - 1] : h0;
  const end = exact(shown.A, steps[last].u, before, steps[last].delta);
  const text = (h: Complex) => digits(h[0]);
  const code = codeScheme(kind);
  const paths: SchemePath[] = SCHEMES.map((scheme) => ({
    scheme,
    points: [[0, h0[0]], ...walks[scheme].map((h, i) => [at[i + 1], h[0]] as const)],
    own: scheme === code,
    label: words.steps.mark(
      scheme === code ? `${words.codeLabel} (${words.short[scheme]})` : words.short[scheme],
      text(walks[scheme][last]),
    ),
  }));
  const lastX = x[last];
  const setDelta = (wanted: number) =>
    view.move({ delta: Math.min(16, Math.max(1 / 4096, wanted)) });
  return (
    <Figure
      title={toy ? words.steps.toyHeading : words.steps.heading}
      className="dz-main"
      tools={<Status isTurned={props.before !== null} />}
    >
      <StepsPlot
        width={g.width}
        height={g.narrow ? 330 : 356}
        narrow={g.narrow}
        edges={at}
        until={drawn.until}
        range={drawn.range}
        curve={curve}
        paths={paths}
        ghost={drawn.ghost}
        words={
          toy
            ? null
            : shown.steps.map(({ token }) => ({ token, text: toWord(tokens[token].text).text }))
        }
        input={x}
        inputMax={drawn.inputMax}
        onWord={actions.setToken}
        names={{
          h: words.steps.h,
          x: words.steps.x,
          xNote: toy ? words.steps.xToy(digits(lastX)) : words.steps.xOf(word, digits(lastX)),
          xNot: toy ? '' : words.steps.xNot,
          time: words.steps.time,
          exact: words.steps.exact(text(end)),
          beyond: words.steps.beyond(digits(at[at.length - 1])),
        }}
        label={words.steps.label(steps.length, complexText(shown.A), digits(delta), {
          exact: text(end),
          zoh: text(ends.zoh),
          mamba: text(ends.mamba),
          euler: text(ends.euler),
          bilinear: text(ends.bilinear),
        })}
        heldEdge={toy ? 1 : steps.length}
        handle={{
          label: toy ? words.steps.toyHandle : words.steps.handle,
          text: words.steps.handleText(digits(delta)),
          now: delta,
          min: 0,
          max: 16,
          moved: view.moved.delta !== null && view.moved.delta !== ownDelta,
          onTime: (time) => setDelta(toy ? time : time - at[last]),
          onKey: (right, up, large) => {
            const key = right + up > 0 ? 'ArrowRight' : 'ArrowLeft';
            const unit = keyStep(DELTA, key, large, nearestUnit(DELTA, delta));
            if (unit !== null) setDelta(DELTA.toValue(unit));
          },
        }}
      />
      {g.narrow && !toy && (
        <p className="dz-note num">
          <Sym name="x" />ₜ {words.steps.xOf(word, digits(lastX))}, {words.steps.xNot}
        </p>
      )}
      <SchemeTable
        kind={kind}
        width={g.width}
        caption={toy ? words.table.toyCaption : words.table.caption(word)}
        z={z}
        delta={delta}
        B={toy ? toyB(view.input, shown.A) : [shown.steps[shown.steps.length - 1].B, 0]}
        ends={ends}
      />
    </Figure>
  );
}

const toyB = (input: string, A: Complex): Complex => (input === 'step' ? [-A[0], -A[1]] : [0, 0]);

/** Whose numbers these are. */
function Status({ isTurned }: { isTurned: boolean }) {
  const words = sceneWords.use().steps;
  const view = useView();
  if (!isToy(view)) {
    return isTurned ? (
      <span className="dz-status turned">
        <i className="dz-ghost-sign" /> {words.turned}
      </span>
    ) : (
      <span className="dz-status">{words.own}</span>
    );
  }
  const { moved, input } = view;
  const byHand =
    moved.delta !== null && movesA(moved)
      ? words.toyBoth
      : movesA(moved)
        ? words.toyA
        : words.toyDelta;
  const of = { sentence: byHand, step: words.toyStep, impulse: words.toyImpulse }[input];
  return <span className="dz-status toy">{of}</span>;
}
