import { use, useEffect } from 'react';
import { slowestFirst } from '../../viz/heat/paint';
import { AppContext } from '../store/store';
import { SCENES } from '../scenes/registry';
import { keepsKey, keyAction, sceneOfKey } from './keys';

const IDS = SCENES.map(({ meta }) => meta.id);

/** Listens to the page's keys. `onHelp` answers “?”, `goTo` the digits. */
export function useKeys(onHelp: () => void, goTo: (scene: string) => void): void {
  const app = use(AppContext);
  useEffect(() => {
    if (!app) return;
    const listen = (e: KeyboardEvent) => {
      if (e.defaultPrevented || e.ctrlKey || e.metaKey || e.altKey) return;
      if (keepsKey(e.target, e.key)) return;
      const state = app.store.getState();
      const order = slowestFirst(state.model.halfLife[state.cursor.layer]);
      const scene = sceneOfKey(e.key, IDS);
      const known = keyAction(e.key, state, app.actions, order);
      const action = e.key === '?' ? onHelp : scene ? () => goTo(scene) : known;
      if (!action) return;
      e.preventDefault();
      action();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [app, onHelp, goTo]);
}
