/** Keeps the address in step with the page: another scene is a step of the browser's history, everything else is not. */
import type { StoreApi } from 'zustand/vanilla';
import { BENCH } from '../frame/place';
import type { AppState } from '../store/state';
import { placeOf, writeAddress } from './address';
import type { Place } from './fields';

/** Browsers refuse to have their address changed too often. */
const REST_MS = 300;

interface HistoryState {
  /** Told from entries that the reader made by typing. */
  scene: string;
}

/**
 * Starts with the page. `first` is the place that an empty address means, `wished` what the address asked for: it stays
 * in the address until the model has made it true. `goTo` shows a scene.
 */
export function keepAddress(
  store: StoreApi<AppState>,
  first: Place,
  wished: Place,
  goTo: (scene: string) => void,
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let scene = wished.scene;

  const address = (): string => {
    const state = store.getState();
    const place = placeOf(state);
    // A recorded run stands in for the text that was asked for.
    const { token, own } = state.recorded ? wished : place;
    return writeAddress({ ...place, token, own }, first);
  };
  const write = (push = false): void => {
    clearTimeout(timer);
    timer = undefined;
    if (location.hash === BENCH) return;
    const url = location.pathname + location.search + address();
    const state: HistoryState = { scene: store.getState().scene };
    if (push) history.pushState(state, '', url);
    else history.replaceState(state, '', url);
  };

  /** Writes, but not while the reader scrubs: the address would have each word on the way, and cost some of them a frame. */
  const rest = (): void => {
    if (store.getState().scrubbing) timer = setTimeout(rest, REST_MS);
    else write();
  };

  write();
  store.subscribe((next) => {
    if (next.scene !== scene) {
      scene = next.scene;
      write(true);
    } else timer ??= setTimeout(rest, REST_MS);
  });
  addEventListener('popstate', ({ state }: { state: HistoryState | null }) => {
    if (!state?.scene) return;
    scene = state.scene;
    if (scene === store.getState().scene) write();
    else goTo(scene);
  });
  addEventListener('hashchange', () => {
    if (location.hash === BENCH || (history.state as HistoryState | null)?.scene) return;
    // Back from the benchmark, or a link pasted over this page: the one keeps all, the other begins anew.
    if (location.hash === '') write();
    else location.reload();
  });
  // The last change is not lost if the page is left right after it.
  addEventListener('pagehide', () => timer !== undefined && write());
}
