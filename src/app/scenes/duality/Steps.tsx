import { useMemo } from 'react';
import { Segmented } from '../../../viz/controls/Segmented';
import { fixed } from '../../../viz/format';
import { legendOf, type HeatScale } from '../../../viz/heat/scale';
import { Legend } from '../../../viz/heat/Legend';
import { useTapeLayout } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { roundRange, wordAt, type Worked } from './derive';
import { StateStrip } from './StateStrip';
import { useView, type Place, type Step } from './view';
import { words as sceneWords } from './words';

const ALL: readonly Step[] = [0, 1, 2, 3, 4];

/** Chooses a step, and walks it chunk by chunk. */
export function Stepper({ worked }: { worked: Worked }) {
  const words = sceneWords.use().steps;
  const { step, chunk, goTo, move, playing, setPlaying } = useView();
  const count = worked.steps.chunks.length;
  const { narrow } = useTapeLayout().geometry;
  const walk = (by: 1 | -1) => {
    setPlaying(false);
    move(by);
  };
  return (
    <div className="du-stepper">
      <Segmented
        label={words.label}
        value={String(step)}
        onChange={(next) => goTo(Number(next) as Step)}
        options={ALL.map((s) => ({
          value: String(s),
          label: narrow ? words.short[s] : words.names[s],
          name: words.names[s],
        }))}
      />
      <span className="du-walk">
        <button type="button" aria-label={words.back} onClick={() => walk(-1)}>
          ‹
        </button>
        <button
          type="button"
          className="du-play"
          aria-label={playing ? words.pause : words.play}
          onClick={() => {
            if (!playing && step === 0) move(1);
            setPlaying(!playing);
          }}
        >
          {playing ? '❚❚' : '▶'}
        </button>
        <button type="button" aria-label={words.next} onClick={() => walk(1)}>
          ›
        </button>
        <span className="du-chunk num" aria-live={playing ? 'off' : 'polite'}>
          {step > 0 && (
            <>
              <span className="hidden">{words.names[step]}, </span>
              {words.chunk(chunk + 1, count)}
            </>
          )}
        </span>
      </span>
    </div>
  );
}

interface Row {
  name: string;
  value: string;
  /** The last one: what the others give. */
  total?: boolean;
}

function Rows({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className="du-values num">
      {rows.map(({ name, value, total }) => (
        <div key={name} className={total ? 'total' : undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One scale for all states of a channel, so that chunks can be compared. */
function useStateScale({ steps, stretch }: Worked, p: number): HeatScale {
  return useMemo(() => {
    const { headDim: P, dState: N } = stretch.run;
    const all: number[] = [];
    for (const of of [steps.states, steps.passed])
      for (let at = p * N; at < of.length; at += P * N) all.push(...of.subarray(at, at + N));
    return { kind: 'signed', max: roundRange(all, 1), bend: 'sqrt' };
  }, [steps, stretch, p]);
}

/** What the step at hand computes in the chunk at hand, for the channel under the cursor. */
export function StepValues({ worked, place }: { worked: Worked; place: Place }) {
  const words = sceneWords.use().steps;
  const tokens = useApp((s) => s.yours.tokens);
  const { step, chunk } = useView();
  const { steps, stretch, mixing } = worked;
  const { run, from } = stretch;
  const scale = useStateScale(worked, place.p);
  const { headDim: P, dState: N } = run;
  const at = steps.chunks[Math.min(chunk, steps.chunks.length - 1)];
  const last = at.first + at.length - 1;
  // The cursor's word if it is in this chunk, else the chunk's last one.
  const i = place.i >= at.first && place.i <= last ? place.i : last;
  const word = (t: number) => wordAt(tokens, run.first + from + t);
  const { p } = place;
  const state = (of: Float64Array, c: number) => of.subarray((c * P + p) * N, (c * P + p + 1) * N);
  const start = at.first === 0 ? 0 : mixing.sums[at.first - 1];
  const reached = Math.exp(Math.min(0, mixing.sums[i] - start));
  const through = steps.offDiagonal[i * P + p];
  const strip = (of: Float64Array, c: number, name: string) => (
    <StateStrip
      key={name}
      values={state(of, c)}
      name={name}
      letter={of === steps.states ? 'S' : 'h'}
      scale={scale}
    />
  );
  return (
    <div className="du-step">
      <h3>
        {words.names[step]} <small>{words.chunkWords(word(at.first), word(last))}</small>
      </h3>
      <p>{words.text[step]}</p>
      {step === 1 && (
        <Rows
          rows={[
            { name: words.scores, value: String((at.length * (at.length + 1)) / 2) },
            {
              name: words.inside(word(i)),
              value: fixed(steps.diagonal[i * P + p], 4),
              total: true,
            },
          ]}
        />
      )}
      {step === 2 && strip(steps.states, chunk, words.state)}
      {step === 3 && (
        <>
          {strip(steps.passed, chunk, words.stateBefore)}
          <Rows rows={[{ name: `× ${words.kept}`, value: fixed(steps.kept[chunk], 4) }]} />
          {strip(steps.states, chunk, `+ ${words.state}`)}
          {strip(steps.passed, chunk + 1, `= ${words.stateAfter}`)}
        </>
      )}
      {step === 4 && (
        <>
          {strip(steps.passed, chunk, words.stateBefore)}
          {chunk === 0 && from === 0 ? (
            <p>{words.first}</p>
          ) : (
            <p>{words.rank(at.length, at.first, N)}</p>
          )}
          <Rows
            rows={[
              { name: words.reached(word(i)), value: fixed(reached, 4) },
              { name: `× ${words.read}`, value: fixed(reached > 0 ? through / reached : 0, 4) },
              { name: words.heard(word(i)), value: fixed(through, 4), total: true },
            ]}
          />
        </>
      )}
      {step > 1 && <Legend {...legendOf(scale)} name={words.legend} />}
    </div>
  );
}
