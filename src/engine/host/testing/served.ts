/** An engine with the bundled model served from disk as a web server would. */
import { readFile } from 'node:fs/promises';
import { expect, vi } from 'vitest';
import { NoWebGpuError } from '../../errors';
import { openNodeCpu } from '../../node/wasm';
import type { Ops } from '../../ops';
import { modelFolder } from '../../testing/devices';
import type { Result } from '../api';
import { Engine } from '../engine';
import type { Recipe } from '../lab';

export const URL_OF_MODEL = 'https://example.org/models/mamba/';
export const recipe: Recipe = {
  prompt: 'Once upon a time',
  sampling: { temperature: 0, topK: 0, topP: 1, seed: 1 },
  intervention: { layer: 'all', deltaScale: 1, aScale: 1 },
  own: 3,
};
export const nothing = () => {};

/** What a good result holds; a bad one fails the test with its problem. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** A web server with the bundled model; `change` may answer for a file in its stead. */
export function serve(
  change: (file: string, signal?: AbortSignal) => Promise<Response> | null = () => null,
) {
  vi.stubGlobal('fetch', async (url: string, init: { signal?: AbortSignal }) => {
    const file = url.slice(URL_OF_MODEL.length);
    expect(url).toBe(URL_OF_MODEL + file);
    const changed = change(file, init.signal);
    if (changed) return await changed;
    const bytes = await readFile(`${modelFolder('mamba')}${file}`);
    return new Response(new Uint8Array(bytes), {
      headers: { 'content-length': `${bytes.byteLength}` },
    });
  });
}

/** An engine on the CPU or, if devices are given, on those, one after the other. */
export function engineOn(open?: () => Promise<Ops>) {
  const engine = new Engine({
    openWebGpu: open ?? (() => Promise.reject(new NoWebGpuError('No adapter today.'))),
    openWebGpuToMeasure: () => Promise.reject(new NoWebGpuError('No adapter today.')),
    openCpu: openNodeCpu,
  });
  const onLost = vi.fn<(reason: string) => void>();
  const load = (useCpu = false) => engine.load(URL_OF_MODEL, useCpu, nothing, onLost);
  return { engine, onLost, load };
}
