import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { TapeWindow } from './window';

interface MinimapProps {
  window: TapeWindow;
  total: number;
  cursor: number;
  label: string;
  /** Id of the tape it scrolls. */
  controls: string;
  /** Scrolls so that the window starts at this token. */
  onScroll(from: number): void;
}

/** The whole text as a line: where the window lies, where the cursor stands. Dragging scrolls. */
export function Minimap({ window, total, cursor, label, controls, onScroll }: MinimapProps) {
  const grip = useRef<number | null>(null);
  const size = window.to - window.from + 1;
  const share = (t: number) => `${(t / Math.max(1, total)) * 100}%`;
  const tokenAt = (e: PointerEvent<HTMLDivElement>) => {
    const box = e.currentTarget.getBoundingClientRect();
    return ((e.clientX - box.left) / box.width) * total;
  };
  const scroll = (from: number) =>
    onScroll(Math.round(Math.min(Math.max(0, total - size), Math.max(0, from))));
  const down = (e: PointerEvent<HTMLDivElement>) => {
    const at = tokenAt(e);
    const inside = at >= window.from && at <= window.to + 1;
    grip.current = inside ? at - window.from : size / 2;
    e.currentTarget.setPointerCapture(e.pointerId);
    if (!inside) scroll(at - size / 2);
  };
  const keys = (e: KeyboardEvent) => {
    const target: Record<string, number> = {
      ArrowLeft: window.from - 1,
      ArrowRight: window.from + 1,
      PageUp: window.from - size,
      PageDown: window.from + size,
      Home: 0,
      End: total,
    };
    if (target[e.key] === undefined) return;
    e.preventDefault();
    e.stopPropagation();
    scroll(target[e.key]);
  };
  return (
    <div
      className="minimap"
      role="scrollbar"
      tabIndex={0}
      aria-label={label}
      aria-controls={controls}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, total - size)}
      aria-valuenow={Math.min(window.from, Math.max(0, total - size))}
      onPointerDown={down}
      onPointerMove={(e) => grip.current !== null && scroll(tokenAt(e) - grip.current)}
      onPointerUp={() => {
        grip.current = null;
      }}
      onKeyDown={keys}
    >
      <i className="all" />
      <i className="view" style={{ left: share(window.from), width: share(size) }} />
      <i className="at" style={{ left: share(cursor + 0.5) }} />
    </div>
  );
}
