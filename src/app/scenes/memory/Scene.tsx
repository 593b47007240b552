import type { ReactNode } from 'react';
import { useTapeLayout } from '../../frame/useTape';
import type { Scene } from '../scene';
import { Formula, Lead } from './Aside';
import { BoardFigure } from './BoardFigure';
import './board.css';
import { code } from './code';
import { Controls } from './Controls';
import { live } from './derive';
import { Ledger } from './Ledger';
import './memory.css';
import './walk.css';
import Prose from './prose.en.mdx';
import { RoofFigure } from './RoofFigure';
import { RunFigure } from './RunFigure';
import { tour } from './tour';
import { Training } from './Training';
import { MemoryViewContext, useMemoryView, useNewView } from './view';

function Provider({ children }: { children: ReactNode }) {
  return <MemoryViewContext value={useNewView()}>{children}</MemoryViewContext>;
}

/** The board on top; below, both ways really run, what bounds them, and every byte. */
function Stage() {
  const { geometry: g } = useTapeLayout();
  const { pass } = useMemoryView();
  return (
    <div className={g.narrow ? 'memory-scene narrow' : 'memory-scene'}>
      <BoardFigure />
      {pass === 'training' && <Training />}
      <div className={g.width > 880 ? 'memory-pair' : undefined}>
        <RunFigure />
        <RoofFigure />
      </div>
      <Ledger />
    </div>
  );
}

export const scene: Scene = { Provider, Stage, Lead, Formula, Controls, Prose, live, code, tour };
