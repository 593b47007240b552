import { memo, useDeferredValue, type ReactNode } from 'react';
import { useTapeColumns } from '../../frame/useTape';
import { Hover } from '../../frame/Hover';
import { Later } from '../../frame/Later';
import type { Scene } from '../scene';
import { Formula, Lead } from './Aside';
import { code } from './code';
import { scale } from './complex';
import { Controls } from './Controls';
import { live } from './derive';
import './discretise.css';
import './marks.css';
import { Errors, Planes } from './Planes';
import Prose from './prose.en.mdx';
import './side.css';
import { StepsFigure } from './StepsFigure';
import { tour } from './tour';
import { movesA, useNewView, useSystem, useTicks, useView, ViewContext } from './view';

/** Words whose steps are drawn, on a wide stage and on a phone. */
const WORDS = 8;
const FEW_WORDS = 4;

function Provider({ children }: { children: ReactNode }) {
  return (
    <Hover>
      <ViewContext value={useNewView()}>{children}</ViewContext>
    </Hover>
  );
}

/** What stands below. It follows a moment later, so that what the hand does is first seen above. */
const Below = memo(function Below({ words }: { words: number }) {
  const moved = movesA(useView().moved);
  const system = useDeferredValue(useSystem(words));
  if (!system) return null;
  const { shown, delta, z } = system;
  const last = system.before?.steps.at(-1);
  const before = system.before && last ? scale(system.before.A, last.delta) : null;
  const plane = { A: shown.A, delta, z, before, moved };
  return (
    <div className="dz-below">
      <Planes {...plane} />
      <Errors {...plane} />
    </div>
  );
});

/** The last words' steps on top; below, where it stays stable, and how wrong each way is. */
function Stage() {
  const { geometry: g } = useTapeColumns();
  const words = g.narrow ? FEW_WORDS : WORDS;
  const system = useSystem(words);
  const view = useView();
  useTicks(system?.z ?? null, view);
  if (!system) return null;
  return (
    <div className={g.narrow ? 'discretise narrow' : 'discretise'}>
      <StepsFigure {...system} />
      <Later>
        <Below words={words} />
      </Later>
    </div>
  );
}

export const scene: Scene = { Provider, Stage, Lead, Formula, Controls, Prose, live, code, tour };
