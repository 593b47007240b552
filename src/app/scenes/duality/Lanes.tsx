import { useCallback, useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { DecayLane, SumsLane } from '../../../viz/matrix/DecayLanes';
import { useApp } from '../../store/store';
import { roundRange, type Worked } from './derive';
import { useSteady, useView, type Place } from './view';
import { words as sceneWords } from './words';

/** Heights. */
const DECAY = 26;
const SUMS = 54;

interface LanesProps {
  worked: Worked;
  place: Place;
  cell: number;
  names: readonly string[];
  select(i: number): void;
}

/** a_t, and the cumulative sums of its logarithm, over the columns of the matrix. */
export function Lanes({ worked, place, cell, names, select }: LanesProps) {
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
