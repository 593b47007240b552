import type { Column } from '../tape/columns';

const RAIL = 1.5;

/**
 * One moment of the model: a wash and two hairlines that fall from a word through every lane. Placed
 * by transforms, so that it can slide from word to word.
 */
export function Slot({ column, y1, y2 }: { column: Column; y1: number; y2: number }) {
  const { x, width } = column;
  const box = { y: y1, height: Math.max(0, y2 - y1) };
  const rail = (at: number) => ({ transform: `translateX(${at - 0.5 - RAIL / 2}px)` });
  return (
    <g className="slot">
      <rect
        className="wash"
        width={1}
        {...box}
        style={{ transform: `translateX(${x - 1}px) scaleX(${width + 1})` }}
      />
      <rect className="rail" width={RAIL} {...box} style={rail(x)} />
      <rect className="rail" width={RAIL} {...box} style={rail(x + width)} />
    </g>
  );
}
