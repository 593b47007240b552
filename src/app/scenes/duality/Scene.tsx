import { memo, useDeferredValue, type ReactNode } from 'react';
import { Segmented } from '../../../viz/controls/Segmented';
import { HoverStage } from '../../../viz/hover/HoverStage';
import { Figure } from '../../frame/Figure';
import { Hover } from '../../frame/Hover';
import { useTapeLayout } from '../../frame/useTape';
import { useApp } from '../../store/store';
import type { Scene } from '../scene';
import { Controls, Formula, Lead } from './Aside';
import { code } from './code';
import { Cost } from './Cost';
import { live, type Worked } from './derive';
import './below.css';
import './beside.css';
import './duality.css';
import { Heads } from './Heads';
import { MatrixFigure } from './MatrixFigure';
import { NoDuality } from './NoDuality';
import Prose from './prose.en.mdx';
import { Segsum } from './Segsum';
import { Stepper, StepValues } from './Steps';
import { tour } from './tour';
import { Twin } from './Twin';
import { DualityContext, useNewView, useView, type Picture, type Place } from './view';
import { Ways } from './Ways';
import { words as sceneWords } from './words';

const PICTURES: readonly Picture[] = ['decay', 'scores', 'matrix', 'output'];

function Provider({ children }: { children: ReactNode }) {
  return (
    <Hover>
      <DualityContext value={useNewView()}>{children}</DualityContext>
    </Hover>
  );
}

/** What stands below the matrix. It follows a moment later, so that a step is first seen there. */
const Lower = memo(function Lower({ worked }: { worked: Worked }) {
  return (
    <>
      <Segsum worked={worked} />
      <Cost shape={worked.stretch.run} />
      <Heads />
    </>
  );
});

/** One head as one matrix, cut into chunks; beneath, why and at what cost. */
function Stage() {
  const model = useApp((s) => s.model);
  const { worked, place } = useView();
  const { geometry: g } = useTapeLayout();
  const later = useDeferredValue(worked);
  const className = g.narrow ? 'duality narrow' : 'duality';
  if (!model.heads)
    return (
      <div className={className}>
        <HoverStage>
          <NoDuality />
          <Heads />
        </HoverStage>
      </div>
    );
  if (!worked || !place) return null;
  return (
    <div className={className}>
      <HoverStage>
        <Main worked={worked} place={place} />
        {later && <Lower worked={later} />}
      </HoverStage>
    </div>
  );
}

/** The figure that the eye is led to. */
function Main({ worked, place }: { worked: Worked; place: Place }) {
  const words = sceneWords.use();
  const { picture, setPicture, step } = useView();
  const { geometry: g } = useTapeLayout();
  return (
    <Figure
      title={words.heading(place.run.head, worked.mixing.size)}
      className="du-main"
      tools={
        <Segmented
          label={words.picture.label}
          value={picture}
          onChange={setPicture}
          options={PICTURES.map((value) => ({
            value,
            label: g.narrow ? words.picture.short[value] : words.picture[value],
            name: words.picture[value],
          }))}
        />
      }
    >
      <MatrixFigure worked={worked} place={place} />
      <div
        className="du-beside"
        style={g.result ? { left: g.result.x + 18, width: g.result.width - 18 } : undefined}
      >
        {step === 0 ? (
          <Twin worked={worked} place={place} />
        ) : (
          <StepValues worked={worked} place={place} />
        )}
        <Ways worked={worked} place={place} />
      </div>
      <div className="du-steps" style={{ marginLeft: g.x0 }}>
        <Stepper worked={worked} />
      </div>
    </Figure>
  );
}

export const scene: Scene = { Provider, Stage, Lead, Formula, Controls, Prose, live, code, tour };
