import { useMemo, useState } from 'react';
import { fixed } from '../../viz/format';
import type { FormulaPart } from '../../viz/formula/formula';
import { HeatLane } from '../../viz/heat/HeatLane';
import { Legend } from '../../viz/heat/Legend';
import {
  extremes,
  legendOf,
  RELATIVE_LEGEND,
  RELATIVE_SCALE,
  relativeToMedian,
  rowMedians,
  type HeatScale,
} from '../../viz/heat/scale';
import type { CellInfo } from '../../viz/hover/cells';
import { cellIndex } from '../../viz/hover/geometry';
import { HoverStage } from '../../viz/hover/HoverStage';
import { textWidth, useFontsVersion } from '../../viz/measure';
import { Sym } from '../../viz/Sym';
import { layColumns, naturalWidth } from '../../viz/tape/columns';
import { windowStartingAt } from '../../viz/tape/window';
import { toWord } from '../../viz/tape/words';
import { useSize } from '../../viz/useSize';
import { geometry } from '../frame/geometry';
import type { GalleryData } from './data';

const DELTA: HeatScale = { kind: 'magnitude', max: 0.3 };
const BC: HeatScale = { kind: 'signed', max: 6 };
const H: HeatScale = { kind: 'signed', max: 0.3 };
const CHANNELS = 46;

