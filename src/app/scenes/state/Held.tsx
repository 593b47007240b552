import { useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { legendOf, type HeatScale } from '../../../viz/heat/scale';
import { Legend } from '../../../viz/heat/Legend';
import { Sym } from '../../../viz/Sym';
import { SumLane } from '../../../viz/lanes/SumLane';
import { useTapeColumns } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { SumCheck } from './Check';
import { roundRange, wordAt } from './derive';
import { contributions, heardOf, loudest, partOf, weights, type Parts } from './hearing';
import { useStateView, useSteady, type Heard, type Place } from './view';
import { words as sceneWords } from './words';

/** Parts whose numbers are written. */
const NAMED = 3;

/** Every part M_ij x_j (or weight M_ij) of the rows known, for the scale. */
function allParts({ hearing }: Heard, { run, channel }: Place, heard: string): number[] {
  const out: number[] = [];
  if (!hearing) return out;
  for (let i = hearing.first; i < hearing.first + hearing.size; i++) {
    const parts = heard === 'mean' ? weights(hearing, i) : contributions(hearing, run, channel, i);
    if (parts) out.push(...parts.values);
  }
  return out;
}

/** What words left of the window add, and which of them most; null if there is none. */
function beforeWindow({ from, values }: Parts, until: number) {
  const out = values.subarray(0, Math.max(0, until - from));
  if (out.length === 0) return null;
  const [most] = loudest({ from, values: out }, 1);
  return { sum: out.reduce((a, b) => a + b, 0), most, part: values[most - from] };
}

/** What the state still holds of each word, drawn onto the sentence; beside it, that it adds up. */
export function Held({ place, heard, height }: { place: Place; heard: Heard; height: number }) {
  const words = sceneWords.use();
  const actions = useActions();
  const tokens = useApp((s) => s.yours.tokens);
  const prompt = useApp((s) => s.prompt);
  const model = useApp((s) => s.model.name);
  const view = useStateView();
  const { geometry: g, columns, window, scrollTo } = useTapeColumns();
  const { run, token, channel, layer } = place;
  const { hearing, state } = heard;
  const mean = view.heard === 'mean';
  const parts = useMemo(() => {
    if (!hearing || state !== 'known') return null;
    return mean ? weights(hearing, token) : contributions(hearing, run, channel, token);
  }, [hearing, state, mean, token, run, channel]);
  const max = useSteady([model, prompt, layer, channel, view.heard].join(' '), () =>
    hearing ? roundRange(allParts(heard, place, view.heard), 0.998) : null,
  );
  const scale: HeatScale = useMemo(() => ({ kind: 'signed', max: max ?? 1, bend: 'sqrt' }), [max]);
  const named = parts ? loudest(parts, NAMED).filter((j) => partOf(parts, j) !== 0) : [];
  const left = parts && !mean ? beforeWindow(parts, window.from) : null;
  const earlier = left && Math.abs(left.part) >= 0.01 * scale.max ? left : null;
  const letter = mean ? 'M' : 'y';
  const describe = (j: number) => {
    const M = hearing && heardOf(hearing, token, j);
    const value = parts && partOf(parts, j);
    const info = {
      place: words.word(wordAt(tokens, j), j + 1),
      term: {
        tex: mean ? 'M_{ij}' : 'M_{ij}\\,x_j',
        symbol: mean ? undefined : ('y' as const),
        value,
        digits: 4,
        say: mean ? words.say.M : words.say.part,
      },
    };
    if (mean || value === null) return info;
    const x = run.x[(j - run.first) * run.model.dInner + channel];
    return {
      ...info,
      operands: [
        { tex: 'M_{ij}', value: M, digits: 4, say: words.say.M },
        { tex: 'x_j', symbol: 'x' as const, value: x, digits: 3, say: words.say.x },
      ],
    };
  };
  const said = named
    .map((j) => `“${wordAt(tokens, j)}” ${fixed(partOf(parts!, j)!, 3)}`)
    .join(', ');
  return (
    <div className="held" style={{ height: g.narrow ? undefined : height }}>
      <div className="lane-names" style={{ width: g.narrow ? undefined : g.x0 }}>
        <div className="lane-name-line">
          <span className="lane-letter">{mean ? <b className="sym">M</b> : <Sym name="y" />}</span>
          <span className="lane-word">{words.held.name}</span>
          <span className="lane-note">{words.held.note}</span>
        </div>
      </div>
      <SumLane
        id="held"
        columns={columns}
        value={(t) => parts && partOf(parts, t)}
        scale={scale}
        symbol="y"
        named={named}
        x0={g.x0}
        x1={g.x1}
        height={height}
        cursor={token}
        label={words.held.label}
        summary={words.held.summary(String(columns.length), said || words.held.none)}
        describe={describe}
        onSelect={actions.setToken}
      />
      {parts ? (
        <div className="held-legend" style={g.result ? { left: g.result.x + 18 } : undefined}>
          <Legend {...legendOf(scale)} name={<b className="sym">{letter}</b>} />
        </div>
      ) : (
        <p className="held-none" style={{ left: g.x0 }}>
          {words.held[state === 'known' ? 'waiting' : state]}
        </p>
      )}
      {earlier && (
        <button
          type="button"
          className="plain held-earlier num"
          style={{ left: g.x0 }}
          onClick={() => scrollTo(Math.max(0, earlier.most - 2))}
        >
          {words.held.earlier(
            fixed(earlier.sum, 3),
            wordAt(tokens, earlier.most),
            earlier.most + 1,
            fixed(earlier.part, 3),
          )}
        </button>
      )}
      {parts && !mean && <SumCheck place={place} parts={parts} />}
    </div>
  );
}
