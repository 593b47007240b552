import { useCallback, useState, type PointerEvent } from 'react';
import { fixed, percent } from '../../../viz/format';
import { Readout } from '../../../viz/heat/Readout';
import { Axis } from '../../../viz/lanes/Axis';
import { Bars } from '../../../viz/lanes/Bars';
import { Slot } from '../../../viz/lanes/Slot';
import { Stems } from '../../../viz/lanes/Stems';
import { columnAt } from '../../../viz/tape/columns';
import { useTapeLayout } from '../../frame/useTape';
import { wordName } from '../../frame/wordName';
import { useActions, useApp } from '../../store/store';
import { useText } from '../../text';
import { LaneNames } from './LaneNames';
import type { StageLayout } from './layout';
import { PromptEdge } from './PromptEdge';
import { words as sceneWords } from './words';

const SURPRISE_TICKS = [0, 5, 10].map((value) => ({ value, label: String(value) }));
const CHANGE_TICKS = [
  { value: 0, label: '0' },
  { value: 1, label: '100%' },
];

/** Surprise and change of the state, a stem and a bar beneath each word; the slot falls through both. */
export function Lanes({ layout }: { layout: StageLayout }) {
  const text = useText();
  const words = sceneWords.use().lanes;
  const actions = useActions();
  const tokens = useApp((s) => s.yours.tokens);
  const cursor = useApp((s) => s.cursor.token);
  const { geometry: g, columns, at, atEnd, laidOut } = useTapeLayout();
  const [pointed, setPointed] = useState<number | null>(null);
  const hovered = columns.find((c) => c.token === pointed && c.token !== cursor);
  const surprise = useCallback((t: number) => tokens[t].surprise, [tokens]);
  const change = useCallback((t: number) => tokens[t].hChangeAll, [tokens]);
  const tokenAt = (e: PointerEvent<SVGSVGElement>) => {
    const box = e.currentTarget.getBoundingClientRect();
    return columnAt(columns, ((e.clientX - box.left) / box.width) * g.x1)?.token ?? null;
  };
  // On a phone the numbers stand where the next word will, or inside the lane if it is there already.
  const inside = g.narrow && !atEnd;
  const labelX = g.narrow ? g.right : g.x0 - 8;
  const axis = { x0: g.x0, x1: g.x1, labelX, inside };
  const token = hovered && tokens[hovered.token];
  return (
    <>
      <svg
        className="lanes"
        width={g.x1}
        height={layout.lanesHeight}
        role="img"
        aria-label={words.label(columns.length)}
        onPointerMove={(e) => setPointed(tokenAt(e))}
        onPointerLeave={() => setPointed(null)}
        onPointerDown={(e) => {
          const t = tokenAt(e);
          if (t !== null) actions.setToken(t);
        }}
      >
        {at && <Slot key={laidOut} column={at} y1={0} y2={layout.slotEnd} />}
        <Axis scale={layout.surprise} ticks={SURPRISE_TICKS} {...axis} />
        <Axis scale={layout.change} ticks={CHANGE_TICKS} {...axis} />
        <PromptEdge y1={12} y2={layout.slotEnd} />
        <Stems columns={columns} scale={layout.surprise} value={surprise} cursor={cursor} />
        <Bars columns={columns} scale={layout.change} value={change} colour="var(--mark-h)" />
        <LaneNames layout={layout} narrow={g.narrow} />
        {hovered && (
          <rect
            className="ink"
            x={hovered.x}
            y={1}
            width={hovered.width}
            height={layout.slotEnd - 1}
          />
        )}
      </svg>
      {hovered && token && (
        <Readout
          x={hovered.centre}
          y={layout.slotEnd}
          lineY={layout.slotEnd + 10}
          left={8}
          right={g.right}
        >
          {words.word(wordName(token.text, text), hovered.token + 1)}
          {token.surprise !== null && <span>{words.surpriseAt(fixed(token.surprise))}</span>}
          <span>
            <b className="sym sy-h">h</b> {words.changeAt(percent(token.hChangeAll))}
          </span>
        </Readout>
      )}
    </>
  );
}
