import { memo } from 'react';
import { markColour } from '../Sym';
import type { Span } from '../hover/geometry';

/** Thickest line between two states, in px: all of the state is kept. */
export const CHAIN_MOST = 7;

interface ChainProps {
  /** The states, from left to right. */
  spans: readonly Span[];
  /** How much of the state before goes over into this one, 0 … 1. */
  kept(token: number): number;
  x0: number;
  width: number;
  y: number;
  height: number;
}

/** What goes over from one state to the next: a line as thick as what is kept. */
export const Chain = memo(function Chain(props: ChainProps) {
  const { spans, kept, x0, width, y, height } = props;
  return (
    <svg className="chain" style={{ left: x0 }} width={width} height={height} aria-hidden="true">
      {spans.slice(1).map((span, i) => {
        const from = spans[i].x + spans[i].width - x0;
        const to = span.x - x0;
        const thick = Math.max(0.5, Math.min(1, kept(span.token)) * CHAIN_MOST);
        return (
          <line
            key={span.token}
            x1={from}
            x2={to}
            y1={y}
            y2={y}
            strokeWidth={thick}
            stroke={markColour('A')}
          />
        );
      })}
    </svg>
  );
});
