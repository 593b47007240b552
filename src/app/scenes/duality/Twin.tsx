import { useCallback, useMemo } from 'react';
import { fixed, percent } from '../../../viz/format';
import { Triangle } from '../../../viz/matrix/Triangle';
import { useApp } from '../../store/store';
import { wordAt, type Worked } from './derive';
import { inputOf, shareBefore } from './matrix';
import { rangeOf } from './entries';
import { useScale } from './MatrixFigure';
import { useView, type Place } from './view';
import { words as sceneWords } from './words';

const SIDE = 150;

/** The same matrix with every decay set to 1: masked linear attention, beside it and on the same scale. */
export function Twin({ worked, place }: { worked: Worked; place: Place }) {
  const words = sceneWords.use().twin;
  const tokens = useApp((s) => s.yours.tokens);
  const { picture } = useView();
  const { mixing, stretch, steps } = worked;
  const { size, scores, M } = mixing;
  const input = useMemo(() => inputOf(stretch, place.p), [stretch, place.p]);
  const entries = useMemo(() => {
    if (picture === 'decay') return scores.map((_, at) => (at % size <= at / size ? 1 : 0));
    return picture === 'output' ? scores.map((v, at) => v * input[at % size]) : scores;
  }, [picture, scores, input, size]);
  const scale = useScale({ worked, place });
  const value = useCallback((i: number, j: number) => entries[i * size + j], [entries, size]);
  const { low, most } = useMemo(() => rangeOf(entries, size), [entries, size]);
  const own = steps.chunks.find((c) => place.i < c.first + c.length)!;
  const share = (of: Float64Array) =>
    shareBefore(of.subarray(place.i * size, (place.i + 1) * size), place.i, own.first);
  const [ours, theirs] = [share(M), share(scores)];
  return (
    <div className="du-twin">
      <h3>{words.heading}</h3>
      <Triangle
        size={size}
        side={Math.max(1, Math.floor(SIDE / size)) * size}
        value={value}
        scale={scale}
        summary={words.summary(fixed(low), fixed(most))}
      />
      <p>{picture === 'scores' ? words.same : words.note}</p>
      {own.first > 0 && (
        <>
          <p>{words.share(wordAt(tokens, place.token))}</p>
          <dl className="du-shares num">
            {[[words.ours, ours] as const, [words.theirs, theirs] as const].map(([name, part]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <i style={{ width: `${part * 100}%` }} />
                  <b>{percent(part)}</b>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </div>
  );
}
