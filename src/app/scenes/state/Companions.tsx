import { useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { HeatLane } from '../../../viz/heat/HeatLane';
import { slowestFirst } from '../../../viz/heat/paint';
import type { HeatScale } from '../../../viz/heat/scale';
import { useTapeColumns } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { lifeText } from './cells';
import { StepCheck } from './Check';
import { companions, wordAt } from './derive';
import { replay } from './layer';
import { useColumns, type Place } from './view';
import { words as sceneWords } from './words';

/** Other channels of the layer, small, from slow to quick: what the same sentence left in each of them. */
export function Companions({
  place,
  scale,
  height,
}: {
  place: Place;
  scale: HeatScale;
  height: number;
}) {
  const words = sceneWords.use();
  const actions = useActions();
  const tokens = useApp((s) => s.yours.tokens);
  const lives = useApp((s) => s.model.halfLife[place.layer]);
  const { geometry: g } = useTapeColumns();
  const columns = useColumns();
  const { run, channel, state, token } = place;
  const N = run.model.dState;
  const others = useMemo(
    () =>
      companions(slowestFirst(lives), channel).flatMap((other) => {
        const values = replay(run, other);
        return values ? [{ other, value: (n: number, t: number) => values[t * N + n] }] : [];
      }),
    [run, lives, channel, N],
  );
  const inSight = useMemo(() => columns.filter((c) => c.token < run.rows), [columns, run]);
  if (others.length === 0) return <p className="aside-note">{words.lanes.tooLong}</p>;
  return (
    <div className="companions">
      <StepCheck place={place} />
      <h3 style={{ marginLeft: g.x0 }}>{words.lanes.others}</h3>
      {others.map(({ other, value }) => {
        const name = words.unitOf(other, null);
        return (
          <HeatLane
            key={other}
            id={`h-${other}`}
            word={other}
            note={words.lanes.atRest(lifeText(lives[other]))}
            rows={N}
            spans={inSight}
            value={value}
            scale={scale}
            x0={g.x0}
            x1={g.x1}
            height={height}
            narrow={g.narrow}
            column={token}
            label={words.lanes.label(name)}
            summary={`${name}, ${words.remembers(lifeText(lives[other]))}: ${fixed(value(state, token))}`}
            describe={(n, t) => ({
              place: `${words.word(wordAt(tokens, t), t + 1)}, ${name}, ${words.state(n)}`,
              term: { tex: 'h_t', symbol: 'h', value: value(n, t), say: words.say.h },
            })}
            onSelect={(n, t) => {
              actions.setToken(t);
              actions.setChannel(other, n);
            }}
          />
        );
      })}
    </div>
  );
}
