import { useSyncExternalStore } from 'react';

/** Below this the frame is a phone's: controls under the thumb, one column. Same number in narrow.css. */
const QUERY = '(max-width: 859.98px)';

function subscribe(listen: () => void): () => void {
  const query = matchMedia(QUERY);
  query.addEventListener('change', listen);
  return () => query.removeEventListener('change', listen);
}

export const useNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches);
