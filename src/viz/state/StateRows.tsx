import type { CSSProperties } from 'react';
import { markColour } from '../Sym';

/** One number of a state in one step: what was there, what is left of it, what the word writes. */
export interface StateRow {
  previous: number;
  kept: number;
  written: number;
  /** Half-life in tokens at this step. */
  halfLife: number;
}

interface StateRowsProps {
  rows: readonly StateRow[];
  /** Ends of the bars' scale, ±max. */
  max: number;
  /** Ends of the logarithmic scale of half-lives, in tokens. */
  lives: { from: number; to: number };
  selected: number;
  x0: number;
  width: number;
  height: number;
  /** Height of the heads above the rows. */
  head: number;
  words: { step: string; lives: string; summary: string };
  /** Names the step: another one that moves is drawn anew. */
  step: string;
  /** True if the reader stepped on by one word: then it fades first, and is written second. */
  moves: boolean;
}

/** Width shared by the two pictures, and the gap between them. */
const SPLIT = 0.56;
const GAP = 18;

const within = (v: number): number => Math.min(1, Math.max(-1, v));

/**
 * A row a number: from zero what is left of it (solid), and on its end what the word adds (hollow). Beside it, how long
 * it remembers, on a logarithmic scale. Rows stand beside those of a heat map of the same height.
 */
export function StateRows(props: StateRowsProps) {
  const { rows, max, lives, selected, x0, width, height, head, words, step, moves } = props;
  const left = (width - GAP) * SPLIT;
  const right = width - GAP - left;
  const pitch = height / rows.length;
  const thick = Math.max(1, Math.min(7, pitch * 0.62));
  const half = left / 2;
  const x = (v: number) => half + within(v / max) * (half - 2);
  const log = (v: number) =>
    Math.min(1, Math.max(0, Math.log(v / lives.from) / Math.log(lives.to / lives.from))) * right;
  const ticks = decades(lives.from, lives.to);
  const origin = left + GAP;
  return (
    <svg
      className="state-rows"
      style={{ left: x0 }}
      width={width}
      height={height + head}
      role="img"
      aria-label={words.summary}
    >
      <text className="unit" x={0} y={12}>
        {words.step}
      </text>
      <text className="unit" x={origin} y={12}>
        {words.lives}
      </text>
      <g transform={`translate(0 ${head})`}>
        <line className="base" x1={half} x2={half} y1={0} y2={height} />
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              className="grid"
              x1={origin + log(tick)}
              x2={origin + log(tick)}
              y1={0}
              y2={height}
            />
            <text className="tick" x={origin + log(tick)} y={-5} textAnchor="middle">
              {tick >= 1000 ? `${tick / 1000}k` : tick}
            </text>
          </g>
        ))}
        <g key={moves ? step : 'still'} className={moves ? 'moves' : ''}>
          {rows.map((row, n) => {
            const y = (n + 0.5) * pitch - thick / 2;
            const end = row.kept + row.written;
            const on = n === selected ? 'on' : '';
            // The fading bar begins as long as it was before the word.
            const from = row.kept === 0 ? 1 : Math.min(60, Math.abs(row.previous / row.kept));
            return (
              // A state's numbers have no other name than their place.
              // oxlint-disable-next-line react/no-array-index-key
              <g key={n} className={on}>
                <rect
                  className="kept"
                  {...span(half, x(row.kept))}
                  y={y}
                  height={thick}
                  fill={markColour('h')}
                  style={{ '--from': from, transformOrigin: `${half}px 0` } as CSSProperties}
                />
                <rect
                  className="written"
                  {...span(x(row.kept), x(end))}
                  y={y + (pitch >= 5 ? 0.5 : 0)}
                  height={Math.max(1, thick - 1)}
                  fill={pitch >= 5 ? 'var(--paper)' : markColour('x')}
                  stroke={pitch >= 5 ? markColour('x') : 'none'}
                />
                <rect className="now" x={x(end) - 0.75} width={1.5} y={y} height={thick} />
                <rect
                  className="life"
                  x={origin}
                  width={Math.max(1, log(row.halfLife))}
                  y={y}
                  height={thick}
                  fill={markColour('A')}
                />
              </g>
            );
          })}
        </g>
      </g>
    </svg>
  );
}

const span = (a: number, b: number) => ({ x: Math.min(a, b), width: Math.abs(b - a) });

/** Powers of ten within a range. */
function decades(from: number, to: number): number[] {
  const out: number[] = [];
  // Every second one: their numbers must not touch.
  for (let p = Math.ceil(Math.log10(from)); p <= Math.floor(Math.log10(to)); p += 2)
    out.push(Number((10 ** p).toPrecision(1)));
  return out;
}
