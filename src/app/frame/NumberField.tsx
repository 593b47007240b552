import { useId, useState, type ReactNode } from 'react';
import type { Parsed } from './samplingFields';

interface NumberFieldProps {
  label: string;
  about: string;
  value: number;
  parse(typed: string): Parsed;
  onChange(value: number): void;
  /** Says that the last good value still holds. */
  kept(value: string): string;
  /** Says that a value chosen elsewhere stands in the box in place of what was typed. */
  instead(typed: string, value: string): string;
  /** A range beside the box, where dragging helps. */
  range?: { min: number; max: number; step: number };
  children?: ReactNode;
}

/**
 * A labelled number. What cannot be read stays in the box, with a kind word; the last good value holds. If the
 * reader then chooses a value by other means, the box shows that one, and the word says what it stands for.
 */
export function NumberField(props: NumberFieldProps) {
  const { label, about, value, parse, onChange, kept, instead, range, children } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [aside, setAside] = useState<string | null>(null);
  const parsed = typed === null ? null : parse(typed);
  const problem = parsed && 'problem' in parsed ? parsed.problem : null;
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    // Chosen elsewhere, while something unreadable stood here.
    if (problem !== null) {
      setAside(typed);
      setTyped(null);
    }
  }
  const note = problem
    ? `${problem} ${kept(String(value))}`
    : aside && instead(aside, String(value));
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="num"
        inputMode="decimal"
        autoComplete="off"
        value={typed ?? String(value)}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-about`}
        onChange={(e) => {
          const next = parse(e.target.value);
          setTyped(e.target.value);
          setAside(null);
          if ('value' in next) onChange(next.value);
        }}
        onBlur={() => problem === null && setTyped(null)}
      />
      {range && (
        <input
          type="range"
          aria-label={label}
          {...range}
          value={value}
          style={{ '--share': (value - range.min) / (range.max - range.min) }}
          onChange={(e) => {
            if (problem === null) setTyped(null);
            onChange(Number(e.target.value));
          }}
        />
      )}
      {children}
      <small id={`${id}-about`} role={problem ? 'alert' : undefined}>
        {note ?? about}
      </small>
    </div>
  );
}
