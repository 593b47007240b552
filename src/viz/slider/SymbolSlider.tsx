import { useId, type ReactNode } from 'react';
import { Sym, type SymbolName } from '../Sym';
import { keyStep, nearestUnit, toPosition, type SliderScale } from './scale';

export interface SymbolSliderProps {
  /** A letter with a hue; or one without, as `letter`. */
  symbol?: SymbolName;
  letter?: ReactNode;
  /** Stands after the letter: “×”. */
  after?: ReactNode;
  /** Accessible name, e.g. “Δ times”. */
  label: string;
  /** In the slider's values, not its units. */
  value: number;
  scale: SliderScale;
  /** Where the untouched model stands: a hollow ring stays there, and a double click returns to it. */
  origin?: number;
  ticks: readonly number[];
  marks: readonly { value: number; text: string }[];
  /** What less and more of it do, in a word each. */
  ends?: { less: string; more: string };
  /** The number as it is written, and as it is said if that is something else. */
  format(value: number): string;
  say?(value: number): string;
  onChange(value: number): void;
}

const share = (position: number): string => `${position * 100}%`;

/**
 * A slider for a symbol. A native range input, invisible, does the work; the drawing under it shows where the
 * untouched model stands (hollow ring) and how far the reader has turned it (red).
 */
export function SymbolSlider(props: SymbolSliderProps) {
  const { symbol, letter, after, label, value, scale, origin, ticks, marks, ends, format, say } =
    props;
  const { onChange } = props;
  const id = useId();
  const at = nearestUnit(scale, value);
  const from = origin === undefined ? at : nearestUnit(scale, origin);
  const moved = at !== from;
  const position = toPosition(scale, scale.toValue(at));
  const start = toPosition(scale, scale.toValue(from));
  const set = (unit: number) =>
    onChange(unit === from && origin !== undefined ? origin : scale.toValue(unit));
  return (
    <div className={`slider ${moved ? 'moved' : ''}`}>
      <span className="letter" aria-hidden="true">
        {symbol ? <Sym name={symbol} /> : letter} <small>{after}</small>
      </span>
      <div className="track">
        {ticks.map((t) => (
          <i key={t} className="tick" style={{ left: share(toPosition(scale, t)) }} />
        ))}
        {marks.map((m) => (
          <span
            key={m.value}
            className="mark num"
            style={{ left: share(toPosition(scale, m.value)) }}
          >
            {m.text}
          </span>
        ))}
        {ends && (
          <span id={id}>
            <span className="mark end" style={{ left: '25%' }}>
              {ends.less}
            </span>
            <span className="hidden"> ← → </span>
            <span className="mark end" style={{ left: '75%' }}>
              {ends.more}
            </span>
          </span>
        )}
        {moved && (
          <>
            <i
              className="fill"
              style={{
                left: share(Math.min(start, position)),
                width: share(Math.abs(position - start)),
              }}
            />
            <i className="was" style={{ left: share(start) }} />
          </>
        )}
        <input
          type="range"
          aria-label={label}
          aria-describedby={ends && id}
          aria-valuetext={(say ?? format)(value)}
          min={scale.min}
          max={scale.max}
          step={scale.step}
          value={at}
          onChange={(e) => set(Number(e.target.value))}
          onDoubleClick={() => origin !== undefined && onChange(origin)}
          onKeyDown={(e) => {
            const next = keyStep(scale, e.key, e.shiftKey, at);
            if (next === null) return;
            e.preventDefault();
            e.stopPropagation();
            set(next);
          }}
        />
        <i className="knob" style={{ left: share(position) }} />
      </div>
      <output className="value num" aria-hidden="true">
        {format(value)}
      </output>
    </div>
  );
}
