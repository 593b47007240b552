import { useMemo, useRef, useState, type ReactNode } from 'react';
import { HoverProvider } from '../../../viz/hover/HoverProvider';
import { hoverWords } from '../../strings.instruments.en';
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
  const [open, setOpen] = useState<PartId | null>('conv');
  const [dimension, setDimension] = useState<number | null>(null);
  const opened = useRef(new Set<PartId>());
  const focus = useMemo<BlockFocus>(
    () => ({
      open,
      toggle(part) {
        setOpen((now) => (now === part ? null : part));
        opened.current.add(part);
        if (TO_OPEN.every((p) => opened.current.has(p))) actions.tick(`${meta.id}/${OPENED}`);
      },
      dimension,
      setDimension,
    }),
    [open, dimension, actions],
  );
  return (
    <HoverProvider words={hoverWords}>
      <BlockContext value={focus}>{children}</BlockContext>
    </HoverProvider>
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
