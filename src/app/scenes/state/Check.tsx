import { useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { Sym } from '../../../viz/Sym';
import { Tex } from '../../../viz/Tex';
import { useTapeColumns } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { largestDifference, STATE_TOLERANCE } from './derive';
import { sumCheck, type Parts } from './hearing';
import { heldAt, replay } from './layer';
import type { Place } from './view';
import { words as sceneWords } from './words';

/** A tiny number as people read it: 3·10⁻⁸. */
function tiny(value: number): string {
  if (value === 0) return '0';
  const power = Math.floor(Math.log10(value));
  if (power >= -3) return fixed(value, 4);
  const digits = [...String(-power)].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]).join('');
  return `${Math.round(value / 10 ** power)}·10⁻${digits}`;
}

const SUM = String.raw`\sum_j M_{ij}\,\htmlClass{sy-x}{x_j}`;
const OUT = String.raw`\htmlClass{sy-y}{y_i} - D\,\htmlClass{sy-x}{x_i}`;

/** Equal up to rounding, or not: how far two ways may lie apart, of numbers of this size. */
function useVerdict() {
  const words = sceneWords.use().check;
  const kind = useApp((s) => s.device?.kind ?? 'cpu');
  return (difference: number, size: number) =>
    difference <= STATE_TOLERANCE[kind] * Math.max(1, size) ? words.agree : words.apart;
}

function useBeside() {
  const { geometry: g } = useTapeColumns();
  return g.result ? { left: g.result.x + 18, width: g.result.width - 18 } : undefined;
}

/** Σ_j M_ij x_j = y_i − D x_i, on the numbers of this very word. */
export function SumCheck({ place, parts }: { place: Place; parts: Parts }) {
  const words = sceneWords.use().check;
  const verdict = useVerdict();
  const style = useBeside();
  const { sum, earlier, out, difference } = sumCheck(parts, place.run, place.channel);
  return (
    <dl className="check sum num" style={style} aria-label={words.sumHeading}>
      <div>
        <dt>
          <Tex tex={SUM} /> {parts.from > 0 ? words.sumFrom(parts.from + 1) : words.sum}
        </dt>
        <dd>{fixed(sum, 5)}</dd>
      </div>
      {parts.from > 0 && (
        <div>
          <dt>{words.earlier(parts.from + 1)}</dt>
          <dd>{fixed(earlier ?? out - sum, 5)}</dd>
        </div>
      )}
      <div>
        <dt>
          <Tex tex={OUT} /> {words.out}
        </dt>
        <dd>{fixed(out, 5)}</dd>
      </div>
      {difference !== null && (
        <div className="verdict">
          <dt>{verdict(difference, Math.abs(out))}</dt>
          <dd>± {tiny(difference)}</dd>
        </div>
      )}
    </dl>
  );
}

/** The recurrence taken here one word after the other, against the state of the model’s own pass over the text. */
export function StepCheck({ place }: { place: Place }) {
  const words = sceneWords.use().check;
  const verdict = useVerdict();
  const style = useBeside();
  const { run, channel, row, state } = place;
  const N = run.model.dState;
  const steps = useMemo(() => replay(run, channel), [run, channel]);
  const held = heldAt(run, row, channel);
  const stepped = steps && steps.subarray(row * N, (row + 1) * N);
  if (!stepped) return null;
  const apart = largestDifference(stepped, held);
  const size = held.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  return (
    <div className="check step num" style={style}>
      <h3>{words.stepHeading}</h3>
      <dl>
        <div>
          <dt>
            <Sym name="h" /> {words.stepped}
          </dt>
          <dd>{fixed(stepped[state], 5)}</dd>
        </div>
        <div>
          <dt>
            <Sym name="h" /> {words.atOnce}
          </dt>
          <dd>{fixed(held[state], 5)}</dd>
        </div>
        <div className="verdict">
          <dt>{verdict(apart, size)}</dt>
          <dd>± {tiny(apart)}</dd>
        </div>
      </dl>
    </div>
  );
}
