import { useCallback, useMemo } from 'react';
import { fixed } from '../../../viz/format';
import type { FormulaPart } from '../../../viz/formula/formula';
import { legendOf, type HeatScale } from '../../../viz/heat/scale';
import { Legend } from '../../../viz/heat/Legend';
import { DecayLane, SumsLane } from '../../../viz/matrix/DecayLanes';
import { Matrix } from '../../../viz/matrix/Matrix';
import { useTapeLayout } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { isLit, roundRange, wordAt, type Worked } from './derive';
import { blocksOf } from './blocks';
import { inputOf, type Mixing } from './matrix';
import { useSteady, useView, type Picture, type Place } from './view';
import { words as sceneWords } from './words';

/** Heights of the lanes above the matrix. */
const DECAY = 30;
const SUMS = 62;
/** Room for the words that stand beyond the last column. */
const WORDS = 72;
/** Height of the matrix at most, and of an entry. */
const MOST = 520;
const MOST_CELL = 22;

/** Numbers of the picture that is chosen, (T, T). */
export function entriesOf(picture: Picture, mixing: Mixing, input: Float64Array): Float64Array {
  if (picture === 'decay') return mixing.L;
  if (picture === 'scores') return mixing.scores;
  if (picture === 'matrix') return mixing.M;
  return mixing.M.map((m, at) => m * input[at % mixing.size]);
}

/** Least and greatest of a lower triangle. */
export function rangeOf(values: Float64Array, size: number) {
  let [low, most] = [0, 0];
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      low = Math.min(low, values[i * size + j]);
      most = Math.max(most, values[i * size + j]);
    }
  return { low, most };
}

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
    (i: number, j: number) => {
      const at = i * size + j;
      const where = words.matrix.hears(names[i], names[j]);
      const was = (of: Float64Array | undefined) => (of ? { before: of[at] } : {});
      const L = {
        tex: 'L_{ij}',
        symbol: 'A' as const,
        value: mixing.L[at],
        digits: 3,
        say: words.say.L,
        ...was(before?.L),
      };
      if (j > i) {
        return { place: where, term: { ...L, before: undefined }, note: words.matrix.masked };
      }
      const score = {
        tex: String.raw`C_i{\cdot}B_j`,
        value: mixing.scores[at],
        digits: 2,
        say: words.say.score,
        ...was(before?.scores),
      };
      const M = {
        tex: 'M_{ij}',
        value: mixing.M[at],
        digits: 3,
        say: words.say.M,
        ...was(before?.M),
      };
      const sum = (t: number, letter: 'i' | 'j') => ({
        tex: String.raw`\Sigma_${letter}`,
        value: mixing.sums[t],
        digits: 2,
        say: letter === 'i' ? words.say.sumI : words.say.sumJ,
        source: { figure: 'sums', index: t },
      });
      if (picture === 'decay') {
        const operands: FormulaPart[] = [
          { op: 'exp(', tex: String.raw`\exp(` },
          sum(i, 'i'),
          { op: '−' },
          sum(j, 'j'),
          { op: ')' },
        ];
        return { place: where, term: L, operands, note: words.matrix.factors(i - j) };
      }
      if (picture === 'scores') return { place: where, term: score };
      if (picture === 'matrix') return { place: where, term: M, operands: [L, score] };
      return {
        place: where,
        term: {
          tex: String.raw`M_{ij}\,\Delta_j x_j`,
          symbol: 'y' as const,
          value: entries[at],
          digits: 4,
          say: words.say.part,
        },
        operands: [
          M,
          {
            tex: String.raw`\Delta_j x_j`,
            symbol: 'x' as const,
            value: input[j],
            digits: 3,
            say: words.say.input,
          },
        ],
      };
    },
    [words, names, size, mixing, before, picture, entries, input],
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
          <p className="du-note">{words.matrix.stretch(first + 1, first + size, tokens.length)}</p>
        ) : null}
      </div>
    </div>
  );
}

interface LanesProps {
  worked: Worked;
  place: Place;
  cell: number;
  names: readonly string[];
  select(i: number): void;
}

/** a_t, and the cumulative sums of its logarithm, over the columns of the matrix. */
function Lanes({ worked, place, cell, names, select }: LanesProps) {
  const words = sceneWords.use();
  const { before } = useView();
  const model = useApp((s) => s.model.name);
  const prompt = useApp((s) => s.prompt);
  const { sums, logDecay, size } = worked.mixing;
  const { run } = place;
  const decays = useMemo(() => logDecay.map((v) => Math.exp(v)), [logDecay]);
  const atRest = before ?? worked.mixing;
  const low = useSteady([model, prompt, run.layer, run.head, size >> 4].join(' '), () =>
    Math.min(-1e-6, -roundRange([atRest.sums[size - 1] * 1.05], 1)),
  );
  const from = worked.stretch.from;
  const describeDecay = useCallback(
    (t: number) => ({
      place: words.word(names[t], run.first + from + t + 1),
      term: {
        tex: 'a_t',
        symbol: 'A' as const,
        value: Math.exp(logDecay[t]),
        digits: 3,
        say: words.say.a,
        ...(before && { before: Math.exp(before.logDecay[t]) }),
      },
      operands: [
        { op: 'exp(', tex: String.raw`\exp(` },
        {
          tex: String.raw`\Delta_t`,
          symbol: 'Delta' as const,
          value: run.delta[from + t],
          digits: 3,
          say: words.say.Delta,
        },
        { op: '·', tex: String.raw`\cdot` },
        { tex: 'A', symbol: 'A' as const, value: run.A, digits: 2, say: words.say.A },
        { op: ')' },
      ],
    }),
    [words, names, run, from, logDecay, before],
  );
  const describeSum = useCallback(
    (t: number) => ({
      place: words.word(names[t], run.first + from + t + 1),
      term: {
        tex: String.raw`\Sigma_t = \textstyle\sum_{s\le t}\Delta_s A`,
        value: sums[t],
        digits: 2,
        say: words.lanes.sums,
        ...(before && { before: before.sums[t] }),
      },
    }),
    [words, names, run, from, sums, before],
  );
  const lane = { cell, cursor: place.i, onSelect: select };
  const [least, most] = [Math.min(...decays), Math.max(...decays)];
  return (
    <div className="du-lanes">
      <p className="du-gutter" style={{ top: 4 }}>
        <b className="sym sy-A">
          a<sub>t</sub>
        </b>{' '}
        {words.lanes.a}
      </p>
      <DecayLane
        id="a"
        values={decays}
        height={DECAY}
        label={words.lanes.aLabel}
        summary={words.lanes.aSummary(fixed(least), fixed(most))}
        describe={describeDecay}
        {...lane}
      />
      <p className="du-gutter" style={{ top: DECAY + 12 }}>
        <b className="sym sy-A">Σ</b> {words.lanes.sums}
        <small className="num">{fixed(low, 1)}</small>
      </p>
      <SumsLane
        id="sums"
        matrix="M"
        values={sums}
        low={low}
        height={SUMS}
        label={words.lanes.sumsLabel}
        summary={words.lanes.sumsSummary(fixed(sums[size - 1]))}
        describe={describeSum}
        {...lane}
      />
    </div>
  );
}
