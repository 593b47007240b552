import { use, useEffect } from 'react';
import { AppContext } from '../store/store';

/** Words that follow each other faster than this are scrubbed over. A single step keeps all of its motion. */
const QUICK_MS = 150;
/** So long after the last of them the page moves again. */
const REST_MS = 250;

/**
 * Marks the page while the cursor runs over the text: `scrubbing` in the store, `data-scrubbing` for style sheets. Motion
 * shows where a step went; while steps come faster than it lasts it would only trail behind, and every frame of it has to
 * be laid out and painted beside the step itself.
 */
export function useScrubbing(): void {
  const app = use(AppContext);
  useEffect(() => {
    if (!app) return;
    const { store } = app;
    let last = -Infinity;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const mark = (scrubbing: boolean) => {
      document.documentElement.toggleAttribute('data-scrubbing', scrubbing);
      if (store.getState().scrubbing !== scrubbing) store.setState({ scrubbing });
    };
    const stop = store.subscribe((next, before) => {
      if (next.cursor.token === before.cursor.token) return;
      const now = performance.now();
      const quick = now - last < QUICK_MS;
      last = now;
      if (!quick) return;
      clearTimeout(timer);
      timer = setTimeout(() => mark(false), REST_MS);
      mark(true);
    });
    return () => {
      stop();
      clearTimeout(timer);
      mark(false);
    };
  }, [app]);
}
