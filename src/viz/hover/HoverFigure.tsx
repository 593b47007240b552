import {
  useLayoutEffect,
  useRef,
  type CSSProperties,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import type { Cells } from './cells';
import { HoverKeys } from './HoverKeys';
import { useHover } from './HoverProvider';

interface HoverFigureProps {
  cells: Cells;
  className?: string;
  style?: CSSProperties;
  children: ReactNode;
}

/**
 * Makes a drawing answer: pointing at a cell, walking to it with the keyboard or tapping it shows its
 * number and where it came from. The drawing itself is never rendered anew for that.
 */
export function HoverFigure({ cells, className = '', style, children }: HoverFigureProps) {
  const { hub } = useHover();
  const element = useRef<HTMLDivElement>(null);
  const { id } = cells;
  useLayoutEffect(() => {
    if (element.current) hub.set({ cells, element: element.current });
  }, [hub, cells]);
  useLayoutEffect(() => () => hub.remove(id), [hub, id]);
  const cellAt = (e: MouseEvent<HTMLDivElement>) => {
    const box = e.currentTarget.getBoundingClientRect();
    // Fractions of the box survive zoom; px would not.
    const x = ((e.clientX - box.left) / box.width) * e.currentTarget.offsetWidth;
    const y = ((e.clientY - box.top) / box.height) * e.currentTarget.offsetHeight;
    const index = cells.geometry.at(x, y);
    return index === null ? null : { figure: id, index };
  };
  const move = (e: PointerEvent<HTMLDivElement>) => {
    // A finger that moves is scrolling; a tap pins.
    if (e.pointerType !== 'touch') hub.point(cellAt(e));
  };
  const click = (e: MouseEvent<HTMLDivElement>) => {
    const ref = cellAt(e);
    hub.pin(ref);
    if (ref) cells.onSelect?.(ref.index);
  };
  return (
    // The keyboard's way in is the grid within.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      ref={element}
      className={`hover-figure ${className}`}
      style={style}
      data-hover={id}
      onPointerMove={move}
      onPointerLeave={() => hub.point(null)}
      onClick={click}
    >
      {children}
      <HoverKeys cells={cells} />
    </div>
  );
}
