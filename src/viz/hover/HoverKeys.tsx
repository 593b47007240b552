import { memo, useEffect, useId, useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { sayFormula } from '../formula/formula';
import type { CellInfo, Cells } from './cells';
import { useHover, type HoverWords } from './HoverProvider';
import { shownCell } from './hub';

/** A cell in words: place, number, formula. */
export const sayCell = (info: CellInfo, words: HoverWords): string =>
  [
    info.place,
    sayFormula([info.term, ...(info.operands ? [{ op: '=' }, ...info.operands] : [])], words),
    info.note,
  ]
    .filter(Boolean)
    .join('. ');

/** The cell where the keyboard starts; null in an empty figure. */
function firstOf({ start, geometry }: Cells): number | null {
  return start !== undefined && geometry.boxOf(start) ? start : geometry.first;
}

/** So long after the last change a value is settled. */
const SETTLED_MS = 200;

function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

interface SpokenCellProps {
  name: string;
  cells: Cells;
  index: number;
  pinned: boolean;
}

/** The one cell that exists, in words. */
const SpokenCell = memo(function SpokenCell({ name, cells, index, pinned }: SpokenCellProps) {
  const { words } = useHover();
  const { row, column } = cells.geometry.position(index);
  const cellId = `${name}-${index}`;
  return (
    <div role="row" aria-rowindex={row + 1}>
      {/* Another cell is another element, so that it is announced. */}
      <span
        key={cellId}
        id={cellId}
        role="gridcell"
        tabIndex={-1}
        className="hidden"
        aria-colindex={column + 1}
        aria-selected={pinned}
      >
        {sayCell(cells.describe(index), words)}
      </span>
    </div>
  );
});

/**
 * A figure for the keyboard and for screen readers: one tab stop, a grid of which the one cell that is
 * pointed at exists. Arrows move it, Enter pins it, Enter again goes on to its operands, Escape lets go.
 */
export function HoverKeys({ cells }: { cells: Cells }) {
  const { hub, words } = useHover();
  const { id, geometry } = cells;
  const name = useId();
  const shown = useStore(hub.store, (s) => {
    const cell = shownCell(s);
    return cell?.figure === id ? cell.index : null;
  });
  const pinned = useStore(hub.store, (s) => s.pinned?.figure === id && s.pinned.index === shown);
  const index = shown ?? firstOf(cells);
  // Whoever is in this figure hears the cell at once; to all others it speaks of the word where the cursor rests.
  const settled = useSettled(cells);
  const spokenOf = shown === null ? settled : cells;
  const spokenIndex = shown ?? firstOf(spokenOf);
  if (index === null || spokenIndex === null) return null;
  const keys = (e: KeyboardEvent) => {
    if (e.ctrlKey || e.metaKey || e.altKey) return;
    const held = hub.store.getState().pinned;
    const next = geometry.walk(index, e.key, e.shiftKey);
    if (next !== null) {
      const ref = { figure: id, index: next };
      if (held && next !== index) hub.pin(ref);
      hub.point(ref);
    } else if (e.key === 'Enter') {
      if (!pinned || !hub.focusPanel('operand')) hub.pin({ figure: id, index });
      if (!pinned) cells.onSelect?.(index);
    } else if (e.key === 'Escape' && held) hub.pin(null);
    else return;
    e.preventDefault();
    e.stopPropagation();
  };
  const focus = (e: FocusEvent<HTMLElement>) => {
    if (e.currentTarget.matches(':focus-visible')) hub.point({ figure: id, index });
  };
  return (
    <div
      className="hover-keys"
      // Only the cell that is pointed at exists: a table would need them all.
      role="grid"
      tabIndex={0}
      aria-label={cells.label}
      aria-describedby={`${name}-keys`}
      aria-rowcount={geometry.rows}
      aria-colcount={geometry.columns}
      aria-activedescendant={`${name}-${spokenIndex}`}
      aria-readonly="true"
      onKeyDown={keys}
      onFocus={focus}
      onBlur={() => hub.point(null)}
    >
      <SpokenCell name={name} cells={spokenOf} index={spokenIndex} pinned={pinned} />
      <span id={`${name}-keys`} hidden>
        {words.keys}
      </span>
    </div>
  );
}
