import { useCallback, useMemo } from 'react';
import { unitOfChannel } from '../../../engine/probeShape';
import { fixed } from '../../../viz/format';
import { legendOf, type HeatScale } from '../../../viz/heat/scale';
import { Legend } from '../../../viz/heat/Legend';
import { Matrix } from '../../../viz/matrix/Matrix';
import { MODELS } from '../../driver/models';
import { Figure } from '../../frame/Figure';
import { Rich } from '../../frame/Rich';
import { useTapeLayout } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { useCompute } from '../../store/useCompute';
import {
  channelDecays,
  diagonalSpread,
  MOST_NARROW,
  MOST_WORDS,
  roundRange,
  scientific,
  wordAt,
} from './derive';
import { useSteady } from './view';
import { words as sceneWords } from './words';

const MOST = 460;
const MOST_CELL = 20;

/** The matrix that is asked for begins here: long before the word, and seldom anew. */
const firstOf = (token: number): number => Math.max(0, (token >> 8) * 256 - 128);

/** Mamba and S4: why a head has no one matrix L ∘ C Bᵀ here, the matrix that there is, and a way to Mamba-2. */
export function NoDuality() {
  const words = sceneWords.use().none;
  const actions = useActions();
  const model = useApp((s) => s.model);
  const channel = useApp((s) => s.cursor.channel);
  const layer = useApp((s) => s.cursor.layer);
  const playing = useApp((s) => s.playing);
  const decays = useApp((s) => {
    const of = channelDecays(s);
    return of && `${fixed(of.least, 3)} ${fixed(of.most, 3)}`;
  });
  const { geometry: g } = useTapeLayout();
  const unit = unitOfChannel(model, channel);
  const first = useApp((s) => firstOf(s.cursor.token));
  const { value, problem } = useCompute(
    playing ? null : { kind: 'impliedMatrix', layer, unit, first, under: 'yours' },
  );
  const mamba2 = MODELS.find(({ kind }) => kind === 'Mamba-2');
  const [least, most] = decays?.split(' ') ?? ['…', '…'];
  const spread = useMemo(
    () => (value ? scientific(diagonalSpread(value.values, value.shape[0])) : '…'),
    [value],
  );
  return (
    <Figure title={words.heading(words.channel(channel))} className="du-none">
      <div className="du-why" style={{ marginLeft: g.x0 }}>
        <p className="num">
          <Rich
            text={model.kind === 'S4D' ? words.s4(spread) : words.mamba(model.dState, least, most)}
          />
        </p>
        {mamba2 && (
          <button type="button" className="solid" onClick={() => actions.setModel(mamba2.name)}>
            {words.load}
          </button>
        )}
      </div>
      {value ? (
        <Implied values={value.values} size={value.shape[0]} first={first} />
      ) : (
        <p className="du-note du-waiting" style={{ marginLeft: g.x0 }}>
          {problem ? words.problem : words.waiting}
        </p>
      )}
    </Figure>
  );
}

/** The matrix of one channel around the cursor's word. */
function Implied(props: { values: Float32Array; size: number; first: number }) {
  const { values, size: all, first } = props;
  const words = sceneWords.use();
  const actions = useActions();
  const tokens = useApp((s) => s.yours.tokens);
  const prompt = useApp((s) => s.prompt);
  const model = useApp((s) => s.model.name);
  const { token, layer, channel } = useApp((s) => s.cursor);
  const { geometry: g } = useTapeLayout();
  const most = g.narrow ? MOST_NARROW : MOST_WORDS;
  const size = Math.min(most, all);
  const from = Math.max(0, Math.min(all - size, ((token - first) >> 4) * 16 - most / 2));
  const value = useCallback(
    (i: number, j: number) => values[(from + i) * all + from + j],
    [values, all, from],
  );
  const max = useSteady([model, prompt, layer, channel, 'implied'].join(' '), () =>
    roundRange(values),
  );
  const scale = useMemo<HeatScale>(() => ({ kind: 'signed', max, bend: 'sqrt' }), [max]);
  const names = useMemo(
    () => Array.from({ length: size }, (_, t) => wordAt(tokens, first + from + t)),
    [tokens, first, from, size],
  );
  const cell = Math.max(
    4,
    Math.min(MOST_CELL, Math.floor(Math.min(MOST, g.x1 - g.x0 - (g.narrow ? 24 : 72)) / size)),
  );
  const { low, high } = useMemo(() => {
    let [least, greatest] = [0, 0];
    for (let i = 0; i < size; i++)
      for (let j = 0; j <= i; j++) {
        least = Math.min(least, value(i, j));
        greatest = Math.max(greatest, value(i, j));
      }
    return { low: least, high: greatest };
  }, [value, size]);
  return (
    <div className="du-matrix" style={{ marginLeft: g.x0 }}>
      <Matrix
        id="M"
        size={size}
        cell={cell}
        value={value}
        scale={scale}
        words={names}
        cursor={token - first - from}
        label={words.matrix.label}
        summary={words.matrix.summary('M', size, fixed(low, 3), fixed(high, 3))}
        describe={(i, j) => ({
          place: words.matrix.hears(names[i], names[j]),
          term: { tex: 'M_{ij}', value: j > i ? 0 : value(i, j), digits: 4, say: words.say.M },
          note: j > i ? words.matrix.masked : undefined,
        })}
        onSelect={(i) => actions.setToken(first + from + i)}
      />
      <div className="du-matrix-foot">
        <Legend {...legendOf(scale)} name={words.none.legend} />
      </div>
    </div>
  );
}
