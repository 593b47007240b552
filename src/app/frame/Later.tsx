import { use, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useStore, type StoreApi } from 'zustand';
import { laggingStore } from '../store/lagging';
import type { AppState } from '../store/state';
import { AppContext, useApp, type App } from '../store/store';
import { GivenTape, useTapeLayout } from './useTape';

/** So much of a figure, or of the window, is looked at; less is a margin. */
const SEEN = 0.5;
const SHARES = Array.from({ length: 21 }, (_, i) => i / 20);

/** What may stand still: only steps of the cursor, and what they bring. */
const mayWait = ({ scrubbing }: AppState): boolean => scrubbing;

/**
 * A figure that is scrolled to. While the cursor runs over the text and less than half of it can be seen, it stays at the
 * word where it was, and follows when the cursor rests: what nobody looks at costs no frame. What it reads, it has to
 * read within, of the store and of the tape.
 */
export function Later({ children }: { children: ReactNode }) {
  const app = use(AppContext);
  if (!app) throw new Error('AppContext is missing: render inside <AppContext value={…}>.');
  return <Lagging app={app}>{children}</Lagging>;
}

function Lagging({ app, children }: { app: App; children: ReactNode }) {
  const { store, actions } = app;
  const lagging = useMemo(() => laggingStore(store, mayWait), [store]);
  const own = useMemo(() => ({ store: lagging.store, actions }), [lagging, actions]);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => lagging.start(), [lagging]);
  useEffect(() => watch(box.current, (seen) => lagging.setPatient(!seen)), [lagging]);
  return (
    <div ref={box} className="later">
      <AppContext value={own}>
        <LaterTape store={store}>{children}</LaterTape>
      </AppContext>
    </div>
  );
}

/** The tape that goes with what is read within: words and numbers are of one cursor. */
function LaterTape({ store, children }: { store: StoreApi<AppState>; children: ReactNode }) {
  const tape = useTapeLayout();
  const now = useStore(store);
  const isBehind = useApp((s) => s) !== now;
  const [kept, setKept] = useState(tape);
  // Setting state while rendering is React's way to keep what was.
  if (!isBehind && kept !== tape) setKept(tape);
  return <GivenTape tape={isBehind ? kept : tape}>{children}</GivenTape>;
}

/** Tells whether an element is looked at: in the window, or something within it on the whole screen. */
function watch(element: HTMLElement | null, tell: (seen: boolean) => void) {
  if (!element) return;
  let inWindow = true;
  const update = () => tell(inWindow || element.contains(document.fullscreenElement));
  const observer = new IntersectionObserver(
    (entries) => {
      const { intersectionRect, boundingClientRect, rootBounds } = entries[entries.length - 1];
      const whole = Math.min(boundingClientRect.height, rootBounds?.height ?? Infinity);
      inWindow = intersectionRect.height >= SEEN * whole;
      update();
    },
    { threshold: SHARES },
  );
  observer.observe(element);
  document.addEventListener('fullscreenchange', update);
  return () => {
    observer.disconnect();
    document.removeEventListener('fullscreenchange', update);
  };
}
