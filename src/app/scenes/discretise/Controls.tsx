import { useMemo } from 'react';
import { unitOfChannel } from '../../../engine/probeShape';
import { Segmented } from '../../../viz/controls/Segmented';
import { logScale } from '../../../viz/slider/scale';
import { SymbolSlider } from '../../../viz/slider/SymbolSlider';
import { toWord } from '../../../viz/tape/words';
import { useActions, useApp } from '../../store/store';
import { complexText, digits, fastest, longestStep } from './derive';
import { over, scale } from './complex';
import { isToy, useSystem, useView, type Input } from './view';
import { words as sceneWords } from './words';

/** Δ from nearly nothing to longer than any memory; −A from slow to quick. */
export const DELTA = logScale(1 / 1024, 16);
export const RATE = logScale(1 / 16, 64);
const DELTA_MARKS = [
  { value: 1 / 1024, text: '0.001' },
  { value: 16, text: '16' },
];
const RATE_MARKS = [
  { value: 1 / 16, text: '−0.06' },
  { value: 64, text: '−64' },
];

/** The toy's sliders, and ways back to real numbers of the model. */
export function Controls() {
  const words = sceneWords.use().controls;
  const view = useView();
  const system = useSystem(1);
  if (!system) return null;
  const { own, shown, ownDelta, delta } = system;
  const toy = isToy(view);
  const setRate = (rate: number) => view.move({ re: rate === -own.A[0] ? null : -rate });

  const [step] = shown.steps;
  const end = over(scale([step.B, 0], -1), shown.A);
  return (
    <section className="dz-controls" aria-label={words.heading}>
      <div className="dz-title">
        <h2>{words.heading}</h2>
        {!toy && <span className="dz-note">{words.follow}</span>}
        {toy && (
          <button type="button" className="plain" onClick={view.back}>
            {words.back}
          </button>
        )}
      </div>
      <SymbolSlider
        symbol="Delta"
        label={words.delta}
        value={delta}
        scale={DELTA}
        origin={ownDelta}
        ticks={[1 / 1024, 1 / 32, 1, 16]}
        marks={DELTA_MARKS}
        ends={words.ends}
        format={(v) => digits(v)}
        onChange={(v) => view.move({ delta: v === ownDelta ? null : v })}
      />
      <SymbolSlider
        symbol="A"
        label={own.A[1] === 0 ? words.A : words.ReA}
        value={-shown.A[0]}
        scale={RATE}
        origin={-own.A[0]}
        ticks={[1 / 16, 1, 64]}
        marks={RATE_MARKS}
        ends={words.endsA}
        format={(v) => digits(-v)}
        onChange={setRate}
      />
      <div className="dz-limits num">
        <button type="button" onClick={() => view.move({ delta: DELTA.toValue(DELTA.min) })}>
          <b>{words.zero}</b> <span>{words.zeroText}</span>
        </button>
        <button type="button" onClick={() => view.move({ delta: DELTA.toValue(DELTA.max) })}>
          <b>{words.infinite}</b> <span>{words.infiniteText(complexText(end))}</span>
        </button>
      </div>
      <Segmented
        label={words.input}
        value={view.input}
        onChange={view.setInput}
        options={(['sentence', 'step', 'impulse'] satisfies Input[]).map((value) => ({
          value,
          label: words.inputs[value],
        }))}
      />
      <Presets />
    </section>
  );
}

/** Real places of the model where there is something to see. They move the cursor, and let go of the toy. */
function Presets() {
  const words = sceneWords.use().controls;
  const view = useView();
  const actions = useActions();
  const model = useApp((s) => s.model);
  const tokens = useApp((s) => s.yours.tokens);
  const cursor = useApp((s) => s.cursor);
  const trace = useApp((s) => s.trace);
  const longest = useMemo(() => longestStep({ model, cursor, trace }), [model, cursor, trace]);
  const quick = useMemo(() => fastest({ model, cursor, trace }), [model, cursor, trace]);
  return (
    <ul className="dz-presets" aria-label={words.presets}>
      {longest !== null && model.kind !== 'S4D' && (
        <li>
          <button
            type="button"
            className="plain"
            onClick={() => {
              view.back();
              actions.setToken(longest);
            }}
          >
            {words.longest(toWord(tokens[longest].text).text)}
          </button>
        </li>
      )}
      {quick && (
        <li>
          <button
            type="button"
            className="plain"
            onClick={() => {
              view.back();
              actions.setChannel(quick.channel, quick.state);
            }}
          >
            {model.heads
              ? words.fastestHead(unitOfChannel(model, quick.channel))
              : words.fastest(quick.channel, quick.state)}
          </button>
        </li>
      )}
    </ul>
  );
}
