import { memo } from 'react';
import type { Column } from '../tape/columns';
import { toY, type LaneScale } from './Axis';

interface StemsProps {
  columns: readonly Column[];
  scale: LaneScale;
  /** Magnitude at a token, null where there is none. */
  value(token: number): number | null;
  cursor: number;
  /** CSS colour, if the stems show a symbol: its mark. Then the cursor's own stem keeps it. */
  colour?: string;
}

/** One stem a word. A value beyond the scale ends in a chevron instead of a head. */
export function Stems({ columns, scale, value, cursor, colour }: StemsProps) {
  return (
    <g className={`stems ${colour ? 'hued' : ''}`} style={{ '--stem': colour }}>
      {columns.map((c) => {
        const v = value(c.token);
        if (v === null) return null;
        const y = toY(scale, v);
        return (
          <Stem
            key={c.token}
            x={c.centre}
            y={y}
            zero={scale.zero}
            beyond={v > scale.max}
            on={c.token === cursor}
          />
        );
      })}
    </g>
  );
}

interface StemProps {
  x: number;
  y: number;
  zero: number;
  beyond: boolean;
  on: boolean;
}

/** One of them. A step of the cursor renders two again. */
const Stem = memo(function Stem({ x, y, zero, beyond, on }: StemProps) {
  return (
    <g className={on ? 'on' : ''}>
      <line x1={x} x2={x} y1={zero} y2={y} />
      {beyond ? <path d={`M${x - 4} ${y + 3}l4 -5l4 5`} /> : <circle cx={x} cy={y} r={3.4} />}
    </g>
  );
});
