import { memo, type PointerEvent, type WheelEvent } from 'react';
import { columnAt, type Column } from './columns';

interface TapeProps {
  /** Id of the element, named by whatever scrolls it. */
  id: string;
  columns: readonly Column[];
  cursor: number;
  /** Changes when everything is laid out anew: the cursor's mark is then a new one, which does not slide. */
  laidOut: string;
  /** Number of tokens in the whole text. */
  total: number;
  /** First token that the model wrote itself; earlier ones are the reader's. */
  ownFrom: number;
  /** CSS colour of the strip under a word. A new function renders every word again, as does a new `name`. */
  tint(token: number): string;
  /** What a screen reader says of a word. */
  name(token: number): string;
  label: string;
  onSelect(token: number): void;
  onScroll(tokens: number): void;
}

/** Running text, one column a token. The cursor's word is the one solid thing on it. */
export function Tape(props: TapeProps) {
  const { id, columns, cursor, laidOut, total, ownFrom, tint, name, label, onSelect, onScroll } =
    props;
  const at = columns.find((c) => c.token === cursor);
  const select = (e: PointerEvent<HTMLDivElement>) => {
    const box = e.currentTarget.getBoundingClientRect();
    const x = ((e.clientX - box.left) / box.width) * e.currentTarget.clientWidth;
    const column = columnAt(columns, x);
    if (column) onSelect(column.token);
  };
  const wheel = (e: WheelEvent) => {
    const by = Math.abs(e.deltaX) > Math.abs(e.deltaY) ? e.deltaX : 0;
    if (by) onScroll(Math.sign(by) * Math.max(1, Math.round(Math.abs(by) / 40)));
  };
  return (
    <div
      id={id}
      className="words"
      // A select cannot be laid out as running text.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-activedescendant={at ? `${id}-${cursor}` : undefined}
      onPointerDown={select}
      onWheel={wheel}
    >
      {at && <i key={laidOut} className="tab" style={{ left: at.x - 1, width: at.width + 1 }} />}
      {columns.map((c) => (
        <Word
          key={c.token}
          id={`${id}-${c.token}`}
          column={c}
          selected={c.token === cursor}
          own={c.token >= ownFrom}
          {...{ total, tint, name }}
        />
      ))}
    </div>
  );
}

interface WordProps extends Pick<TapeProps, 'id' | 'total' | 'tint' | 'name'> {
  column: Column;
  selected: boolean;
  own: boolean;
}

/** One word. A step of the cursor renders two of them again: the one that it leaves and the one that it comes to. */
const Word = memo(function Word({ id, column: c, selected, own, total, tint, name }: WordProps) {
  return (
    <span
      id={id}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="option"
      aria-selected={selected}
      aria-posinset={c.token + 1}
      aria-setsize={total}
      aria-label={name(c.token)}
      className={`word ${c.word.kind} ${own ? 'own' : 'prompt'}`}
      style={{ left: c.x, width: c.width }}
    >
      <span
        className="glyphs"
        // On the tab the word is bold, and as a whole in the middle of it.
        style={
          selected ? undefined : { left: c.textX - c.x, width: c.textWidth, textAlign: c.lean }
        }
      >
        {c.word.text}
      </span>
      <i className="tint" style={{ background: tint(c.token) }} />
    </span>
  );
});
