import { useMemo, useRef, type KeyboardEvent } from 'react';
import { columnSpans } from './columns';
import type { BlockView } from './derive';
import type { BlockLayout } from './layout';
import { PartRow } from './PartRow';
import { useRunningData } from './useRunningData';
import { usePlace } from './useView';
import { words as sceneWords } from './words';

/** Boxes along the data flow, one below the other, with the tensor that each makes beside it: an ordered list. */
export function Diagram({ view, layout }: { view: BlockView; layout: BlockLayout }) {
  const words = sceneWords.use();
  const place = usePlace();
  const list = useRef<HTMLOListElement>(null);
  useRunningData(list);
  const { model, layer } = view.numbers;
  const width = layout.strips.x1 - layout.strips.x0;
  const spansOf = useMemo(() => columnSpans(model, layer, width), [model, layer, width]);
  const keys = (e: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowUp: -1, ArrowDown: 1, Home: -Infinity, End: Infinity }[e.key];
    if (by === undefined || e.ctrlKey || e.metaKey || e.altKey) return;
    const nodes = [...(list.current?.querySelectorAll<HTMLElement>('button.node') ?? [])];
    const at = nodes.indexOf(e.target as HTMLElement);
    if (at < 0) return;
    nodes[Math.min(nodes.length - 1, Math.max(0, at + by))]?.focus();
    e.preventDefault();
    e.stopPropagation();
  };
  return (
    // The keys of its buttons come up to it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol
      ref={list}
      className={`parts ${layout.narrow ? 'narrow' : ''}`}
      aria-label={words.list}
      onKeyDown={keys}
      style={{ '--x0': `${layout.strips.x0}px` }}
    >
      {view.parts.map((item, index) => (
        <PartRow key={item.part.id} {...{ view, item, index, layout, place, spansOf, width }} />
      ))}
    </ol>
  );
}
