import { useMemo, useRef, type ReactNode } from 'react';
import { Hover } from '../../frame/Hover';
import { useChoice, useNumberChoice } from '../../store/choice';
import { useActions } from '../../store/store';
import type { Scene } from '../scene';
import { Formula, Lead } from './Aside';
import './block.css';
import './open.css';
import { BlockFigure } from './BlockFigure';
import { code } from './code';
import { live } from './derive';
import { BlockContext, type BlockFocus } from './focus';
import { LineageFigure } from './LineageFigure';
import type { PartId } from './parts';
import Prose from './prose.en.mdx';
import { OPENED, tour } from './tour';
import { meta } from './meta';

/** Opened one after the other, in any order, they answer a question of *Try this*. */
const TO_OPEN: readonly PartId[] = ['scan', 'gate'];

function Provider({ children }: { children: ReactNode }) {
  const actions = useActions();
  // The convolution is the one that can be seen at once: four words, four weights.
  const [chosen, setOpen] = useChoice<PartId | 'none'>('open', 'conv');
  const [dimension, setDimension] = useNumberChoice('dimension');
  const opened = useRef(new Set<PartId>());
  const focus = useMemo<BlockFocus>(
    () => ({
      open: chosen === 'none' ? null : chosen,
      toggle(part) {
        setOpen(chosen === part ? 'none' : part);
        opened.current.add(part);
        if (TO_OPEN.every((p) => opened.current.has(p))) actions.tick(`${meta.id}/${OPENED}`);
      },
      dimension,
      setDimension,
    }),
    [chosen, setOpen, dimension, setDimension, actions],
  );
  return (
    <Hover>
      <BlockContext value={focus}>{children}</BlockContext>
    </Hover>
  );
}

/** One word through one block; beneath it where the block comes from. */
function Stage() {
  return (
    <div className="block">
      <BlockFigure />
      <LineageFigure />
    </div>
  );
}

export const scene: Scene = { Provider, Stage, Lead, Formula, Prose, live, code, tour };
