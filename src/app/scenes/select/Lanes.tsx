import { useMemo } from 'react';
import { HoverStage } from '../../../viz/hover/HoverStage';
import { Slot } from '../../../viz/lanes/Slot';
import { Figure } from '../../frame/Figure';
import { useTapeLayout } from '../../frame/useTape';
import { scalesOf } from './derive';
import { ChannelMap } from './ChannelMap';
import { Curve } from './Curve';
import { useMapChoice } from './focus';
import { selectLayout } from './layout';
import type { Reading } from './reading';
import { SharedLanes } from './SharedLanes';
import { StateLanes } from './StateLanes';
import { StemLane } from './StemLane';
import { Valve } from './Valve';
import { words as sceneWords } from './words';

/** Under each word: its step size, that of all channels, what it writes and reads, and the state that comes of it. */
export function Lanes({ r }: { r: Reading }) {
  const words = sceneWords.use();
  const { geometry: g, at, laidOut } = useTapeLayout();
  const all = useMapChoice().rows === 'all';
  const scales = useMemo(() => scalesOf(r), [r]);
  const layout = selectLayout(g.narrow, all, r.model.dState);
  const slot = (part: string) =>
    at && (
      <svg className={`select-slot ${part}`} aria-hidden="true">
        <Slot key={laidOut} column={at} y1={0} y2={4000} />
      </svg>
    );
  return (
    <Figure title={words.lanes.heading} quiet underTape className="select-lanes">
      <HoverStage>
        <div className="select-columns">
          {slot('wash-only')}
          <StemLane r={r} layout={layout} max={scales.stem} />
          {g.result && <Curve r={r} layout={layout} max={scales.stem} />}
          <ChannelMap r={r} layout={layout} scale={scales.delta} />
          <SharedLanes r={r} layout={layout} scale={scales.shared} />
          <StateLanes r={r} layout={layout} scale={scales.h} />
          {slot('rails-only')}
        </div>
        {!g.result && (
          <div className="select-below">
            <Curve r={r} layout={layout} max={scales.stem} />
            <Valve r={r} />
          </div>
        )}
      </HoverStage>
    </Figure>
  );
}
