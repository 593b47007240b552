import { useCallback, useMemo } from 'react';
import { fixed, percent } from '../../../viz/format';
import { HeatLane } from '../../../viz/heat/HeatLane';
import {
  extremes,
  RELATIVE_SCALE,
  relativeToMedian,
  type HeatScale,
} from '../../../viz/heat/scale';
import { useTapeColumns } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { deltaCell, keepCell, mapSource } from './cells';
import { channelIn, firstChannel, keepOfUnits, mediansOf, orderOf } from './derive';
import { useMapChoice } from './focus';
import { halfLifeOf } from './identities';
import { barsPlace, KeepBars } from './KeepBars';
import type { SelectLayout } from './layout';
import { MapTools } from './MapTools';
import { useWordAt } from './place';
import { realA, rowAt, type Reading, type Side } from './reading';
import { SOME, someOf } from './rows';
import { words as sceneWords } from './words';

/** Sorted by a word's Δ, the order depends on the word; sorted by half-life, it never moves. */
function useRows(r: Reading): Uint16Array {
  const choice = useMapChoice();
  const { order } = choice;
  const all = choice.rows === 'all';
  const token = useApp((s) => (order === 'delta' ? s.cursor.token : 0));
  const sorted = useMemo(() => orderOf(r, order, token), [r, order, token]);
  return useMemo(() => someOf(sorted, all ? sorted.length : SOME, r.unit), [sorted, all, r.unit]);
}

/** Δ of the channels: a row a channel; beside it, what each of them keeps of its state at the chosen word. */
export function ChannelMap({
  r,
  layout,
  scale,
}: {
  r: Reading;
  layout: SelectLayout;
  scale: HeatScale;
}) {
  const words = sceneWords.use();
  const actions = useActions();
  const wordAt = useWordAt();
  const { geometry: g, columns } = useTapeColumns();
  const { scale: against, order } = useMapChoice();
  const relative = against === 'relative';
  const token = useApp((s) => s.cursor.token);
  const channel = useApp((s) => s.cursor.channel);
  const rows = useRows(r);
  const heads = r.model.heads !== null;
  const medians = useMemo(() => (relative ? mediansOf(r) : null), [r, relative]);
  const value = useMemo(() => {
    const { first, rows: known, yours } = r.delta;
    const plain = (row: number, t: number) =>
      t < first || t >= first + known ? NaN : yours.values[(t - first) * r.units + rows[row]];
    return medians
      ? relativeToMedian(
          plain,
          Array.from(rows, (unit) => medians[unit]),
        )
      : plain;
  }, [r, rows, medians]);
  const summary = useMemo(() => {
    const delta = (row: number, t: number) => rowAt(r.delta, 'yours', t)?.[rows[row]] ?? 0;
    const found = extremes(
      rows.length,
      columns.map((c) => c.token),
      delta,
    );
    const all = words.lanes.rows(rows.length, r.units, heads);
    if (!found) return all;
    const { least, most } = found;
    const unit = words.unit(rows[most.row], heads);
    return words.lanes.mapSummary(
      all,
      fixed(least.value, 3),
      fixed(most.value),
      wordAt(most.column),
      unit,
    );
  }, [r, rows, columns, words, heads, wordAt]);
  const describe = useCallback(
    (row: number, t: number) => {
      const unit = rows[row];
      const cell = deltaCell(
        r,
        t,
        unit,
        words.place(wordAt(t), t + 1, words.unit(unit, heads)),
        words.say,
      );
      const delta = rowAt(r.delta, 'yours', t)?.[unit] ?? NaN;
      const note = medians ? words.lanes.toMedian(fixed(delta / medians[unit])) : undefined;
      return { ...cell, note };
    },
    [r, rows, medians, words, wordAt, heads],
  );
  const select = useCallback(
    (row: number, t: number) => {
      actions.setToken(t);
      actions.setChannel(channelIn(r, rows[row], channel));
    },
    [actions, r, rows, channel],
  );
  const ends =
    order === 'delta'
      ? { first: words.lanes.smaller, last: words.lanes.larger }
      : { first: words.lanes.slow, last: words.lanes.quick };
  return (
    <>
      <div className="select-row">
        <HeatLane
          id="map"
          tex="\Delta"
          symbol="Delta"
          note={
            rows.length < r.units && !g.narrow
              ? words.lanes.some(rows.length, r.units)
              : words.lanes.rows(rows.length, r.units, heads)
          }
          ends={ends}
          rows={rows.length}
          spans={columns}
          value={value}
          scale={relative ? RELATIVE_SCALE : scale}
          x0={g.x0}
          x1={g.narrow ? g.right : g.x1}
          height={layout.map}
          narrow={g.narrow}
          row={{ index: rows.indexOf(r.unit), label: String(r.unit) }}
          column={token}
          label={words.lanes.map}
          summary={summary}
          describe={describe}
          onSelect={select}
        />
        {g.result && <UnitBars r={r} rows={rows} height={layout.map} result={g.result} />}
      </div>
      <MapTools r={r} scale={scale} />
    </>
  );
}

/** What each row's channel keeps of the chosen state, aligned with the map. */
function UnitBars(props: {
  r: Reading;
  rows: Uint16Array;
  height: number;
  result: { x: number; width: number };
}) {
  const { r, rows, height, result } = props;
  const words = sceneWords.use();
  const actions = useActions();
  const wordAt = useWordAt();
  const token = useApp((s) => s.cursor.token);
  const channel = useApp((s) => s.cursor.channel);
  const state = useApp((s) => s.cursor.state);
  const keep = useMemo(
    () => keepOfUnits(r, 'yours', rows, { token, state }),
    [r, rows, token, state],
  );
  const describe = useCallback(
    (row: number) => {
      const unit = rows[row];
      const A = (side: Side) => realA({ ...r, unit }, side, firstChannel(r, unit), state);
      const delta = rowAt(r.delta, 'yours', token)?.[unit] ?? NaN;
      const name = `${words.unit(unit, r.model.heads !== null)}, ${words.stateOf(state)}`;
      return keepCell(
        r,
        {
          token,
          unit,
          place: words.place(wordAt(token), token + 1, name),
          note: words.valve.note(fixed(halfLifeOf(delta, A('yours')), 1)),
        },
        A,
        words.say,
        mapSource(rows.length, row, token),
      );
    },
    [r, rows, token, state, words, wordAt],
  );
  const select = useCallback(
    (row: number) => actions.setChannel(channelIn(r, rows[row], channel)),
    [actions, r, rows, channel],
  );
  if (!keep) return null;
  const row = rows.indexOf(r.unit);
  const place = barsPlace(result);
  return (
    <>
      <KeepBars
        id="keep-units"
        label={words.valve.units}
        summary={words.valve.unitsSummary(percent(Math.min(...keep)), percent(Math.max(...keep)))}
        keep={keep}
        {...place}
        top={0}
        height={height}
        tone={r.delta.before ? 'yours' : 'calm'}
        chosen={{ row, text: percent(keep[row]) }}
        describe={describe}
        onSelect={select}
      />
      <p className="keep-scale num" style={{ left: place.x, width: place.width, top: height + 3 }}>
        <span>{words.valve.keeps}</span>
        <span>{words.valve.letsGo}</span>
      </p>
    </>
  );
}
