import { useSyncExternalStore } from 'react';

/** Where the benchmark is. */
export const BENCH = '#bench';
/** And the scenes. */
export const SCENES_AT = '#';

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** True while the address names the benchmark. */
export const useIsBench = (): boolean =>
  useSyncExternalStore(subscribe, () => location.hash === BENCH);
