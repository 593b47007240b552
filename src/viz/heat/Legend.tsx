import type { ReactNode } from 'react';

interface LegendProps {
  kind: 'signed' | 'magnitude';
  low: string;
  high: string;
  name?: ReactNode;
}

/** A scale on one line: name, low end, ramp, high end; zero is ticked on the signed one. */
export function Legend({ kind, low, high, name }: LegendProps) {
  return (
    <span className="legend num">
      {name && <span className="what">{name}</span>}
      <span>{low}</span>
      <i className={`ramp ${kind}`} />
      <span>{high}</span>
    </span>
  );
}
