import { useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { HeatLane } from '../../../viz/heat/HeatLane';
import { Legend } from '../../../viz/heat/Legend';
import { legendOf, type HeatScale } from '../../../viz/heat/scale';
import type { Column } from '../../../viz/tape/columns';
import { Figure } from '../../frame/Figure';
import { useTapeColumns } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { roundRange, wordAt } from './derive';
import { heardOf, weights, type Hearing } from './hearing';
import { useColumns, useStateView, useSteady, type Heard, type Place } from './view';
import { words as sceneWords } from './words';

/** Height of a row, and of the whole map at most. */
const ROW = 12;
const MOST = 420;

/** The numbers of the words in sight, by row and token, with the least and the greatest. */
function triangle(hearing: Hearing | null, inSight: readonly Column[]) {
  const rowsOf = inSight.map((c) => c.token);
  const value = (row: number, j: number): number => {
    const i = rowsOf[row];
    // Not yet read: no number, and nothing is painted.
    return (hearing && heardOf(hearing, i, j)) ?? NaN;
  };
  let [least, most] = [0, 0];
  rowsOf.forEach((_, row) => {
    for (const j of rowsOf) {
      const v = value(row, j);
      if (v < least) least = v;
      if (v > most) most = v;
    }
  });
  return { rowsOf, value, least, most };
}

/** M_ij of the words in sight: row i what word i hears of word j, above the diagonal nothing. */
export function HearingMap({ place, heard, of }: { place: Place; heard: Heard; of: string }) {
  const words = sceneWords.use();
  const actions = useActions();
  const tokens = useApp((s) => s.yours.tokens);
  const prompt = useApp((s) => s.prompt);
  const model = useApp((s) => s.model);
  const view = useStateView();
  const { geometry: g } = useTapeColumns();
  const columns = useColumns();
  const { hearing } = heard;
  const { run, layer, channel, token } = place;
  const inSight = useMemo(
    () =>
      columns.filter(
        ({ token: t }) => hearing && t >= hearing.first && t < hearing.first + hearing.size,
      ),
    [columns, hearing],
  );
  const max = useSteady([model.name, prompt, layer, channel, view.heard, 'map'].join(' '), () => {
    if (!hearing) return null;
    const all: number[] = [];
    for (let i = 0; i < hearing.size; i++) all.push(...weights(hearing, hearing.first + i)!.values);
    return roundRange(all, 0.99);
  });
  const scale = useMemo<HeatScale>(() => ({ kind: 'signed', max: max ?? 1, bend: 'sqrt' }), [max]);
  const { rowsOf, value, least, most } = useMemo(
    () => triangle(hearing, inSight),
    [hearing, inSight],
  );
  const chosen = rowsOf.indexOf(token);
  return (
    <Figure title={words.map.heading(of)} className="map-figure">
      {hearing ? (
        <HeatLane
          id="M"
          tex="M_{ij}"
          note={words.map.gutter}
          rows={rowsOf.length}
          spans={inSight}
          value={value}
          scale={scale}
          x0={g.x0}
          x1={g.x1}
          height={Math.min(MOST, rowsOf.length * ROW)}
          narrow={g.narrow}
          row={chosen < 0 ? null : { index: chosen, label: wordAt(tokens, token) }}
          column={token}
          label={words.map.label}
          summary={words.map.summary(fixed(least, 3), fixed(most, 3))}
          describe={(row, j) => {
            const i = rowsOf[row];
            const M = value(row, j);
            const x = run.x[(j - run.first) * run.model.dInner + channel];
            const known = !Number.isNaN(M);
            return {
              place: words.map.hears(wordAt(tokens, i), wordAt(tokens, j)),
              term: { tex: 'M_{ij}', value: known ? M : null, digits: 4, say: words.say.M },
              note:
                known && view.heard === 'channel' && x !== undefined
                  ? `${words.say.part} ${fixed(M * x, 4)}`
                  : undefined,
            };
          }}
          onSelect={(row) => actions.setToken(rowsOf[row])}
        />
      ) : (
        <p className="aside-note tall" style={{ marginLeft: g.x0 }}>
          {
            words.held[
              heard.state === 'resting' || heard.state === 'problem' ? heard.state : 'waiting'
            ]
          }
        </p>
      )}
      <p className="aside-note" style={{ marginLeft: g.x0 }}>
        {model.kind === 'S4D' ? words.map.s4 : words.map.note}{' '}
        {hearing &&
          hearing.size < tokens.length &&
          words.map.windowed(hearing.first + 1, hearing.first + hearing.size)}
      </p>
      <div className="lane-legend">
        <Legend {...legendOf(scale)} name={words.map.legend} />
      </div>
    </Figure>
  );
}
