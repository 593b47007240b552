import { use, useEffect } from 'react';
import { slowestFirst } from '../../viz/heat/paint';
import { AppContext } from '../store/store';
import { keepsKey, keyAction } from './keys';

/** Listens to the page's keys. `onHelp` answers “?”. */
export function useKeys(onHelp: () => void): void {
  const app = use(AppContext);
  useEffect(() => {
    if (!app) return;
    const listen = (e: KeyboardEvent) => {
      if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey) return;
      if (keepsKey(e.target, e.key)) return;
      const state = app.store.getState();
      const order = slowestFirst(state.model.halfLife[state.cursor.layer]);
      const action = e.key === '?' ? onHelp : keyAction(e.key, state, app.actions, order);
      if (!action) return;
      e.preventDefault();
      action();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [app, onHelp]);
}
