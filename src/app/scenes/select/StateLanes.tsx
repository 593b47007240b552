import { useCallback, useMemo } from 'react';
import { fixed, percent } from '../../../viz/format';
import { HeatLane } from '../../../viz/heat/HeatLane';
import { Legend } from '../../../viz/heat/Legend';
import { extremes, legendOf, type HeatScale } from '../../../viz/heat/scale';
import type { CellInfo } from '../../../viz/hover/cells';
import { cellIndex } from '../../../viz/hover/geometry';
import { Sym } from '../../../viz/Sym';
import { turnedParts } from '../../frame/turn';
import { useTapeColumns } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { useText } from '../../text';
import { both, keepCell } from './cells';
import { keepOfStates } from './derive';
import { halfLifeOf, keepOf } from './identities';
import { barsPlace, KeepBars } from './KeepBars';
import type { SelectLayout } from './layout';
import { useWordAt } from './place';
import {
  numbersAt,
  realA,
  rowAt,
  sharedIndex,
  stateIndex,
  turnedIn,
  type Reading,
  type Side,
} from './reading';
import { words as sceneWords } from './words';

/** The state of the chosen channel, word by word: before and yours; beside each, how much of every number this word keeps. */
export function StateLanes({
  r,
  layout,
  scale,
}: {
  r: Reading;
  layout: SelectLayout;
  scale: HeatScale;
}) {
  const { geometry: g } = useTapeColumns();
  const turned = r.delta.before !== null;
  const height = turned ? layout.shared : layout.state;
  return (
    <div className="select-row">
      {turned && (
        <>
          <StateLane r={r} side="before" height={height} scale={scale} />
          <div style={{ height: layout.near }} />
        </>
      )}
      <StateLane r={r} side="yours" height={height} scale={scale} />
      <div
        className="lane-legend"
        style={{ marginLeft: g.x0, width: (g.narrow ? g.right : g.x1) - g.x0 }}
      >
        <Legend {...legendOf(scale)} name={<Sym name="h" />} />
      </div>
    </div>
  );
}

interface StateLaneProps {
  r: Reading;
  side: Side;
  height: number;
  scale: HeatScale;
}

function StateLane({ r, side, height, scale }: StateLaneProps) {
  const text = useText();
  const words = sceneWords.use();
  const actions = useActions();
  const wordAt = useWordAt();
  const { geometry: g, columns } = useTapeColumns();
  const token = useApp((s) => s.cursor.token);
  const channel = useApp((s) => s.cursor.channel);
  const state = useApp((s) => s.cursor.state);
  const intervention = useApp((s) => s.shownIntervention);
  const { h, model } = r;
  const N = model.dState;
  const turned = r.delta.before !== null;
  const id = side === 'yours' ? 'h' : 'h-before';
  const value = useCallback(
    (n: number, t: number) => rowAt(h, side, t)?.[stateIndex(model, channel, n)] ?? NaN,
    [h, side, model, channel],
  );
  const summary = useMemo(() => {
    const found = extremes(
      N,
      columns.map((c) => c.token),
      value,
    );
    return found
      ? words.lanes.heatSummary(
          'h',
          fixed(found.least.value),
          fixed(found.most.value),
          wordAt(found.most.column),
        )
      : '';
  }, [N, columns, value, words, wordAt]);
  const describe = useCallback(
    (n: number, t: number) => describeState(r, { channel, n, t, side, wordAt, words }),
    [r, channel, side, words, wordAt],
  );
  const select = useCallback(
    (n: number, t: number) => {
      actions.setToken(t);
      actions.setChannel(channel, n);
    },
    [actions, channel],
  );
  const unit = words.unit(channel, false);
  // What is turned stands only beside a layer in which it acts.
  const { held, factor } = turnedIn(intervention, r.layer);
  const acts =
    held.length > 0 ||
    factor !== 1 ||
    intervention.layer === 'all' ||
    intervention.layer === r.layer;
  const mine = acts ? turnedParts(intervention, text).join(', ') || words.yours : words.yours;
  const name = turned ? (side === 'yours' ? mine : words.before) : unit;
  return (
    <div className="select-row">
      <HeatLane
        id={id}
        tex="h_t"
        symbol="h"
        word={name}
        yours={turned && side === 'yours'}
        note={model.kind === 'S4D' && !turned ? words.lanes.realPart : undefined}
        ends={{ first: '0', last: String(N - 1) }}
        rows={N}
        spans={columns}
        value={value}
        scale={scale}
        x0={g.x0}
        x1={g.narrow ? g.right : g.x1}
        height={height}
        narrow={g.narrow}
        row={g.narrow ? null : { index: state, label: String(state) }}
        column={token}
        label={`${words.lanes.state(unit)}${turned ? `, ${side === 'yours' ? words.yours : words.before}` : ''}`}
        summary={summary}
        describe={describe}
        onSelect={select}
      />
      {g.result && <StateBars r={r} side={side} height={height} result={g.result} />}
    </div>
  );
}

