import type { ReactNode } from 'react';

interface ReadoutProps {
  /** What it speaks of, in px of the positioned parent. */
  x: number;
  /** Lowest px of it; the line stands below, joined by a thin leader. */
  y: number;
  /** Where the line itself stands. */
  lineY: number;
  /** The line stays inside [left, right]. */
  left: number;
  right: number;
  children: ReactNode;
}

/** One raised line that names what is pointed at, without covering it. */
export function Readout({ x, y, lineY, left, right, children }: ReadoutProps) {
  // At the left end it hangs to the right, at the right end to the left: inside, however long it is.
  const share = Math.min(1, Math.max(0, (x - left) / Math.max(1, right - left)));
  return (
    <>
      <i className="leader" style={{ left: x, top: y, height: Math.max(0, lineY - y) }} />
      <div
        className="readout num"
        style={{ left: left + share * (right - left), top: lineY, translate: `${-share * 100}% 0` }}
      >
        {children}
      </div>
    </>
  );
}
