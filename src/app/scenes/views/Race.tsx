import { useState } from 'react';
import { SCAN_WORDS } from '../../../engine/host/compute';
import { count, fixed } from '../../../viz/format';
import { useApp } from '../../store/store';
import { useCompute } from '../../store/useCompute';
import { words as sceneWords } from './words';

/** Milliseconds with digits enough to tell two of them apart. */
const ms = (value: number): string => fixed(value, value < 1 ? 3 : value < 10 ? 2 : 1);

/** The same states as a loop and as a scan, timed on the reader’s device when asked for. */
export function Race({ layer, channel }: { layer: number; channel: number }) {
  const words = sceneWords.use().ways.race;
  const kind = useApp((s) => s.model.kind);
  const [asked, setAsked] = useState<number | null>(null);
  const isAsked = asked === channel && kind !== 'S4D';
  const { value, problem } = useCompute(
    isAsked ? { kind: 'scanTimes', layer, channel, under: 'before' } : null,
  );
  if (kind === 'S4D') return <p className="views-note">{words.s4}</p>;
  if (!isAsked)
    return (
      <button type="button" className="plain" onClick={() => setAsked(channel)}>
        {words.ask}
      </button>
    );
  if (!value) return <p className="views-say">{problem ?? words.waiting}</p>;
  const [loop, scan] = value.values;
  return (
    <div aria-live="polite">
      <p className="views-say">{words.of(channel, count(SCAN_WORDS))}</p>
      <table className="views-errors num">
        <tbody>
          <tr>
            <th scope="row">{words.loop}</th>
            <td>{words.ms(ms(loop))}</td>
          </tr>
          <tr>
            <th scope="row">{words.scan}</th>
            <td>{words.ms(ms(scan))}</td>
          </tr>
        </tbody>
      </table>
      <p className="views-say">
        {scan >= loop ? words.slower(fixed(scan / loop, 1)) : words.faster(fixed(loop / scan, 1))}
      </p>
    </div>
  );
}
