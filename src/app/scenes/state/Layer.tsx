import { useMemo } from 'react';
import { unitOfChannel } from '../../../engine/probeShape';
import type { Moment } from '../../../engine/types';
import { Segmented } from '../../../viz/controls/Segmented';
import { fixed } from '../../../viz/format';
import { Legend } from '../../../viz/heat/Legend';
import { slowestFirst } from '../../../viz/heat/paint';
import { legendOf, type HeatScale } from '../../../viz/heat/scale';
import { Sym } from '../../../viz/Sym';
import { Figure } from '../../frame/Figure';
import { useTapeColumns } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { wordAt } from './derive';
import { atMoment, ends, headAtMoment, momentOf, throughTime } from './field';
import { FlatLayer } from './FlatLayer';
import { SolidLayer } from './SolidLayer';
import { useColumns, useStateView, type Place } from './view';
import { words as sceneWords } from './words';

/** The whole layer: after this word, or one number n of every channel through the sentence; in 3-D or flat. */
export function Layer({ place: cursor, scale }: { place: Place; scale: HeatScale }) {
  const words = sceneWords.use();
  const view = useStateView();
  const tokens = useApp((s) => s.yours.tokens);
  const moment = useApp((s) => s.moment?.yours);
  const place = useMoment(cursor, view.over === 'moment' ? moment : undefined);
  const lives = useApp((s) => s.model.halfLife[place.layer]);
  const { geometry: g } = useTapeColumns();
  const columns = useColumns();
  const { run, token, layer, channel, state } = place;
  const { heads, dInner, dState } = run.model;
  const order = useMemo(() => slowestFirst(lives), [lives]);
  const inSight = useMemo(
    () => columns.map((c) => c.token).filter((t) => t >= run.first && t < run.first + run.rows),
    [columns, run],
  );
  const h = momentOf(moment, token, layer);
  const solid = view.look === 'solid';
  const picture = useMemo(() => {
    if (view.over === 'time') return throughTime(run, order, state, inSight, channel);
    if (!h) return null;
    return heads && solid ? headAtMoment(h, run, channel) : atMoment(h, run, order, channel);
  }, [view.over, run, order, state, inSight, h, heads, solid, channel]);
  const word = wordAt(tokens, token);
  const some = picture ? words.layer.some(picture.channels.length, picture.all) : '';
  const title =
    view.over === 'time'
      ? words.layer.headingTime(state, some)
      : heads && solid
        ? words.layer.headingHead(unitOfChannel(run.model, channel), heads.headDim, dState, word)
        : words.layer.heading(dInner, dState, word);
  const range = picture && ends(picture);
  const summary = range ? words.layer.summary(fixed(range.least), fixed(range.most)) : '';
  const shown = picture && { picture, scale, place, order, inSight, summary, title };
  return (
    <Figure
      title={title}
      className="layer-figure"
      tools={
        <>
          <Segmented
            label={words.layer.over}
            value={view.over}
            onChange={view.setOver}
            options={[
              { value: 'moment', label: words.layer.moment },
              { value: 'time', label: words.layer.time },
            ]}
          />
          <Segmented
            label={words.layer.look}
            value={view.look}
            onChange={view.setLook}
            options={[
              { value: 'solid', label: words.layer.solid },
              { value: 'flat', label: words.layer.flat },
            ]}
          />
        </>
      }
    >
      {shown ? (
        solid ? (
          <SolidLayer {...shown} />
        ) : (
          <FlatLayer {...shown} />
        )
      ) : (
        <p className="aside-note tall" style={{ marginLeft: g.x0 }}>
          {run.first > 0 && view.over === 'time' ? words.lanes.tooLong : words.layer.waiting}
        </p>
      )}
      <div className="lane-legend">
        <Legend
          {...legendOf(scale)}
          name={
            <>
              <Sym name="h" /> {words.lanes.bent}
            </>
          }
        />
      </div>
    </Figure>
  );
}

/** The place at the word that the moment is of: it trails the cursor a little, and name and picture go together. */
function useMoment(place: Place, moment: Moment | undefined): Place {
  const token = moment?.token ?? place.token;
  return useMemo(() => {
    const row = token - place.run.first;
    return row < 0 || row >= place.run.rows ? place : { ...place, token, row };
  }, [place, token]);
}
