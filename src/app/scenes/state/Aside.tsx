import { unitCount, unitOfChannel } from '../../../engine/probeShape';
import { Segmented } from '../../../viz/controls/Segmented';
import { count } from '../../../viz/format';
import { FormulaGrid } from '../../../viz/formula/FormulaGrid';
import { cellIndex } from '../../../viz/hover/geometry';
import { Rich } from '../../frame/Rich';
import { useApp } from '../../store/store';
import { lifeText, stepParts } from './cells';
import { halfLife, wordAt } from './derive';
import { deltaAt, rateOf } from './layer';
import { stateNumbers } from './memory';
import { usePlace, useRun, useStateView } from './view';
import { words as sceneWords } from './words';

/** What to take away. */
export function Lead() {
  const words = sceneWords.use();
  const model = useApp((s) => s.model);
  return <Rich text={words.lead(count(stateNumbers(model)))} />;
}

/** One step of the number under the cursor. */
export function Formula() {
  const words = sceneWords.use();
  const tokens = useApp((s) => s.yours.tokens);
  const place = usePlace();
  const before = useRun('before');
  if (!place) return null;
  const { run, row, token, layer, channel } = place;
  const n = Math.min(place.state, run.model.dState - 1);
  const { term, operands } = stepParts(run, row, channel, n, words, before);
  const source = { figure: 'h', index: cellIndex(run.model.dState, n, token) };
  const life = halfLife(deltaAt(run, row, channel), rateOf(run, channel, n)[0]);
  return (
    <>
      <FormulaGrid
        place={
          <>
            {words.at} <b>{wordAt(tokens, token)}</b>, {words.placeIn(layer, channel, n)}
          </>
        }
        parts={[{ ...term, source }, { op: '=' }, ...operands]}
        rows={words.rows}
      />
      <p className="state-life num">{words.remembers(lifeText(life))}</p>
    </>
  );
}

/** Whose memory stands on the sentence. */
export function Controls() {
  const words = sceneWords.use().heard;
  const { heard, setHeard } = useStateView();
  const model = useApp((s) => s.model);
  const channel = useApp((s) => s.cursor.channel);
  const units = unitCount(model);
  const unit = unitOfChannel(model, channel);
  return (
    <section className="state-controls" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <Segmented
        label={words.label}
        value={heard}
        onChange={setHeard}
        options={[
          {
            value: 'channel',
            label: model.heads
              ? `${words.channel(channel)}, ${words.inHead(unit)}`
              : words.channel(channel),
          },
          {
            value: 'mean',
            label: words.mean(model.heads ? words.heads(units) : words.channels(units)),
          },
        ]}
      />
      <p>{heard === 'mean' ? words.meanNote : words.channelNote}</p>
    </section>
  );
}
