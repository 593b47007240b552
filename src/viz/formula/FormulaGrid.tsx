import { useCallback, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useHover } from '../hover/HoverProvider';
import { sameCell, shownCell } from '../hover/hub';
import { symbolClass } from '../Sym';
import { Tex } from '../Tex';
import { isTerm, sayFormula, sayTerm, termTex, written } from './formula';
import type { FormulaPart, Operator, Term } from './formula';

interface FormulaGridProps {
  /** Above it: word, layer, channel, state. */
  place: ReactNode;
  /** The whole equation: what it gives, `=`, and the rest. */
  parts: readonly FormulaPart[];
  /** Names of the two rows of numbers while something is turned. */
  rows: { before: string; yours: string };
}

const isTurned = (part: FormulaPart): boolean =>
  isTerm(part) && part.before !== undefined && part.before !== null;

/**
 * A formula with its live numbers: symbols above, numbers below, column by column in the same hue. The
 * columns do not move when numbers change. Pointing at a symbol lights its lane and shows its cell there.
 */
export function FormulaGrid({ place, parts, rows }: FormulaGridProps) {
  const { words } = useHover();
  const turned = parts.some(isTurned);
  return (
    <div className="formula-grid">
      <p className="formula-place">{place}</p>
      <div
        className={`formula-columns num ${turned ? 'turned' : ''}`}
        role="group"
        aria-label={sayFormula(parts, words)}
      >
        {parts.map((part, i) =>
          isTerm(part) ? (
            // A formula's parts have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            <TermColumn key={i} term={part} turned={turned} />
          ) : (
            // oxlint-disable-next-line react/no-array-index-key
            <OperatorColumn key={i} part={part} turned={turned} />
          ),
        )}
        {turned && (
          <span className="formula-rows" aria-hidden="true">
            <span className="before">{rows.before}</span>
            <span className="yours">{rows.yours}</span>
          </span>
        )}
      </div>
    </div>
  );
}

function OperatorColumn({ part, turned }: { part: Operator; turned: boolean }) {
  const below = <span className="number">{part.op}</span>;
  return (
    <span className="formula-column operator" aria-hidden="true">
      <span className="symbol">
        <Tex tex={part.tex ?? part.op.replace('−', '-')} />
      </span>
      {turned && below}
      {below}
    </span>
  );
}

function TermColumn({ term, turned }: { term: Term; turned: boolean }) {
  const { hub, words } = useHover();
  const { symbol, value, before, digits, source } = term;
  const lane = source?.figure ?? symbol;
  // Pointed at itself, or its lane is.
  const lit = useStore(hub.store, (s) =>
    source ? sameCell(shownCell(s), source) : lane !== undefined && s.lit === lane,
  );
  const over = useCallback(() => {
    hub.light(lane ?? null);
    hub.point(source ?? null);
  }, [hub, lane, source]);
  const out = () => {
    hub.light(null);
    hub.point(null);
  };
  const changed =
    before !== undefined && before !== null && written(before, digits) !== written(value, digits);
  return (
    <button
      type="button"
      // The raised line stays when this is pressed, as with a cell of a figure.
      data-hover="formula"
      className={`formula-column term ${lit ? 'lit' : ''} ${symbol ? symbolClass(symbol) : ''}`}
      aria-label={sayTerm(term, words)}
      aria-disabled={source ? undefined : true}
      onPointerEnter={over}
      onPointerLeave={out}
      onFocus={(e) => e.currentTarget.matches(':focus-visible') && over()}
      onBlur={out}
      onClick={() => source && hub.inSight(source) && hub.pin(source)}
    >
      <span className="symbol">
        <Tex tex={termTex(term)} />
      </span>
      {turned && <span className="number before">{changed ? written(before, digits) : ''}</span>}
      <span className={`number ${changed ? 'yours' : ''}`}>{written(value, digits)}</span>
    </button>
  );
}
