import { useMemo, useState } from 'react';
import { Icon } from '../../viz/icons';
import type { Scene, SceneMeta } from '../scenes/scene';
import { useApp } from '../store/store';
import { useText } from '../text';
import { Code } from './Code';
import { codeFile, codeFiles } from './codeFiles';
import { Prose } from './Prose';

type Tab = 'concept' | 'maths' | 'code';
const TABS: Tab[] = ['concept', 'maths', 'code'];

/** Concept, maths, code: what lies behind the figure, below it. */
export function Drawer({ scene, meta }: { scene: Scene; meta: SceneMeta }) {
  const words = useText().drawer;
  const model = useApp((s) => s.model);
  const code = useApp((s) => s.device?.code ?? 'shaders');
  const software = useApp((s) => s.device?.software);
  const [open, setOpen] = useState<Tab | null>(null);
  const operation = useApp((s) => scene.code.operation?.(s) ?? null);
  // What the reader chose holds until the figure comes to speak of another operation.
  const [chosen, setChosen] = useState<{ name: string; operation: string | null } | null>(null);
  const files = useMemo(
    () => codeFiles(meta.operations(model), { code, software }),
    [meta, model, code, software],
  );
  const wanted =
    chosen?.operation === operation ? chosen.name : operation && codeFile(operation, code)?.name;
  const file =
    files.find(({ name }) => name === wanted) ??
    files.find(({ name }) => name in scene.code.lines) ??
    files[0];
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
        {file && (
          <button type="button" className="file" onClick={() => toggle('code')}>
            {file.name} <Icon name={open ? 'down' : 'up'} />
          </button>
        )}
      </div>
      <section
        id="drawer-panel"
        className={open === 'code' ? 'panel code' : 'panel'}
        // It scrolls, so it must be reachable without a mouse.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-keys="scroll"
        hidden={!open}
        aria-label={open ? words[open] : ''}
      >
        {(open === 'concept' || open === 'maths') && <Prose scene={scene} section={open} />}
        {open === 'code' && file && (
          <Code
            key={`${meta.id} ${file.name}`}
            file={file}
            files={files}
            choose={(name) => setChosen({ name, operation })}
            code={scene.code}
          />
        )}
      </section>
    </footer>
  );
}
