import type { MDXComponents } from 'mdx/types';
import { createContext, use, useMemo, type ReactNode } from 'react';
import { count, factor, fixed, percent } from '../../viz/format';
import { Sym } from '../../viz/Sym';
import { Tex } from '../../viz/Tex';
import type { LiveValue, Scene } from '../scenes/scene';
import { useApp } from '../store/store';
import { useText } from '../text';

type Section = 'concept' | 'maths';

const ProseContext = createContext<{ section: Section; live: Scene['live'] } | null>(null);

function useProse() {
  const prose = use(ProseContext);
  if (!prose) throw new Error('This belongs into the prose of a scene.');
  return prose;
}

const Concept = ({ children }: { children?: ReactNode }) =>
  useProse().section === 'concept' ? children : null;
const Maths = ({ children }: { children?: ReactNode }) =>
  useProse().section === 'maths' ? children : null;

/** How a live number is written. */
const WAYS = { fixed, count, percent, factor } as const;

interface LiveProps {
  /** One of the scene's `live` values. */
  name: string;
  /** `fixed` (with `digits`), `count` 65,536, `percent` 12%, `factor` 0.21. */
  as?: keyof typeof WAYS;
  digits?: number;
}

/** A number worked out now, in a sentence: `<Live name="halfLife" digits={1} />`. */
export function Live({ name, as = 'fixed', digits = 2 }: LiveProps) {
  const { live } = useProse();
  const value = live[name];
  if (!value) throw new Error(`The scene has no live value “${name}”.`);
  return <LiveNumber of={value} as={as} digits={digits} />;
}

function LiveNumber({ of, as, digits }: { of: LiveValue } & Required<Omit<LiveProps, 'name'>>) {
  const words = useText().prose;
  const value = useApp(of);
  if (value === null)
    return (
      <span className="live-number none" title={words.notYet}>
        <span className="hidden">{words.notYet}</span>
        <span aria-hidden="true">…</span>
      </span>
    );
  if (typeof value === 'string') return <b className="live-number">{value}</b>;
  return <b className="live-number num">{WAYS[as](value, digits)}</b>;
}

/** What a prose file may use without importing it. */
const COMPONENTS: MDXComponents = { Concept, Maths, Live, Sym, Tex };

/** One section of a scene's prose. */
export function Prose({ scene, section }: { scene: Scene; section: Section }) {
  const prose = useMemo(() => ({ section, live: scene.live }), [section, scene]);
  return (
    <ProseContext value={prose}>
      <div className={`prose ${section}`}>
        <scene.Prose components={COMPONENTS} />
      </div>
    </ProseContext>
  );
}
