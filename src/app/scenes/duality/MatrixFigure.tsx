import { useCallback, useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { legendOf, type HeatScale } from '../../../viz/heat/scale';
import { Legend } from '../../../viz/heat/Legend';
import { Matrix } from '../../../viz/matrix/Matrix';
import { useTapeLayout } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { isLit, roundRange, wordAt, type Worked } from './derive';
import { blocksOf } from './blocks';
import { entriesOf, entryInfo, rangeOf } from './entries';
import { Lanes } from './Lanes';
import { inputOf } from './matrix';
import { useSteady, useView, type Place } from './view';
import { words as sceneWords } from './words';

/** Room for the words that stand beyond the last column. */
const WORDS = 72;
/** Height of the matrix at most, and of an entry. */
const MOST = 520;
const MOST_CELL = 40;

/** One scale for the head's matrix and for its twin without decay; it stays while something is turned. */
export function useScale({ worked, place }: { worked: Worked; place: Place }): HeatScale {
  const { picture, before } = useView();
  const model = useApp((s) => s.model.name);
  const prompt = useApp((s) => s.prompt);
  const mixing = before ?? worked.mixing;
  const name = [model, prompt, place.run.layer, place.run.head, picture].join(' ');
  const max = useSteady(picture === 'output' ? `${name} ${place.channel}` : name, () =>
    roundRange(entriesOf(picture, mixing, inputOf(worked.stretch, place.p))),
  );
  return useMemo<HeatScale>(
    () =>
      picture === 'decay'
        ? { kind: 'magnitude', max: 1, closed: true }
        : { kind: 'signed', max, bend: 'sqrt' },
    [picture, max],
  );
}

/** Decays and their sums along the top edge, the matrix beneath, its words on the diagonal. */
export function MatrixFigure({ worked, place }: { worked: Worked; place: Place }) {
  const words = sceneWords.use();
  const actions = useActions();
  const view = useView();
  const tokens = useApp((s) => s.yours.tokens);
  const { geometry: g } = useTapeLayout();
  const { mixing, stretch, steps } = worked;
  const { size } = mixing;
  const { picture, step, chunk, before } = view;
  const room = Math.min(MOST, g.x1 - g.x0 - (g.narrow ? 24 : WORDS));
  const cell = Math.max(4, Math.min(MOST_CELL, Math.floor(room / size)));
  const first = stretch.run.first + stretch.from;
  const names = useMemo(
    () => Array.from({ length: size }, (_, t) => wordAt(tokens, first + t)),
    [tokens, first, size],
  );
  const input = useMemo(() => inputOf(stretch, place.p), [stretch, place.p]);
  const entries = useMemo(() => entriesOf(picture, mixing, input), [picture, mixing, input]);
  const scale = useScale({ worked, place });
  const value = useCallback((i: number, j: number) => entries[i * size + j], [entries, size]);
  const chunkOf = useMemo(() => {
    const of = new Uint8Array(size);
    steps.chunks.forEach((c, k) => of.fill(k, c.first, c.first + c.length));
    return of;
  }, [steps, size]);
  const lit = useMemo(
    () =>
      step === 0
        ? undefined
        : (i: number, j: number) => isLit(step, chunk, (t) => chunkOf[t], i, j),
    [step, chunk, chunkOf],
  );
  const select = useCallback((i: number) => actions.setToken(first + i), [actions, first]);
  const describe = useCallback(
    (i: number, j: number) => entryInfo({ picture, mixing, before, input, names, words }, i, j),
    [picture, mixing, before, input, names, words],
  );
  const { low, most } = useMemo(() => rangeOf(entries, size), [entries, size]);
  return (
    <div className="du-matrix" style={{ marginLeft: g.x0 }}>
      <Lanes {...{ worked, place, cell, names, select }} />
      <div className="du-matrix-box">
        <Matrix
          id="M"
          size={size}
          cell={cell}
          value={value}
          scale={scale}
          lit={lit}
          words={names}
          cursor={place.i}
          cuts={steps.chunks.slice(1).map((c) => c.first)}
          blocks={blocksOf(steps.chunks, step, chunk, size)}
          label={words.matrix.label}
          summary={words.matrix.summary(words.picture[picture], size, fixed(low), fixed(most))}
          describe={describe}
          onSelect={select}
        />
      </div>
      <div className="du-matrix-foot">
        <Legend {...legendOf(scale)} name={words.legend[picture]} />
        {first + size < tokens.length || first > 0 ? (
          <p className="du-note">
            {words.matrix.stretch(first + 1, first + size, tokens.length)}{' '}
            {first > 0 && words.matrix.earlier}
          </p>
        ) : null}
      </div>
    </div>
  );
}
