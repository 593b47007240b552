import { createContext, use } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Actions, AppState } from './state';

/** The one store of the page. The driver writes it; views only read. */
export function createAppStore(initial: AppState): StoreApi<AppState> {
  return createStore<AppState>(() => initial);
}

export interface App {
  store: StoreApi<AppState>;
  actions: Actions;
}

export const AppContext = createContext<App | null>(null);

function useAppContext(): App {
  const app = use(AppContext);
  if (!app) throw new Error('AppContext is missing: render inside <AppContext value={…}>.');
  return app;
}

/** Reads a slice of the store; the view renders again when that slice changes. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppContext().store, select);
}

export function useActions(): Actions {
  return useAppContext().actions;
}
