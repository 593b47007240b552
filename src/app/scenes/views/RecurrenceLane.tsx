import { useMemo } from 'react';
import { fixed } from '../../../viz/format';
import { HeatLane } from '../../../viz/heat/HeatLane';
import { Legend } from '../../../viz/heat/Legend';
import { extremes, legendOf, type HeatScale } from '../../../viz/heat/scale';
import { Sym } from '../../../viz/Sym';
import { Tex } from '../../../viz/Tex';
import { CellStep, type Container } from '../../../viz/views/CellStep';
import { Chain } from '../../../viz/views/Chain';
import { useTapeLayout } from '../../frame/useTape';
import { useActions } from '../../store/store';
import { stateCell } from './cells';
import { readOut, stepAt } from './derive';
import { Given, Key, LaneHead } from './LaneHead';
import { useColumns, useSteppedOn, useWordAt, type Place } from './view';
import { words as sceneWords } from './words';

/** Width of a container, and of the four of the step beside. */
const WIDE = 11;
const PART = 26;
export const CHAIN_HEIGHT = 124;

/** The unrolled cell: one container of constant size beneath each word, and what goes over between them. */
export function RecurrenceLane({ place, scale }: { place: Place; scale: HeatScale }) {
  const words = sceneWords.use();
  const wordAt = useWordAt();
  const actions = useActions();
  const { geometry: g } = useTapeLayout();
  const { ch, row, token, state } = place;
  const { N, h, from, a, aIm } = ch;
  const columns = useColumns(ch);
  const spans = useMemo(
    () =>
      columns.map((c) => {
        const width = Math.max(4, Math.min(WIDE, c.width - 3));
        return { token: c.token, x: c.centre - width / 2, width };
      }),
    [columns],
  );
  const value = useMemo(() => (n: number, t: number) => h[(t - from) * N + n], [h, from, N]);
  const kept = useMemo(
    () => (t: number) => {
      let sum = 0;
      for (let n = 0; n < N; n++) {
        const i = (t - from) * N + n;
        sum += Math.hypot(a[i], aIm?.[i] ?? 0);
      }
      return sum / N;
    },
    [a, aIm, from, N],
  );
  const found = useMemo(
    () =>
      extremes(
        N,
        spans.map((s) => s.token),
        value,
      ),
    [N, spans, value],
  );
  const moves = useSteppedOn(token, ch.channel);
  const step = useMemo(() => stepAt(ch, row), [ch, row]);
  const y = readOut(ch, row, step.now, step.nowIm);
  const say = words.chain.parts;
  const of = (part: 'previous' | 'kept' | 'written' | 'now') => ({
    values: step[part],
    summary: say[part](fixed(step[part][state], 3)),
  });
  const parts: Container[] = [
    { sign: '', tex: 'h_{t-1}', stage: 0, ...of('previous') },
    {
      sign: String.raw`\htmlClass{sy-A}{\times\bar A}`,
      tex: String.raw`\bar A h`,
      stage: 1,
      ...of('kept'),
    },
    { sign: '+', tex: String.raw`\bar B x`, stage: 2, ...of('written') },
    { sign: '=', tex: 'h_t', stage: 2, ...of('now') },
  ];
  return (
    <div className="views-lane">
      <LaneHead
        name={words.chain.heading}
        says={words.chain.says(N)}
        legend={
          <>
            <Key mark="chain-mark">{words.chain.kept}</Key>
            <Legend
              {...legendOf(scale)}
              name={
                <>
                  <Sym name="h" /> {words.chain.bent}
                </>
              }
            />
          </>
        }
      />
      <div className="views-body" style={{ minHeight: CHAIN_HEIGHT }}>
        <Chain
          spans={spans}
          kept={kept}
          x0={g.x0}
          width={g.x1 - g.x0}
          y={(g.narrow ? 22 : 0) + CHAIN_HEIGHT / 2}
          height={CHAIN_HEIGHT + (g.narrow ? 22 : 0)}
        />
        <HeatLane
          id="h"
          tex="h_t"
          symbol="h"
          word={words.chain.name}
          note={words.chain.note(N)}
          rows={N}
          spans={spans}
          value={value}
          scale={scale}
          x0={g.x0}
          x1={g.x1}
          height={CHAIN_HEIGHT}
          narrow={g.narrow}
          column={token}
          label={words.chain.label(ch.channel)}
          summary={words.chain.summary(
            spans.length,
            fixed(found?.least.value ?? 0),
            fixed(found?.most.value ?? 0),
          )}
          describe={(n, t) =>
            stateCell(ch, t - from, n, `${words.word(wordAt(t), t + 1)}, ${words.state(n)}`, words)
          }
          onSelect={(n, t) => {
            actions.setToken(t);
            actions.setChannel(ch.channel, n);
          }}
        />
        <div className="views-result" style={resultStyle(g)}>
          <CellStep
            parts={parts}
            scale={scale}
            width={PART}
            height={CHAIN_HEIGHT - 52}
            step={`${ch.layer} ${ch.channel} ${token}`}
            moves={moves}
          />
          <Given
            label={
              <Tex
                tex={String.raw`\htmlClass{sy-C}{C}\,\htmlClass{sy-h}{h_t} + D\,\htmlClass{sy-x}{x_t} =`}
              />
            }
            value={fixed(y, 4)}
          />
        </div>
      </div>
    </div>
  );
}

/** The place at the right of the lanes; below them where there is none. */
export function resultStyle({ result }: { result: { x: number; width: number } | null }) {
  return result ? { left: result.x + 18, width: result.width - 18 } : undefined;
}
