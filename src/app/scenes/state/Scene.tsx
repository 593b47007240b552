import { memo, useDeferredValue, useMemo, type ReactNode } from 'react';
import { unitOfChannel } from '../../../engine/probeShape';
import type { HeatScale } from '../../../viz/heat/scale';
import { HoverStage } from '../../../viz/hover/HoverStage';
import { Slot } from '../../../viz/lanes/Slot';
import { Figure } from '../../frame/Figure';
import { Later } from '../../frame/Later';
import { useTapeLayout } from '../../frame/useTape';
import { useApp } from '../../store/store';
import { Hover } from '../../frame/Hover';
import type { Scene } from '../scene';
import { Controls, Formula, Lead } from './Aside';
import { Companions } from './Companions';
import { code } from './code';
import { live, roundRange } from './derive';
import { HearingMap } from './HearingMap';
import { Held } from './Held';
import { Layer } from './Layer';
import { Lives } from './Lives';
import { Memory } from './Memory';
import Prose from './prose.en.mdx';
import './state.css';
import './figures.css';
import { States } from './States';
import { tour } from './tour';
import {
  StateViewContext,
  useHeard,
  useNewView,
  usePlace,
  useStateView,
  useSteady,
  type Heard,
  type Place,
} from './view';
import { words as sceneWords } from './words';

/** Heights of the main figure’s parts. */
const HELD = 128;
const HELD_LOW = 104;
const STATE = 176;
const SMALL = 40;

function Provider({ children }: { children: ReactNode }) {
  return (
    <Hover>
      <StateViewContext value={useNewView()}>{children}</StateViewContext>
    </Hover>
  );
}

interface LowerProps {
  heard: Heard;
  scale: HeatScale;
  /** Whose weights the map shows. */
  of: string;
}

/** A figure below the sentence. It follows a moment later, so that a step is first seen there. */
function Below({ draw }: { draw(place: Place): ReactNode }) {
  const place = useDeferredValue(usePlace());
  return place && draw(place);
}

/** What stands below the sentence, each by itself: those that are scrolled to follow the cursor. */
const Lower = memo(function Lower({ heard, scale, of }: LowerProps) {
  const figures: [name: string, draw: (place: Place) => ReactNode][] = [
    ['layer', (place) => <Layer place={place} scale={scale} />],
    ['lives', (place) => <Lives place={place} />],
    ['map', (place) => <HearingMap place={place} heard={heard} of={of} />],
    ['memory', () => <Memory />],
  ];
  return figures.map(([name, draw]) => (
    <Later key={name}>
      <Below draw={draw} />
    </Later>
  ));
});

/** The sentence and what is held of it; beneath, the layer, half-lives, the whole map, and memory. */
function Stage() {
  const words = sceneWords.use();
  const place = usePlace();
  const heard = useHeard(place);
  const laterHeard = useDeferredValue(heard);
  const view = useStateView();
  const { geometry: g, at, laidOut } = useTapeLayout();
  const prompt = useApp((s) => s.prompt);
  const name = useApp((s) => s.model.name);
  // Of all words and of the untouched model where it is there, so that turning does not move it.
  const traced = useApp((s) => s.trace?.of['layer.h']);
  const max = useSteady([name, prompt, place?.layer, place?.run.unit].join(' '), () =>
    traced ? roundRange((traced.before ?? traced.yours).values) : null,
  );
  const scale = useMemo<HeatScale>(() => ({ kind: 'signed', max: max ?? 1, bend: 'sqrt' }), [max]);
  if (!place) return null;
  const { model } = place.run;
  const channel = words.unitOf(
    place.channel,
    model.heads ? unitOfChannel(model, place.channel) : null,
  );
  const of =
    view.heard === 'mean'
      ? words.heard.mean(
          model.heads ? words.heard.heads(model.heads.nHeads) : words.heard.channels(model.dInner),
        )
      : channel;
  return (
    <div className={g.narrow ? 'state-scene narrow' : 'state-scene'}>
      <HoverStage>
        <Figure title={words.held.heading(channel)} quiet className="main-figure">
          {at && (
            <svg className="slot-over" aria-hidden="true">
              <Slot key={laidOut} column={at} y1={0} y2={HELD + 30 + STATE} />
            </svg>
          )}
          <Held place={place} heard={heard} height={g.narrow ? HELD_LOW : HELD} />
          <States place={place} scale={scale} height={STATE} name={channel} />
          <Companions place={place} scale={scale} height={SMALL} />
        </Figure>
        <Lower heard={laterHeard} scale={scale} of={of} />
      </HoverStage>
    </div>
  );
}

export const scene: Scene = { Provider, Stage, Lead, Formula, Controls, Prose, live, code, tour };
