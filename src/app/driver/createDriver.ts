import type { StoreApi } from 'zustand/vanilla';
import type { Actions, AppState } from '../store/state';
import { createActions } from './actions';
import { Driver } from './driver';
import type { MetaOf, Start } from './start';

/** Starts the engine and the loading of the model; returns what the reader can do. */
export function createDriver(store: StoreApi<AppState>, metaOf: MetaOf, start: Start): Actions {
  const driver = new Driver(store, metaOf, start);
  void driver.load();
  return createActions(driver);
}
