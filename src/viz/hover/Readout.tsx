import type { KeyboardEvent, Ref } from 'react';
import {
  formulaNumbers,
  formulaTex,
  isTerm,
  sayTerm,
  written,
  type Term,
} from '../formula/formula';
import { symbolClass } from '../Sym';
import { Tex } from '../Tex';
import type { CellInfo } from './cells';
import { sayCell } from './HoverKeys';
import { useHover } from './HoverProvider';

/** A number, and what it was before the reader turned something. */
function Value({ term }: { term: Term }) {
  const { value, before, digits } = term;
  const turned = before !== undefined && before !== null;
  return (
    <span className="hover-value">
      {turned && `${written(before, digits)} → `}
      <b className={turned ? 'yours' : ''}>{written(value, digits)}</b>
    </span>
  );
}

const hue = (term: Term): string => (term.symbol ? symbolClass(term.symbol) : '');

interface ReadoutProps {
  ref: Ref<HTMLDivElement>;
  info: CellInfo;
  pinned: boolean;
}

/**
 * One raised line: place, symbol, value, formula with the operands filled in. Pinned, it unfolds: every
 * operand on a line of its own, with its own formula, and leads on to the cell that it came from.
 */
export function Readout({ ref, info, pinned }: ReadoutProps) {
  const { hub, words } = useHover();
  const { place, term, operands, note } = info;
  const keys = (e: KeyboardEvent) => {
    if (e.key !== 'Escape') return;
    hub.leavePanel();
    e.stopPropagation();
  };
  return (
    // The keys of its buttons come up to it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={ref}
      className={`hover-readout num ${pinned ? 'pinned' : ''}`}
      // While it only follows the pointer, the figure's own grid says the same.
      aria-hidden={!pinned}
      role="group"
      tabIndex={-1}
      aria-label={sayCell(info, words)}
      onKeyDown={keys}
    >
      <div className="hover-line">
        <span className="hover-place">{place}</span>
        <span className="hover-what">
          <Tex tex={formulaTex([term])} /> <Value term={term} />
        </span>
        {operands && (
          <span className="hover-formula">
            = <Tex tex={formulaTex(operands)} /> = <span>{formulaNumbers(operands)}</span>
          </span>
        )}
        {note && <span className="hover-note">{note}</span>}
      </div>
      {pinned && operands && (
        <ul aria-label={words.operands}>
          {operands.filter(isTerm).map((operand) => (
            <Operand key={operand.tex} term={operand} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** One operand: symbol, number, place, and how it came about itself. */
function Operand({ term }: { term: Term }) {
  const { hub, words } = useHover();
  const { source } = term;
  const info = source && hub.describe(source);
  const line = (
    <>
      <span className={hue(term)}>
        <Tex tex={formulaTex([term])} />
      </span>
      <Value term={term} />
      <span className="hover-from">
        {info ? info.place : term.say}
        {info?.operands && (
          <span className="hover-formula">
            {' '}
            = <Tex tex={formulaTex(info.operands)} /> = {formulaNumbers(info.operands)}
          </span>
        )}
      </span>
    </>
  );
  return (
    <li>
      {source && info && hub.inSight(source) ? (
        <button
          type="button"
          aria-label={[sayTerm(term, words), info.place].join(', ')}
          onClick={(e) => {
            hub.pin(source);
            // This button goes with its formula: the keyboard (no clicks counted) stays on the raised line.
            if (e.detail === 0) hub.focusPanel('line');
          }}
        >
          {line}
        </button>
      ) : (
        <div>{line}</div>
      )}
    </li>
  );
}
