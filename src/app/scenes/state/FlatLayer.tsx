import { useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { HeatLane } from '../../../viz/heat/HeatLane';
import type { HeatScale } from '../../../viz/heat/scale';
import { uniformSpans } from '../../../viz/hover/geometry';
import { useTapeColumns } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { lifeText } from './cells';
import { wordAt } from './derive';
import type { LayerPicture } from './field';
import { useColumns, useStateView, type Place } from './view';
import { words as sceneWords } from './words';

export interface LayerProps {
  picture: LayerPicture;
  scale: HeatScale;
  place: Place;
  /** Channels from slow to quick. */
  order: Uint16Array;
  inSight: readonly number[];
  summary: string;
  title: string;
}

/** The layer as a heat map: at one word all channels side by side, or through the sentence under its words. */
export function FlatLayer({ picture, scale, place, inSight, summary, title }: LayerProps) {
  const words = sceneWords.use();
  const actions = useActions();
  const tokens = useApp((s) => s.yours.tokens);
  const lives = useApp((s) => s.model.halfLife[place.layer]);
  const { over } = useStateView();
  const { geometry: g } = useTapeColumns();
  const columns = useColumns();
  const { channel, state, token } = place;
  const { rows, channels, value } = picture;
  const time = over === 'time';
  const spans = useMemo(
    () =>
      time
        ? columns
            .filter((c) => inSight.includes(c.token))
            .map((c, i) => ({ token: i, x: c.x, width: c.width }))
        : uniformSpans(picture.columns, g.x0, g.right - g.x0),
    [time, columns, inSight, picture.columns, g.x0, g.right],
  );
  const at = channels.indexOf(channel);
  const cell = (row: number, column: number) => {
    const ch = channels[time ? row : column];
    const t = time ? inSight[column] : token;
    const n = time ? state : row;
    const where = [words.unitOf(ch, null), words.state(n)].join(', ');
    return {
      ch,
      t,
      n,
      info: {
        place: time ? `${words.word(wordAt(tokens, t), t + 1)}, ${where}` : where,
        term: {
          tex: 'h',
          symbol: 'h' as const,
          value: value(row, column),
          say: words.say.h,
          digits: 3,
        },
        note: `${words.remembers(lifeText(lives[ch]))}`,
      },
    };
  };
  const chosen = time ? at : state;
  return (
    <div className={time ? 'flat-layer' : 'flat-layer wide'}>
      <HeatLane
        id="layer"
        tex="h"
        symbol="h"
        ends={time ? { first: '', last: '' } : { first: '0', last: String(rows - 1) }}
        rows={rows}
        spans={spans}
        value={value}
        scale={scale}
        x0={g.x0}
        x1={time ? g.x1 : g.right}
        height={time ? 230 : 160}
        narrow={g.narrow}
        row={chosen < 0 ? null : { index: chosen, label: String(time ? channel : state) }}
        column={time ? inSight.indexOf(token) : at < 0 ? undefined : at}
        label={words.layer.label(rows, picture.columns)}
        summary={`${title}. ${summary}`}
        describe={(row, column) => cell(row, column).info}
        onSelect={(row, column) => {
          const { ch, t, n } = cell(row, column);
          if (time) actions.setToken(t);
          actions.setChannel(ch, n);
        }}
      />
      {time ? (
        <p className="ends-note" style={{ marginLeft: g.x0 }}>
          ↑ {words.layer.slow}, ↓ {words.layer.quick}
        </p>
      ) : (
        <div className="ends num" style={{ marginLeft: g.x0, width: g.right - g.x0 }}>
          <span>{words.layer.slow}</span>
          {at >= 0 && (
            <b
              style={{
                left: `clamp(150px, ${((at + 0.5) / picture.columns) * 100}%, 100% - 150px)`,
              }}
            >
              {words.unitOf(channel, null)}: {fixed(value(state, at), 3)}
            </b>
          )}
          <span>{words.layer.quick}</span>
        </div>
      )}
    </div>
  );
}
