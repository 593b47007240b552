import { useId } from 'react';
import { factor } from '../format';
import { Sym, type SymbolName } from '../Sym';
import { keyStep, MAX_DOUBLINGS, MIN_DOUBLINGS, SMALL_STEP } from './logScale';
import { toDoublings, toFactor, toPosition } from './logScale';

interface FactorSliderProps {
  symbol: SymbolName;
  /** Accessible name, e.g. “Δ times”. */
  label: string;
  value: number;
  /** What less and more of it do, in a word each. */
  ends?: { less: string; more: string };
  onChange(value: number): void;
}

const TICKS = [0, 0.25, 0.5, 0.75, 1];
const LABELS = [
  { at: 0, text: '1/16' },
  { at: 0.5, text: '1' },
  { at: 1, text: '16' },
];

const share = (position: number): string => `${position * 100}%`;

/**
 * A factor on a symbol, 1/16 … 16. A native range input, invisible, does the work; the drawing under
 * it shows where the untouched model stands (hollow ring) and how far the reader has turned it (red).
 */
export function FactorSlider({ symbol, label, value, ends, onChange }: FactorSliderProps) {
  const id = useId();
  const at = toDoublings(value);
  const moved = at !== 0;
  const position = toPosition(at);
  return (
    <div className={`slider ${moved ? 'moved' : ''}`}>
      <span className="letter" aria-hidden="true">
        <Sym name={symbol} /> <small>×</small>
      </span>
      <div className="track">
        {TICKS.map((t) => (
          <i key={t} className="tick" style={{ left: share(t) }} />
        ))}
        {LABELS.map((l) => (
          <span key={l.at} className="mark num" style={{ left: share(l.at) }}>
            {l.text}
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
                left: share(Math.min(0.5, position)),
                width: share(Math.abs(position - 0.5)),
              }}
            />
            <i className="was" />
          </>
        )}
        <input
          type="range"
          aria-label={label}
          aria-describedby={ends && id}
          aria-valuetext={`×${factor(toFactor(at))}`}
          min={MIN_DOUBLINGS}
          max={MAX_DOUBLINGS}
          step={SMALL_STEP}
          value={at}
          onChange={(e) => onChange(toFactor(Number(e.target.value)))}
          onDoubleClick={() => onChange(1)}
          onKeyDown={(e) => {
            const next = keyStep(e.key, e.shiftKey, at);
            if (next === null) return;
            e.preventDefault();
            e.stopPropagation();
            onChange(toFactor(next));
          }}
        />
        <i className="knob" style={{ left: share(position) }} />
      </div>
      <output className="value num" aria-hidden="true">
        {factor(toFactor(at))}
      </output>
    </div>
  );
}
