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
  /** A range beside the box, where dragging helps. */
  range?: { min: number; max: number; step: number };
  children?: ReactNode;
}

/** A labelled number. What cannot be read stays in the box, with a kind word; the last good value holds. */
export function NumberField(props: NumberFieldProps) {
  const { label, about, value, parse, onChange, kept, range, children } = props;
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null ? null : parse(typed);
  const problem = parsed && 'problem' in parsed ? parsed.problem : null;
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
          onChange={(e) => {
            setTyped(null);
            onChange(Number(e.target.value));
          }}
        />
      )}
      {children}
      <small id={`${id}-about`} role={problem ? 'alert' : undefined}>
        {problem ? `${problem} ${kept(String(value))}` : about}
      </small>
    </div>
  );
}
