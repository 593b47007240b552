import { createStore, type StoreApi } from 'zustand/vanilla';

/** A view of a store that can stand still for a while. What is written to it goes to the store itself. */
export interface LaggingStore<T> {
  store: StoreApi<T>;
  /** Follows the source from now on; returns how to stop. */
  start(): () => void;
  /** Lets it stand still, or catch up with the source. */
  setPatient(patient: boolean): void;
}

/** Shows `source`; while it is patient, only those of its states that cannot wait. */
export function laggingStore<T>(
  source: StoreApi<T>,
  mayWait: (next: T) => boolean,
): LaggingStore<T> {
  const store = createStore<T>(() => source.getState());
  let patient = false;
  const follow = () => {
    const next = source.getState();
    if (next !== store.getState() && !(patient && mayWait(next))) store.setState(next, true);
  };
  return {
    store: { ...store, setState: source.setState },
    start() {
      follow();
      return source.subscribe(follow);
    },
    setPatient(value) {
      patient = value;
      follow();
    },
  };
}
