import { fixed } from '../../viz/format';
import { Icon } from '../../viz/icons';
import type { Sampling } from '../../engine/types';
import { useActions, useApp } from '../store/store';
import { useText } from '../text';
import { NumberField } from './NumberField';
import { Popover } from './Popover';
import { PACES } from './paces';
import { newSeed, parseField } from './samplingFields';

const RANGES: Partial<Record<keyof Sampling, { min: number; max: number; step: number }>> = {
  temperature: { min: 0, max: 2, step: 0.05 },
  topP: { min: 0.05, max: 1, step: 0.05 },
};
const FIELDS: (keyof Sampling)[] = ['temperature', 'topK', 'topP', 'seed'];

/** How the next word is drawn: read at a glance, changed in a sheet. */
export function SamplingControl() {
  const text = useText();
  const words = text.sampling;
  const sampling = useApp((s) => s.sampling);
  const pace = useApp((s) => s.pace);
  const rate = useApp((s) => s.tokensPerSecond);
  const shown = {
    temperature: sampling.temperature === 0 ? words.greedy : String(sampling.temperature),
    topK: sampling.topK === 0 ? words.off : String(sampling.topK),
    topP: sampling.topP === 1 ? words.off : String(sampling.topP),
    seed: String(sampling.seed),
  };
  const measured = rate === null ? '' : ` · ${words.measured(fixed(rate, rate < 10 ? 1 : 0))}`;
  return (
    <section className="sampling num" aria-label={words.heading}>
      <Popover
        label={words.heading}
        align="end"
        wide
        calm
        trigger={
          <button type="button" className="glance" title={words.change}>
            <span className="hidden">{words.change}: </span>
            {FIELDS.map((f) => (
              <span key={f}>
                {words[f]} <b>{shown[f]}</b>
              </span>
            ))}
            <span className="pace">{words.paceNow(pace) + measured}</span>
          </button>
        }
      >
        <SamplingForm />
      </Popover>
    </section>
  );
}

/** The same sheet from under the thumb: on a phone the glance stands far below the figure. */
export function SamplingButton() {
  const words = useText().sampling;
  return (
    <Popover
      label={words.heading}
      align="end"
      wide
      calm
      trigger={
        <button type="button" className="icon-button" aria-label={words.heading}>
          <Icon name="dice" />
        </button>
      }
    >
      <SamplingForm />
    </Popover>
  );
}

function SamplingForm() {
  const text = useText();
  const words = text.sampling;
  const actions = useActions();
  const sampling = useApp((s) => s.sampling);
  const pace = useApp((s) => s.pace);
  const vocab = useApp((s) => s.model.vocabSize);
  return (
    <>
      <h2>{words.heading}</h2>
      {FIELDS.map((field) => (
        <NumberField
          key={field}
          label={words[field]}
          about={words.about[field]}
          value={sampling[field]}
          kept={words.kept}
          instead={words.instead}
          range={RANGES[field]}
          parse={(typed) => parseField(field, typed, vocab, text)}
          onChange={(value) => actions.setSampling({ [field]: value })}
        >
          {field === 'seed' && (
            <button
              type="button"
              className="plain"
              onClick={() => actions.setSampling({ seed: newSeed() })}
            >
              <Icon name="dice" /> {words.newSeed}
            </button>
          )}
        </NumberField>
      ))}
      <fieldset className="choices">
        <legend>{words.pace}</legend>
        {PACES.map((p) => (
          <label key={p}>
            <input
              type="radio"
              name="pace"
              checked={p === pace}
              onChange={() => actions.setPace(p)}
            />
            <span>{p === Infinity ? words.paceNow(p) : p}</span>
          </label>
        ))}
        <small>{words.about.pace}</small>
      </fieldset>
    </>
  );
}
