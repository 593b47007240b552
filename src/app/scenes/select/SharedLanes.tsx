import { useCallback, useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { HeatLane } from '../../../viz/heat/HeatLane';
import { Legend } from '../../../viz/heat/Legend';
import { extremes, legendOf, type HeatScale } from '../../../viz/heat/scale';
import { Sym } from '../../../viz/Sym';
import { Rich } from '../../frame/Rich';
import { useTapeColumns } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { both } from './cells';
import type { SelectLayout } from './layout';
import { useWordAt } from './place';
import { rowAt, type Reading } from './reading';
import { Valve } from './Valve';
import { words as sceneWords } from './words';

/** B and C of each word: what it writes with, what it reads with. One row a state, shared by the channels. */
export function SharedLanes({
  r,
  layout,
  scale,
}: {
  r: Reading;
  layout: SelectLayout;
  scale: HeatScale;
}) {
  const words = sceneWords.use();
  const { geometry: g } = useTapeColumns();
  const height = 2 * layout.shared + layout.near;
  const right = g.narrow ? g.right : g.x1;
  return (
    <div className="select-row">
      {r.B && r.C ? (
        <>
          <SharedLane r={r} symbol="B" height={layout.shared} scale={scale} />
          <div style={{ height: layout.near }} />
          <SharedLane r={r} symbol="C" height={layout.shared} scale={scale} />
        </>
      ) : (
        <p
          className="absent-lane"
          style={{
            marginLeft: g.x0,
            width: right - g.x0,
            minHeight: g.result ? height : undefined,
          }}
        >
          <Rich text={words.lanes.noShared} />
        </p>
      )}
      <div
        className="lane-legend"
        style={{ marginLeft: g.x0, width: right - g.x0, height: layout.apart - 6 }}
      >
        {r.B && (
          <Legend
            {...legendOf(scale)}
            name={
              <>
                <Sym name="B" /> <Sym name="C" />
              </>
            }
          />
        )}
      </div>
      {g.result && (
        <div
          className="valve-beside"
          style={{ left: g.result.x + 22, width: g.result.width - 22, height }}
        >
          <Valve r={r} />
        </div>
      )}
    </div>
  );
}

interface SharedLaneProps {
  r: Reading;
  symbol: 'B' | 'C';
  height: number;
  scale: HeatScale;
}

function SharedLane({ r, symbol, height, scale }: SharedLaneProps) {
  const words = sceneWords.use();
  const actions = useActions();
  const wordAt = useWordAt();
  const { geometry: g, columns } = useTapeColumns();
  const token = useApp((s) => s.cursor.token);
  const channel = useApp((s) => s.cursor.channel);
  const traced = r[symbol];
  // (N), Mamba-2 (G·N).
  const rows = traced?.yours.shape[0] ?? 0;
  const value = useCallback(
    (n: number, t: number) => rowAt(traced, 'yours', t)?.[n] ?? NaN,
    [traced],
  );
  const summary = useMemo(() => {
    const found = extremes(
      rows,
      columns.map((c) => c.token),
      value,
    );
    return found
      ? words.lanes.heatSummary(
          symbol,
          fixed(found.least.value),
          fixed(found.most.value),
          wordAt(found.most.column),
        )
      : words.lanes.group(symbol);
  }, [rows, columns, value, words, symbol, wordAt]);
  const describe = useCallback(
    (n: number, t: number) => ({
      place: words.place(wordAt(t), t + 1, words.stateOf(n % r.model.dState)),
      term: {
        tex: `${symbol}_t`,
        symbol,
        ...both(r, (side) => rowAt(traced, side, t)?.[n]),
        say: words.say[symbol],
      },
    }),
    [r, traced, symbol, words, wordAt],
  );
  const select = useCallback(
    (n: number, t: number) => {
      actions.setToken(t);
      actions.setChannel(channel, n % r.model.dState);
    },
    [actions, channel, r],
  );
  return (
    <HeatLane
      id={symbol}
      tex={`${symbol}_t`}
      symbol={symbol}
      word={symbol === 'B' ? words.lanes.write : words.lanes.read}
      ends={{ first: '0', last: String(rows - 1) }}
      rows={rows}
      spans={columns}
      value={value}
      scale={scale}
      x0={g.x0}
      x1={g.narrow ? g.right : g.x1}
      height={height}
      narrow={g.narrow}
      column={token}
      label={words.lanes.group(symbol)}
      summary={summary}
      describe={describe}
      onSelect={select}
    />
  );
}
