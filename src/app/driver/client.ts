import { proxy, wrap } from 'comlink';
import type { EngineApi } from '../../engine/host/api';

export { proxy };

/** Makes an engine; `onBroken` hears if it cannot even start. */
export type StartEngine = (onBroken: (message: string) => void) => EngineApi;

/** Starts the engine in a worker of its own. */
export const startEngine: StartEngine = (onBroken) => {
  const worker = new Worker(new URL('../../engine/host/worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  });
  // A script that cannot be fetched answers no call, ever. Once it answers, errors come as values.
  let alive = false;
  worker.addEventListener('message', () => (alive = true), { once: true });
  worker.addEventListener('error', (event) => {
    if (alive) return;
    worker.terminate();
    onBroken(event.message || 'The engine could not be fetched.');
  });
  // Every method is asynchronous already, so that the proxy's type is the interface itself.
  return wrap<EngineApi>(worker) as unknown as EngineApi;
};
