import { memo } from 'react';
import type { Column } from '../tape/columns';
import { toY, type LaneScale } from './Axis';

interface BarsProps {
  columns: readonly Column[];
  scale: LaneScale;
  value(token: number): number;
  colour: string;
  width?: number;
}

/** One bar a word. A value beyond the scale wears a cap above its bar. The same `value` is the same picture. */
export const Bars = memo(function Bars({ columns, scale, value, colour, width = 8 }: BarsProps) {
  return (
    <g fill={colour}>
      {columns.map((c) => {
        const v = value(c.token);
        const y = toY(scale, v);
        const x = c.centre - width / 2;
        return (
          <g key={c.token}>
            <rect x={x} y={y} width={width} height={Math.max(0, scale.zero - y)} rx={1} />
            {v > scale.max && <path d={`M${x} ${y - 2.5}l${width / 2} -4l${width / 2} 4z`} />}
          </g>
        );
      })}
    </g>
  );
});