type Words = ReturnType<typeof sceneWords.use>;

/** h_t = Ā h_{t−1} + Δ_t B_t x_t with the cells that it came from; S4D's real part stands alone. */
function describeState(
  r: Reading,
  at: {
    channel: number;
    n: number;
    t: number;
    side: Side;
    wordAt(t: number): string;
    words: Words;
  },
): CellInfo {
  const { channel, n, t, side, wordAt, words } = at;
  const { say } = words;
  const N = r.model.dState;
  const index = stateIndex(r.model, channel, n);
  const one = numbersAt(r, side, { token: t, channel, state: n });
  const also = r.delta.before
    ? [{ figure: side === 'yours' ? 'h-before' : 'h', index: cellIndex(N, n, t) }]
    : undefined;
  const place = words.place(wordAt(t), t + 1, `${words.unit(channel, false)}, ${words.stateOf(n)}`);
  const term = {
    tex: 'h_t',
    symbol: 'h' as const,
    ...both(r, (s) => rowAt(r.h, s, t)?.[index]),
    say: say.h,
  };
  if (!one || one.B === null) return { place, term, also };
  const figure = side === 'yours' ? 'h' : 'h-before';
  const shared = sharedIndex(r.model, r.unit, n);
  return {
    place,
    term,
    also,
    operands: [
      { tex: '\\bar A', symbol: 'A', value: keepOf(one.delta, one.A), say: say.Abar },
      {
        tex: 'h_{t-1}',
        symbol: 'h',
        value: one.hPrevious,
        say: say.hBefore,
        source: t ? { figure, index: cellIndex(N, n, t - 1) } : undefined,
      },
      { op: '+' },
      {
        tex: '\\Delta_t',
        symbol: 'Delta',
        value: one.delta,
        say: say.delta,
        source: { figure: 'stems', index: cellIndex(1, 0, t) },
      },
      {
        tex: 'B_t',
        symbol: 'B',
        value: one.B,
        say: say.B,
        source:
          side === 'yours'
            ? { figure: 'B', index: cellIndex(r.B?.yours.shape[0] ?? N, shared, t) }
            : undefined,
      },
      { tex: 'x_t', symbol: 'x', value: one.x, say: say.x },
    ],
  };
}

/** What the chosen word keeps of every state, aligned with the lane. */
function StateBars({
  r,
  side,
  height,
  result,
}: {
  r: Reading;
  side: Side;
  height: number;
  result: { x: number; width: number };
}) {
  const words = sceneWords.use();
  const actions = useActions();
  const wordAt = useWordAt();
  const token = useApp((s) => s.cursor.token);
  const channel = useApp((s) => s.cursor.channel);
  const state = useApp((s) => s.cursor.state);
  const keep = useMemo(() => keepOfStates(r, side, { token, channel }), [r, side, token, channel]);
  const describe = useCallback(
    (n: number) => {
      const A = (one: Side) => realA(r, one, channel, n);
      const delta = rowAt(r.delta, side, token)?.[r.unit] ?? NaN;
      return keepCell(
        r,
        {
          token,
          unit: r.unit,
          place: words.place(wordAt(token), token + 1, words.stateOf(n)),
          note: words.valve.note(fixed(halfLifeOf(delta, A(side)), 1)),
        },
        A,
        words.say,
        { figure: 'stems', index: cellIndex(1, 0, token) },
      );
    },
    [r, side, channel, token, words, wordAt],
  );
  const select = useCallback((n: number) => actions.setChannel(channel, n), [actions, channel]);
  if (!keep) return null;
  return (
    <KeepBars
      id={side === 'yours' ? 'keep-states' : 'keep-states-before'}
      label={`${words.valve.states}${r.delta.before ? `, ${side === 'yours' ? words.yours : words.before}` : ''}`}
      summary={words.valve.unitsSummary(percent(Math.min(...keep)), percent(Math.max(...keep)))}
      keep={keep}
      {...barsPlace(result)}
      top={0}
      height={height}
      tone={r.delta.before ? side : 'calm'}
      chosen={{ row: state, text: percent(keep[state]) }}
      describe={describe}
      onSelect={select}
    />
  );
}
