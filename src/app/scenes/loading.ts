import { useSyncExternalStore } from 'react';
import { SCENES } from './registry';
import type { Scene, SceneEntry, SceneMeta } from './scene';

const loaded = new Map<string, Scene>();
const coming = new Map<string, Promise<Scene>>();
const listeners = new Set<() => void>();

/** The entry of a scene; undefined for a name that the registry does not know. */
export const sceneEntry = (id: string): SceneEntry | undefined =>
  SCENES.find(({ meta }) => meta.id === id);

/** What is known of a scene without fetching it; of the first one, for a name that the registry does not know. */
export const metaOf = (id: string): SceneMeta => (sceneEntry(id) ?? SCENES[0]).meta;

/** Fetches a scene, once. Rejects if it cannot be fetched; the next call tries again. */
export function loadScene(id: string): Promise<Scene> {
  const entry = sceneEntry(id);
  if (!entry) return Promise.reject(new Error(`There is no scene “${id}”.`));
  const known = coming.get(id);
  if (known) return known;
  const promise = entry.load().then(({ scene }) => {
    loaded.set(id, scene);
    for (const listen of listeners) listen();
    return scene;
  });
  promise.catch(() => coming.delete(id));
  coming.set(id, promise);
  return promise;
}

function subscribe(listen: () => void): () => void {
  listeners.add(listen);
  return () => listeners.delete(listen);
}

/** A scene that has been fetched; null until then. */
export const useLoadedScene = (id: string): Scene | null =>
  useSyncExternalStore(subscribe, () => loaded.get(id) ?? null);

/** Fetches all scenes one after the other while nothing else is to be done, so that going to one never waits. */
export async function loadScenesInIdleTime(): Promise<void> {
  for (const { meta } of SCENES) {
    await new Promise<unknown>((resolve) => {
      if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 5000 });
      else setTimeout(resolve, 500);
    });
    // Offline, say: then it is fetched when it is wanted.
    await loadScene(meta.id).catch(() => undefined);
  }
}
