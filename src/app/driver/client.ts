import { proxy, wrap } from 'comlink';
import type { EngineApi } from '../../engine/host/api';

export { proxy };

/** Starts the engine in a worker of its own. */
export function startEngine(): EngineApi {
  const worker = new Worker(new URL('../../engine/host/worker.ts', import.meta.url), {
    type: 'module',
    name: 'engine',
  });
  // Every method is asynchronous already, so that the proxy's type is the interface itself.
  return wrap<EngineApi>(worker) as unknown as EngineApi;
}
