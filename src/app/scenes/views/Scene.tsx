import { memo, useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react';
import type { HeatScale } from '../../../viz/heat/scale';
import { HoverStage } from '../../../viz/hover/HoverStage';
import { Slot } from '../../../viz/lanes/Slot';
import { Figure } from '../../frame/Figure';
import { Hover } from '../../frame/Hover';
import { useTapeLayout } from '../../frame/useTape';
import type { Scene } from '../scene';
import { Formula, Lead } from './Aside';
import { code } from './code';
import { ConvolutionLane } from './ConvolutionLane';
import { live, roundUp } from './derive';
import Prose from './prose.en.mdx';
import { RecurrenceLane } from './RecurrenceLane';
import { ScanLane } from './ScanLane';
import { Selectivity } from './Selectivity';
import { tour } from './tour';
import { Verdict } from './Verdict';
import {
  PlaceContext,
  useInSight,
  useLookBack,
  useNewPlace,
  usePlace,
  useScrubbing,
  type Place,
} from './view';
import { WaysTable } from './WaysTable';
import { words as sceneWords } from './words';
import './views.css';
import './marks.css';

function Provider({ children }: { children: ReactNode }) {
  return (
    <Hover>
      <PlaceContext value={useNewPlace()}>{children}</PlaceContext>
    </Hover>
  );
}

const LowerFigures = memo(function LowerFigures({ place }: { place: Place }) {
  return (
    <>
      <Selectivity place={place} />
      <WaysTable layer={place.ch.layer} channel={place.ch.channel} />
    </>
  );
});

/** What stands below the three lanes. It follows a moment later, so that a step is first seen there, and only in sight. */
function Lower({ place }: { place: Place }) {
  const box = useRef<HTMLDivElement>(null);
  const inSight = useInSight(box);
  const later = useDeferredValue(place);
  const [shown, setShown] = useState(later);
  if (shown !== later && (inSight || shown.ch !== later.ch)) setShown(later);
  return (
    <div ref={box} className="views-lower">
      <LowerFigures place={shown} />
    </div>
  );
}

/** Three lanes under the sentence, one y; beneath, from frozen to selective, and every way as this device runs it. */
function Stage() {
  const words = sceneWords.use();
  const place = usePlace();
  const box = useRef<HTMLDivElement>(null);
  useScrubbing(box);
  const { geometry: g, at, laidOut } = useTapeLayout();
  useLookBack();
  const h = place?.ch.h;
  const scale = useMemo<HeatScale>(
    () => ({ kind: 'signed', max: h ? roundUp(h, 0.995) : 1, bend: 'sqrt' }),
    [h],
  );
  if (!place) return null;
  return (
    <div ref={box} className={g.narrow ? 'views-scene narrow' : 'views-scene'}>
      <HoverStage>
        <Figure title={words.heading} quiet underTape className="views-main">
          {at && (
            <svg className="slot-over" aria-hidden="true">
              <Slot key={laidOut} column={at} y1={0} y2={2000} />
            </svg>
          )}
          <Verdict place={place} />
          <div className="views-lanes">
            <RecurrenceLane place={place} scale={scale} />
            <ConvolutionLane place={place} />
            <ScanLane place={place} scale={scale} />
          </div>
        </Figure>
        <Lower place={place} />
      </HoverStage>
    </div>
  );
}

export const scene: Scene = { Provider, Stage, Lead, Formula, Prose, live, code, tour };
