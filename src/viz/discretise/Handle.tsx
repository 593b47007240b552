import { useRef, type KeyboardEvent, type PointerEvent } from 'react';

export interface HandleProps {
  x: number;
  y: number;
  /** Accessible name, and the value as it is said. */
  label: string;
  text: string;
  now: number;
  min: number;
  max: number;
  /** The pointer has dragged it here, in px of the drawing. */
  onDrag(x: number, y: number): void;
  /** An arrow key: one step right or left, up or down; `large` with Shift. */
  onKey(right: number, up: number, large: boolean): void;
  /** Has been moved away from the model's own. */
  moved: boolean;
}

const ARROWS: Record<string, readonly [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** A point of a drawing that can be taken hold of: by mouse or finger, or by arrow keys as a slider. */
export function Handle({ x, y, label, text, now, min, max, onDrag, onKey, moved }: HandleProps) {
  const held = useRef(false);
  const move = (e: PointerEvent<SVGGElement>) => {
    const svg = e.currentTarget.ownerSVGElement;
    if (!held.current || !svg) return;
    const box = svg.getBoundingClientRect();
    // The page may be enlarged: px of the drawing are not px of the screen.
    const scale = box.width / svg.width.baseVal.value;
    onDrag((e.clientX - box.left) / scale, (e.clientY - box.top) / scale);
  };
  const key = (e: KeyboardEvent) => {
    const to = ARROWS[e.key];
    if (!to) return;
    e.preventDefault();
    e.stopPropagation();
    onKey(to[0], to[1], e.shiftKey);
  };
  return (
    <g
      className={moved ? 'dz-handle moved' : 'dz-handle'}
      transform={`translate(${x} ${y})`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuenow={now}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuetext={text}
      onKeyDown={key}
      onPointerDown={(e) => {
        held.current = true;
        e.currentTarget.setPointerCapture(e.pointerId);
        e.stopPropagation();
      }}
      onPointerMove={move}
      onPointerUp={() => (held.current = false)}
      onPointerCancel={() => (held.current = false)}
    >
      <circle className="reach" r={22} />
      <circle className="halo" r={13} />
      <circle className="knob" r={8} />
    </g>
  );
}
