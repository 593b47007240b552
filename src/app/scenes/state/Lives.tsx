import { useMemo } from 'react';
import { percent } from '../../../viz/format';
import { HeatLane } from '../../../viz/heat/HeatLane';
import { Legend } from '../../../viz/heat/Legend';
import { slowestFirst } from '../../../viz/heat/paint';
import { legendOf, type HeatScale } from '../../../viz/heat/scale';
import { uniformSpans } from '../../../viz/hover/geometry';
import { Doublings } from '../../../viz/state/Doublings';
import { markColour } from '../../../viz/Sym';
import { Figure } from '../../frame/Figure';
import { Rich } from '../../frame/Rich';
import { useTapeColumns } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { lifeText } from './cells';
import { doublings, halfLives, median, shareFrom, wordAt } from './derive';
import type { Place } from './view';
import { words as sceneWords } from './words';

/** From an eighth of a word to 16,384 words, a bin a doubling. */
const FROM = 1 / 8;
const BINS = 17;
const TICKS = [0.25, 1, 4, 16, 64, 256, 1024, 4096];
const SCALE: HeatScale = { kind: 'magnitude', logFrom: 0.1, max: 1000 };

/** ln 2 / (Δ_t |A|) of every number of the layer, at the cursor's word. */
export function Lives({ place }: { place: Place }) {
  const words = sceneWords.use();
  const actions = useActions();
  const tokens = useApp((s) => s.yours.tokens);
  const lives = useApp((s) => s.model.halfLife[place.layer]);
  const { geometry: g } = useTapeColumns();
  const { run, row, token, channel, state } = place;
  const { dInner: E, dState: N, heads } = run.model;
  const all = useMemo(() => halfLives(run, row), [run, row]);
  const order = useMemo(() => slowestFirst(lives), [lives]);
  const x0 = Math.max(g.x0, 64);
  const spans = useMemo(() => uniformSpans(E, g.x0, g.right - g.x0), [E, g.x0, g.right]);
  const counts = useMemo(() => doublings(all, FROM, BINS), [all]);
  const middle = useMemo(() => median(all), [all]);
  const length = token + 1;
  const own = all[channel * N + state];
  const top = counts.indexOf(Math.max(...counts));
  const bin = (i: number) => lifeText(FROM * 2 ** i);
  const value = useMemo(() => (n: number, i: number) => all[order[i] * N + n], [all, order, N]);
  const word = wordAt(tokens, token);
  const at = order.indexOf(channel);
  return (
    <Figure title={words.lives.heading(word)} className="lives-figure">
      <p className="figure-say num" style={{ marginLeft: g.x0 }}>
        <Rich
          text={words.lives.said(
            lifeText(middle),
            percent(1 - shareFrom(all, 1)),
            percent(shareFrom(all, length)),
            length,
          )}
        />{' '}
        {heads && words.lives.perHead}
      </p>
      <Doublings
        counts={counts}
        from={FROM}
        x0={x0}
        width={g.right - x0}
        height={190}
        marks={[
          { value: length, text: words.lives.text(length) },
          { value: own, text: words.lives.here(lifeText(own)), own: true },
        ]}
        ticks={TICKS}
        colour={markColour('A')}
        unit={words.lives.unit}
        summary={words.lives.summary(lifeText(middle), `${bin(top)}–${bin(top + 1)}`)}
      />
      <HeatLane
        id="lives"
        ends={heads ? undefined : { first: '0', last: String(N - 1) }}
        rows={heads ? 1 : N}
        spans={spans}
        value={value}
        scale={SCALE}
        x0={g.x0}
        x1={g.right}
        height={heads ? 24 : 112}
        narrow={g.narrow}
        row={heads ? null : { index: state, label: String(state) }}
        column={at}
        label={words.lives.label}
        summary={words.lives.summary(lifeText(middle), `${bin(top)}–${bin(top + 1)}`)}
        describe={(n, i) => ({
          place: `${words.unitOf(order[i], null)}${heads ? '' : `, ${words.state(n)}`}`,
          term: {
            tex: String.raw`\tfrac{\ln 2}{\Delta_t\,|A|}`,
            value: all[order[i] * N + n],
            digits: 1,
            say: words.say.life,
          },
          note: words.remembers(lifeText(all[order[i] * N + n])),
        })}
        onSelect={(n, i) => actions.setChannel(order[i], heads ? state : n)}
      />
      <div className="ends num" style={{ marginLeft: g.x0, width: g.right - g.x0 }}>
        <span>{words.layer.slow}</span>
        <span>{words.layer.quick}</span>
      </div>
      <div className="lane-legend">
        <Legend {...legendOf(SCALE)} name={words.lives.legend} />
      </div>
    </Figure>
  );
}
