import { useState } from 'react';
import step from '../../shaders/selectiveStep.wgsl?raw';
import { CodeView } from '../../viz/code/CodeView';
import { lineOf } from '../../viz/code/lineOf';
import { Segmented, Toggles } from '../../viz/controls/Segmented';
import { fixed } from '../../viz/format';
import type { FormulaPart } from '../../viz/formula/formula';
import { FormulaGrid } from '../../viz/formula/FormulaGrid';
import { cellIndex } from '../../viz/hover/geometry';
import { savePicture } from '../../viz/picture/exportPicture';
import { logScale } from '../../viz/slider/scale';
import { SymbolSlider } from '../../viz/slider/SymbolSlider';
import { Sym } from '../../viz/Sym';
import type { GalleryData } from './data';

const DELTA_SLIDER = logScale(0.01, 10, 0.01);

/** h at one word of one channel, before and with A × 16. */
export function Formulas({ data }: { data: GalleryData }) {
  const { delta, A, B, x, E, N } = data;
  const [t, e, n] = [14, 242, 4];
  const h = [data.state(e, 1), data.state(e, 16)].map(
    (values) => (at: number) => values[at * N + n],
  );
  const a = (s: number) => Math.exp(delta[t * E + e] * A[e * N + n] * s);
  const parts = (turned: boolean): FormulaPart[] => {
    const term = (before: number, now: number) =>
      turned ? { value: now, before } : { value: before };
    return [
      { tex: 'h_t', symbol: 'h', ...term(h[0](t), h[1](t)), say: 'h' },
      { op: '=' },
      { tex: '\\bar A', symbol: 'A', ...term(a(1), a(16)), say: 'A bar' },
      {
        tex: 'h_{t-1}',
        symbol: 'h',
        ...term(h[0](t - 1), h[1](t - 1)),
        say: 'h of the word before',
        source: { figure: 'yours', index: cellIndex(N, n, t - 1) },
      },
      { op: '+' },
      { tex: '\\Delta_t', symbol: 'Delta', value: delta[t * E + e], say: 'delta' },
      {
        tex: 'B_t',
        symbol: 'B',
        value: B[t * N + n],
        say: 'B',
        source: { figure: 'B', index: cellIndex(N, n, t) },
      },
      { tex: 'x_t', symbol: 'x', value: x[t * E + e], say: 'x' },
    ];
  };
  const rows = { before: 'before', yours: 'yours' };
  return (
    <section style={{ display: 'flex', flexWrap: 'wrap', gap: 48, padding: '40px 20px' }}>
      {[false, true].map((turned) => (
        <div key={String(turned)} style={{ width: turned ? 340 : 280 }}>
          <FormulaGrid
            place={
              <>
                At <b>{data.tokens[t].trim()}</b>, layer 3, channel {e}, state {n}
              </>
            }
            parts={parts(turned)}
            rows={rows}
          />
        </div>
      ))}
    </section>
  );
}

export function Controls() {
  const [where, setWhere] = useState<'layer' | 'all'>('layer');
  const [delta, setDelta] = useState(0.41);
  const [frozen, setFrozen] = useState<('Delta' | 'B' | 'C')[]>(['B']);
  return (
    <section style={{ display: 'flex', flexWrap: 'wrap', gap: 32, padding: 20 }}>
      <div style={{ width: 280 }}>
        <SymbolSlider
          symbol="Delta"
          label="Δ"
          value={delta}
          scale={DELTA_SLIDER}
          ticks={[0.01, 0.1, 1, 10]}
          marks={[
            { value: 0.01, text: '0.01' },
            { value: 10, text: '10' },
          ]}
          format={(v) => fixed(v, 3)}
          onChange={setDelta}
        />
      </div>
      <Segmented
        label="Where to turn it"
        value={where}
        onChange={setWhere}
        options={[
          { value: 'layer', label: 'in layer 7' },
          { value: 'all', label: 'in all layers' },
        ]}
      />
      <Toggles
        label="Freeze to its mean"
        reader
        value={frozen}
        onChange={setFrozen}
        options={(['Delta', 'B', 'C'] as const).map((s) => ({ value: s, label: <Sym name={s} /> }))}
      />
      <button
        type="button"
        className="plain"
        onClick={() => {
          const stage = document.querySelector<HTMLElement>('.hover-stage');
          if (stage) void savePicture(stage, 'Instruments');
        }}
      >
        save the lanes as a picture
      </button>
    </section>
  );
}

export function Code() {
  return (
    <section style={{ margin: 20, maxWidth: 900 }}>
      <div style={{ '--code-height': '300px' }}>
        <CodeView
          source={step}
          language="wgsl"
          label="selectiveStep.wgsl"
          lit={[
            { line: lineOf(step, 'let after = Abar * before'), why: 'the state takes in the word' },
          ]}
          values={[
            {
              line: lineOf(step, 'let delta = select('),
              value: <span className="sy-delta">Δ = 0.41</span>,
            },
          ]}
          text={{ copy: 'copy', copied: 'copied' }}
        />
      </div>
    </section>
  );
}
