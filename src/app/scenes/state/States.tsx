import { useMemo, useState } from 'react';
import { fixed } from '../../../viz/format';
import { HeatLane } from '../../../viz/heat/HeatLane';
import { Legend } from '../../../viz/heat/Legend';
import { extremes, legendOf, type HeatScale } from '../../../viz/heat/scale';
import { cellIndex } from '../../../viz/hover/geometry';
import { StateRows } from '../../../viz/state/StateRows';
import { Sym } from '../../../viz/Sym';
import type { Column } from '../../../viz/tape/columns';
import { useTapeColumns } from '../../frame/useTape';
import { useActions, useApp } from '../../store/store';
import { lifeText, stateCell } from './cells';
import { halfLife, wordAt } from './derive';
import { deltaAt, heldAt, rateOf, stepAt, type LayerRun } from './layer';
import { useColumns, useRun, type Place } from './view';
import { words as sceneWords } from './words';

/** The scale of half-lives, in words. */
const LIVES = { from: 0.01, to: 10_000 };
/** Height of the line above the pictures. */
const HEAD = 30;

interface StatesProps {
  place: Place;
  scale: HeatScale;
  height: number;
  name: string;
}

/** The chosen channel: its N numbers under the sentence, and beside them what this step did to each. */
export function States({ place, scale, height, name }: StatesProps) {
  const words = sceneWords.use();
  const actions = useActions();
  const tokens = useApp((s) => s.yours.tokens);
  const { geometry: g } = useTapeColumns();
  const columns = useColumns();
  const before = useRun('before');
  const { run, token, row, channel, state } = place;
  const N = run.model.dState;
  const inSight = useMemo(
    () => columns.filter((c) => c.token < run.first + run.rows && c.token >= run.first),
    [columns, run],
  );
  const step = useMemo(() => {
    const { previous, kept, written } = stepAt(run, row, channel);
    const delta = deltaAt(run, row, channel);
    return Array.from({ length: N }, (_, n) => ({
      previous: previous[n],
      kept: kept[n],
      written: written[n],
      halfLife: halfLife(delta, rateOf(run, channel, n)[0]),
    }));
  }, [run, row, channel, N]);
  const moves = useSteppedOn(token, channel);
  const now = useLane(run, channel, inSight);
  const untouched = useLane(before ?? run, channel, inSight);
  const lane = (id: 'h' | 'h-before', word: string | undefined, tall: number) => {
    const { value, found } = id === 'h' ? now : untouched;
    const summary = found
      ? words.lanes.summary(
          name,
          fixed(found.least.value),
          fixed(found.most.value),
          wordAt(tokens, found.most.column),
        )
      : name;
    return (
      <HeatLane
        id={id}
        tex="h_t"
        symbol="h"
        word={word}
        yours={id === 'h' && before !== null}
        ends={{ first: '0', last: String(N - 1) }}
        rows={N}
        spans={inSight}
        value={value}
        scale={scale}
        x0={g.x0}
        x1={g.x1}
        height={tall}
        narrow={g.narrow}
        row={{ index: state, label: String(state) }}
        column={token}
        label={words.lanes.label(name)}
        summary={summary}
        describe={(n, t) => ({
          ...stateCell(
            run,
            before,
            t,
            channel,
            n,
            `${words.word(wordAt(tokens, t), t + 1)}, ${name}, ${words.state(n)}`,
            words,
          ),
          also: before
            ? [{ figure: id === 'h' ? 'h-before' : 'h', index: cellIndex(N, n, t) }]
            : undefined,
        })}
        onSelect={(n, t) => {
          actions.setToken(t);
          actions.setChannel(channel, n);
        }}
      />
    );
  };
  const chosen = step[Math.min(state, N - 1)];
  const rows = (
    <StateRows
      rows={step}
      max={scale.max}
      lives={LIVES}
      selected={state}
      x0={g.result ? g.result.x + 18 : g.x0}
      width={g.result ? g.result.width - 18 : g.right - g.x0}
      height={height}
      head={HEAD}
      step={`${run.layer} ${channel} ${token}`}
      moves={moves}
      words={{
        step: words.step.heads,
        lives: words.step.lives,
        summary: words.step.summary(
          N,
          String(state),
          fixed(chosen.kept),
          fixed(chosen.written),
          lifeText(chosen.halfLife),
        ),
      }}
    />
  );
  return (
    <div className="states">
      <div className="states-main">
        <div className="lane-head" style={{ height: HEAD, left: g.x0, width: g.x1 - g.x0 }}>
          <h3>{words.lanes.chosen(name, N)}</h3>
          <Legend
            {...legendOf(scale)}
            name={
              <>
                <Sym name="h" /> {words.lanes.bent}
              </>
            }
          />
        </div>
        {lane('h', before ? words.rows.yours : undefined, height)}
        {rows}
      </div>
      {before && (
        <div className="states-before">
          {lane('h-before', words.rows.before, Math.round(height * 0.5))}
        </div>
      )}
      {run.model.kind === 'S4D' && <p className="aside-note">{words.realPart}</p>}
    </div>
  );
}

/** Numbers of a channel by place, the same function until they change, and their least and greatest in sight. */
function useLane(run: LayerRun, channel: number, inSight: readonly Column[]) {
  return useMemo(() => {
    const value = (n: number, t: number) => heldAt(run, t - run.first, channel)[n];
    const tokens = inSight.map((c) => c.token);
    return { value, found: extremes(run.model.dState, tokens, value) };
  }, [run, channel, inSight]);
}

/**
 * True if the last change was one word on, of the same channel, at a pace that can be followed: only then something is
 * seen to fade and be written.
 */
function useSteppedOn(token: number, channel: number): boolean {
  const scrubbing = useApp((s) => s.scrubbing);
  const [last, setLast] = useState({ token, channel, on: false });
  const same = last.token === token && last.channel === channel;
  const on = same ? last.on : !scrubbing && token === last.token + 1 && channel === last.channel;
  if (!same) setLast({ token, channel, on });
  return on;
}
