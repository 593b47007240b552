import { useSyncExternalStore } from 'react';

/** Below this the frame is a phone's: controls under the thumb, one column. Same number in narrow.css. */
const QUERY = '(max-width: 859.98px)';

/** One question for the whole page: asking anew at every step would show. */
let query: MediaQueryList | null = null;
const theQuery = (): MediaQueryList => (query ??= matchMedia(QUERY));

function subscribe(listen: () => void): () => void {
  theQuery().addEventListener('change', listen);
  return () => theQuery().removeEventListener('change', listen);
}

export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => theQuery().matches);
