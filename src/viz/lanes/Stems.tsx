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
        const on = c.token === cursor ? 'on' : '';
        return (
          <g key={c.token} className={on}>
            <line x1={c.centre} x2={c.centre} y1={scale.zero} y2={y} />
            {v > scale.max ? (
              <path d={`M${c.centre - 4} ${y + 3}l4 -5l4 5`} />
            ) : (
              <circle cx={c.centre} cy={y} r={3.4} />
            )}
          </g>
        );
      })}
    </g>
  );
}