/** Heat maps of Δ, B, C and h under the words, and everything that pointing at them tells. */
export function Lanes({ data }: { data: GalleryData }) {
  const { tokens, delta, B, C, x, A, E, N } = data;
  const [ref, { width }] = useSize<HTMLDivElement>();
  const [at, setAt] = useState({ token: 14, channel: 22, state: 0 });
  const [relative, setRelative] = useState(false);
  const fonts = useFontsVersion();
  const g = geometry(width);
  const columns = useMemo(() => {
    const font = `500 ${g.fontSize}px "Inter Variable", Inter, system-ui, sans-serif`;
    const words = tokens.map((t) => {
      const word = toWord(t);
      return { ...word, width: fonts < 0 ? 0 : textWidth(word.text, font) };
    });
    const widths = words.map((w, i) => naturalWidth(w, words[i + 1], false));
    const { from, to } = windowStartingAt(widths, 8, g.right - g.x0);
    return layColumns(words, from, to, g.x0, g.right - g.x0);
  }, [tokens, g.fontSize, g.right, g.x0, fonts]);
  const stride = Math.floor(E / CHANNELS);
  const deltaAt = useMemo(() => {
    const value = (row: number, t: number) => delta[t * E + row * stride];
    if (!relative) return value;
    return relativeToMedian(value, rowMedians(CHANNELS, tokens.length, value));
  }, [delta, E, stride, relative, tokens.length]);
  const channel = at.channel * stride;
  const values = useMemo(() => {
    const [before, yours] = [data.state(channel, 1), data.state(channel, 16)];
    const rows = (a: Float32Array) => (n: number, t: number) => a[t * N + n];
    return { B: rows(B), C: rows(C), before: rows(before), yours: rows(yours) };
  }, [data, B, C, N, channel]);
  const place = (t: number, rest: string) => `“${tokens[t].trim()}”, word ${t + 1}, ${rest}`;
  const deltaTerm = (t: number) => ({
    tex: '\\Delta_t',
    symbol: 'Delta' as const,
    value: delta[t * E + channel],
    say: 'delta',
    source: { figure: 'delta', index: cellIndex(CHANNELS, at.channel, t) },
  });
  const line = (symbol: 'B' | 'C') => (n: number, t: number) => ({
    place: place(t, `state ${n}`),
    term: { tex: `${symbol}_t`, symbol, value: values[symbol](n, t), say: symbol },
  });
  const h =
    (run: 'before' | 'yours') =>
    (n: number, t: number): CellInfo => {
      const a = Math.exp(delta[t * E + channel] * A[channel * N + n] * 16);
      const operands: FormulaPart[] = [
        { tex: '\\bar A', symbol: 'A', value: a, say: 'A bar' },
        {
          tex: 'h_{t-1}',
          symbol: 'h',
          value: t ? values.yours(n, t - 1) : 0,
          say: 'h of the word before',
          source: t ? { figure: 'yours', index: cellIndex(N, n, t - 1) } : undefined,
        },
        { op: '+' },
        deltaTerm(t),
        {
          tex: 'B_t',
          symbol: 'B',
          value: values.B(n, t),
          say: 'B',
          source: { figure: 'B', index: cellIndex(N, n, t) },
        },
        { tex: 'x_t', symbol: 'x', value: x[t * E + channel], say: 'x' },
      ];
      return {
        place: place(t, `state ${n}`),
        term: {
          tex: 'h_t',
          symbol: 'h',
          value: values.yours(n, t),
          before: values.before(n, t),
          say: 'h',
        },
        operands,
        also: [{ figure: run === 'yours' ? 'before' : 'yours', index: cellIndex(N, n, t) }],
      };
    };
  const select = (n: number, token: number) => setAt({ ...at, token, state: n });
  const common = { spans: columns, x0: g.x0, x1: g.right, narrow: g.narrow, column: at.token };
  const tokensInSight = columns.map((c) => c.token);
  const sum = (name: string, rows: number, value: (r: number, c: number) => number) => {
    const found = extremes(rows, tokensInSight, value);
    return found
      ? `${name} from ${fixed(found.least.value)} to ${fixed(found.most.value)}, most at “${tokens[found.most.column].trim()}”.`
      : name;
  };
  const small = { height: 48, ends: { first: '0', last: String(N - 1) }, rows: N };
  return (
    <div ref={ref}>
      <HoverStage>
        <div style={{ position: 'relative', height: 40 }}>
          {columns.map((c) => (
            <span
              key={c.token}
              style={{ position: 'absolute', left: c.textX, font: '500 16px var(--font)', top: 8 }}
            >
              {c.word.text}
            </span>
          ))}
        </div>
        <HeatLane
          {...common}
          id="delta"
          tex="\Delta"
          symbol="Delta"
          note={`${CHANNELS} of ${E} channels`}
          rows={CHANNELS}
          height={138}
          value={deltaAt}
          scale={relative ? RELATIVE_SCALE : DELTA}
          row={{ index: at.channel, label: String(channel) }}
          label="Step size of channels over the sentence"
          summary={sum('Δ', CHANNELS, deltaAt)}
          describe={(row, t) => ({
            place: place(t, `channel ${row * stride}`),
            term: {
              tex: '\\Delta_t',
              symbol: 'Delta',
              value: delta[t * E + row * stride],
              say: 'delta',
              digits: 3,
            },
          })}
          onSelect={(row, token) => setAt({ ...at, channel: row, token })}
        />
        <div className="lane-legend">
          <button type="button" className="plain" onClick={() => setRelative(!relative)}>
            relative to the channel’s own median
          </button>
          <Legend
            {...(relative ? RELATIVE_LEGEND : legendOf(DELTA))}
            name={
              <>
                <Sym name="Delta" /> {relative && 'times its channel’s median'}
              </>
            }
          />
        </div>
        {(['B', 'C'] as const).map((s) => (
          <div key={s} style={{ marginTop: 8 }}>
            <HeatLane
              {...common}
              {...small}
              id={s}
              tex={`${s}_t`}
              symbol={s}
              word={s === 'B' ? 'write' : 'read'}
              value={values[s]}
              scale={BC}
              label={`${s} over the sentence`}
              summary={sum(s, N, values[s])}
              describe={line(s)}
              onSelect={select}
            />
          </div>
        ))}
        <div className="lane-legend">
          <Legend
            {...legendOf(BC)}
            name={
              <>
                <Sym name="B" /> <Sym name="C" />
              </>
            }
          />
        </div>
        {(['before', 'yours'] as const).map((run) => (
          <div key={run} style={{ marginTop: 8 }}>
            <HeatLane
              {...common}
              {...small}
              id={run}
              tex="h_t"
              symbol="h"
              word={run === 'yours' ? 'A × 16' : 'before'}
              yours={run === 'yours'}
              value={values[run]}
              scale={H}
              label={`h, ${run}`}
              summary={sum('h', N, values[run])}
              describe={h(run)}
              onSelect={select}
            />
          </div>
        ))}
        <div className="lane-legend">
          <Legend {...legendOf(H)} name={<Sym name="h" />} />
        </div>
      </HoverStage>
    </div>
  );
}
