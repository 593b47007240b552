import type { KeyboardEvent } from 'react';
import { percent } from '../format';

/** A next-token candidate as a row: the untouched model's chance beside the reader's. */
export interface CandidateRow {
  id: number;
  /** The token's own text. */
  token: string;
  /** As it is written: trimmed, newline as an arrow, a hyphen before what joins on to the last word. */
  word: string;
  yours: number;
  /** Null if the untouched model's chance is not known. */
  before: number | null;
  /** True for the word that really came next. */
  came: boolean;
}

interface CandidateListProps {
  rows: readonly CandidateRow[];
  /** Probability of all other words. */
  others: { yours: number; before: number | null };
  /** True while something is turned, so that there are two models to compare. */
  compare: boolean;
  /** The candidate that the formula speaks of. */
  chosen: number | null;
  onChoose(id: number): void;
  onHover(id: number | null): void;
  text: {
    label: string;
    before: string;
    yours: string;
    alone: string;
    others: string;
    came: string;
    describe(row: CandidateRow): string;
  };
}

/** Bars hang beneath the place of the next word: hollow = before, solid = now. One fixed scale, 0 to 1. */
export function CandidateList(props: CandidateListProps) {
  const { rows, others, compare, chosen, onChoose, onHover, text } = props;
  const walk = (e: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (!by) return;
    e.preventDefault();
    e.stopPropagation();
    const at = rows.findIndex((r) => r.id === chosen) + by;
    if (rows[at]) onChoose(rows[at].id);
  };
  return (
    <div className={`candidates num ${compare ? 'compare' : ''}`}>
      <div className="row head" aria-hidden="true">
        {compare && <span className="before">{text.before}</span>}
        <span className="yours">{compare ? text.yours : text.alone}</span>
      </div>
      <div
        // A select cannot hold bars.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        tabIndex={0}
        aria-label={text.label}
        aria-activedescendant={chosen === null ? undefined : `candidate-${chosen}`}
        onKeyDown={walk}
        onPointerLeave={() => onHover(null)}
      >
        {rows.map((row) => (
          <div
            key={row.id}
            id={`candidate-${row.id}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
            role="option"
            aria-selected={row.id === chosen}
            aria-label={text.describe(row)}
            className={`row ${row.came ? 'came' : ''}`}
            onPointerEnter={() => onHover(row.id)}
            onPointerDown={() => onChoose(row.id)}
          >
            <span className="name">{row.word}</span>
            <span className="bars">
              {compare && row.before !== null && <i className="was" style={bar(row.before)} />}
              <i className="is" style={bar(row.yours)} />
              {row.came && <em>{text.came}</em>}
            </span>
            {compare && (
              <span className="before">{row.before === null ? '·' : percent(row.before)}</span>
            )}
            <span className="yours">{percent(row.yours)}</span>
          </div>
        ))}
      </div>
      <div className="row others">
        <span className="name">{text.others}</span>
        <span className="bars" />
        {compare && (
          <span className="before">{others.before === null ? '·' : percent(others.before)}</span>
        )}
        <span className="yours">{percent(others.yours)}</span>
      </div>
    </div>
  );
}

const bar = (p: number) => ({ width: `max(1px, ${(p * 100).toFixed(2)}%)` });
