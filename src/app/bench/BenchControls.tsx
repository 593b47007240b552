import { useText } from '../text';
import type { Bench, Choice } from './useBench';

interface ControlsProps {
  bench: Bench;
  choice: Choice;
  onChoose(choice: Choice): void;
  /** Null until it is known. */
  hasGpu: boolean | null;
}

/** How much and on what, run and stop, and how far it is. */
export function BenchControls({ bench, choice, onChoose, hasGpu }: ControlsProps) {
  const words = useText().bench;
  const running = bench.state === 'running';
  const total = bench.cases.length;
  const done = bench.results.size;
  return (
    <div className="bench-controls">
      <Options
        label={words.amount.label}
        name="amount"
        options={[
          [words.amount.quick, choice.quick, () => onChoose({ ...choice, quick: true })],
          [words.amount.full, !choice.quick, () => onChoose({ ...choice, quick: false })],
        ]}
        disabled={running}
      />
      {hasGpu !== false && (
        <Options
          label={words.where.label}
          name="where"
          options={(['webgpu', 'cpu'] as const).map((device) => [
            words.where[device],
            choice.device === device,
            () => onChoose({ ...choice, device }),
          ])}
          disabled={running}
        />
      )}
      <div className="row">
        {running ? (
          <button type="button" className="solid" onClick={() => bench.stop()}>
            {words.stop}
          </button>
        ) : (
          <button
            type="button"
            className="solid"
            disabled={hasGpu === null}
            onClick={() => void bench.run(choice)}
          >
            {bench.state === 'none' ? words.run : words.again}
          </button>
        )}
        {running && (
          <>
            <progress aria-label={words.name} value={done} max={total} />
            <span className="num">{words.progress(done, total)}</span>
          </>
        )}
      </div>
      <small>{words.amount.about[choice.quick ? 'quick' : 'full']}</small>
    </div>
  );
}

interface OptionsProps {
  label: string;
  name: string;
  options: readonly (readonly [label: string, chosen: boolean, choose: () => void])[];
  disabled: boolean;
}

function Options({ label, name, options, disabled }: OptionsProps) {
  return (
    <fieldset className="choices" disabled={disabled}>
      <legend>{label}</legend>
      {options.map(([option, chosen, choose]) => (
        <label key={option}>
          <input type="radio" name={name} checked={chosen} onChange={choose} />
          <span>{option}</span>
        </label>
      ))}
    </fieldset>
  );
}
