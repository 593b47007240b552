import { useMemo, useState } from 'react';
import { Icon } from '../../viz/icons';
import type { Scene } from '../scenes/scene';
import { useApp } from '../store/store';
import { useText } from '../text';
import { codeFile } from './code';
import { CodeView } from './CodeView';

type Tab = 'concept' | 'maths' | 'code';
const TABS: Tab[] = ['concept', 'maths', 'code'];

/** Concept, maths, code: what lies behind the figure, below it. */
export function Drawer({ scene }: { scene: Scene }) {
  const words = useText().drawer;
  const code = useApp((s) => s.device?.code ?? 'shaders');
  const [open, setOpen] = useState<Tab | null>(null);
  const file = useMemo(() => codeFile(scene.meta.operation, code), [scene, code]);
  const toggle = (tab: Tab) => setOpen((now) => (now === tab ? null : tab));
  return (
    <footer className={`drawer ${open ? 'open' : ''}`} aria-label={words.label}>
      <div className="tabs">
        {TABS.map((tab) => (
          <button
            key={tab}
            type="button"
            aria-expanded={open === tab}
            aria-controls="drawer-panel"
            onClick={() => toggle(tab)}
          >
            {words[tab]}
          </button>
        ))}
        <button type="button" className="file" onClick={() => toggle('code')}>
          {file.name} <Icon name={open ? 'down' : 'up'} />
        </button>
      </div>
      <section
        id="drawer-panel"
        className="panel"
        // It scrolls, so it must be reachable without a mouse.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-keys="scroll"
        hidden={!open}
        aria-label={open ? words[open] : ''}
      >
        {open === 'concept' && <scene.Concept />}
        {open === 'maths' && <scene.Maths />}
        {open === 'code' && <CodeView key={file.name} file={file} />}
      </section>
    </footer>
  );
}
