/** The engine behind its worker, with the bundled model served from disk as a web server would. */
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckpointError } from '../checkpoint/errors';
import { CancelledError, DeviceLostError, NoWebGpuError } from '../errors';
import { openNodeCpu } from '../node/wasm';
import { openNodeWebGpu } from '../node/webgpu';
import type { Ops } from '../ops';
import { ReferenceOps } from '../reference/ops';
import { modelFolder } from '../testing/devices';
import type { Result } from './api';
import { Engine, problemOf } from './engine';
import type { Recipe } from './lab';

const URL_OF_MODEL = 'https://example.org/models/mamba/';
const recipe: Recipe = {
  prompt: 'Once upon a time',
  sampling: { temperature: 0, topK: 0, topP: 1, seed: 1 },
  intervention: { layer: 'all', deltaScale: 1, aScale: 1 },
  own: 3,
};
const nothing = () => {};

/** What a good result holds; a bad one fails the test with its problem. */
function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** A web server with the bundled model; `change` may answer for a file in its stead. */
function serve(
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
function engineOn(open?: () => Promise<Ops>) {
  const engine = new Engine({
    openWebGpu: open ?? (() => Promise.reject(new NoWebGpuError('No adapter today.'))),
    openWebGpuToMeasure: () => Promise.reject(new NoWebGpuError('No adapter today.')),
    openCpu: openNodeCpu,
  });
  const onLost = vi.fn<(reason: string) => void>();
  const load = (useCpu = false) => engine.load(URL_OF_MODEL, useCpu, nothing, onLost);
  return { engine, onLost, load };
}

beforeEach(() => serve());
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('loading', () => {
  it('tells of its progress, up to all bytes of all files', async () => {
    const { engine } = engineOn();
    const heard: [number, number | null][] = [];
    const result = await engine.load(URL_OF_MODEL, true, (...now) => heard.push(now), nothing);
    const { model, device, why } = valueOf(result);
    expect(model).toMatchObject({ name: 'mamba', kind: 'Mamba', nLayers: 8, vocabSize: 4096 });
    expect(model.halfLife).toHaveLength(8);
    expect(device).toEqual({ kind: 'cpu', name: 'WebAssembly SIMD', code: 'wasm' });
    expect(why).toBe('You chose the CPU.');
    const bytes = heard.map(([now]) => now);
    expect(bytes).toEqual(bytes.toSorted((a, b) => a - b));
    expect(heard.every(([, total]) => total === 507 + 263_297 + 9_114_344)).toBe(true);
    expect(heard.at(-1)![0]).toBe(heard.at(-1)![1]);
    expect(heard.length).toBeGreaterThan(100);
  });

  it('takes the CPU where there is no WebGPU, and says why', async () => {
    const { engine, load } = engineOn();
    const { device, why } = valueOf(await load());
    expect(device.kind).toBe('cpu');
    expect(why).toBe('No adapter today.');
    expect(valueOf(await engine.open(recipe, nothing)).yours.tokens).toHaveLength(7);
  });

  it('does not take the CPU for a mistake of ours', async () => {
    const { load } = engineOn(() => Promise.reject(new TypeError('Oops.')));
    expect(await load()).toEqual({ ok: false, problem: { kind: 'unexpected', message: 'Oops.' } });
  });

  it('refuses a Transformer kindly, before any device is opened: it has no state to show', async () => {
    const open = vi.fn<() => Promise<Ops>>();
    const { load } = engineOn(open);
    const fixture = new URL('../testing/fixtures/transformer-f16/', import.meta.url);
    serve((file) => {
      const absent = file === 'tokenizer.json' || file === 'manifest.json';
      if (absent) return Promise.resolve(new Response(null, { status: 404 }));
      return readFile(new URL(file, fixture)).then((bytes) => new Response(new Uint8Array(bytes)));
    });
    expect(await load()).toMatchObject({
      ok: false,
      problem: {
        kind: 'checkpoint',
        code: 'unsupported',
        file: 'config.json',
        message: expect.stringMatching(/^This is a Transformer\./),
      },
    });
    expect(open).not.toHaveBeenCalled();
  });

  it('hands back a checkpoint’s problem with its kind, its file and its words', async () => {
    const { load } = engineOn();
    serve((file) =>
      file === 'config.json' ? Promise.resolve(new Response(null, { status: 404 })) : null,
    );
    expect(await load(true)).toMatchObject({
      ok: false,
      problem: { kind: 'checkpoint', code: 'missing', file: 'config.json' },
    });
    serve((file) =>
      file === 'model.safetensors' ? Promise.reject(new TypeError('Failed to fetch')) : null,
    );
    expect(await load(true)).toMatchObject({
      ok: false,
      problem: { kind: 'checkpoint', code: 'network', file: 'model.safetensors' },
    });
  });

  it('needs a tokenizer', async () => {
    const { load } = engineOn();
    // No manifest, so that nobody says that there must be one.
    serve((file) =>
      ['manifest.json', 'tokenizer.json'].includes(file)
        ? Promise.resolve(new Response(null, { status: 404 }))
        : null,
    );
    expect(await load(true)).toMatchObject({
      ok: false,
      problem: { kind: 'checkpoint', code: 'missing', file: 'tokenizer.json' },
    });
  });

  it('gives a device back that it cannot use after all', async () => {
    const ops = new ReferenceOps();
    const dispose = vi.spyOn(ops, 'dispose');
    vi.spyOn(ops, 'matrix').mockImplementation(() => {
      throw new RangeError('Array buffer allocation failed');
    });
    const { load } = engineOn(async () => ops);
    expect(await load()).toMatchObject({
      ok: false,
      problem: { kind: 'checkpoint', code: 'memory', message: expect.stringContaining('needs') },
    });
    expect(dispose).toHaveBeenCalledOnce();
  });

  it('before it, nothing can be opened', async () => {
    const { engine } = engineOn();
    const problem = { kind: 'unexpected', message: 'No model is loaded.' };
    expect(await engine.open(recipe, nothing)).toEqual({ ok: false, problem });
    expect(await engine.moment(0)).toEqual({ ok: false, problem });
  });
});

describe('the benchmark', () => {
  const url = URL_OF_MODEL.replace('mamba/', '');
  const only = ['cpu.mamba.decode'];

  it('runs on a device of its own, beside the model that is open', async () => {
    const { engine, load } = engineOn();
    await load(true);
    const texts = valueOf(await engine.open(recipe, nothing));
    const heard: string[] = [];
    const report = valueOf(
      await engine.bench(url, ['mamba'], { device: 'cpu', only }, ({ kind }) => heard.push(kind)),
    );
    expect(report.results).toMatchObject([{ id: 'cpu.mamba.decode.read', state: 'done' }]);
    expect(heard).toEqual(['plan', 'started', 'device', 'result']);
    expect(valueOf(await engine.open(recipe, nothing))).toEqual(texts);
  });

  it('can be stopped, which stops nothing else', async () => {
    const { engine, load } = engineOn();
    const loading = load(true);
    const stopping = engine.bench(url, ['mamba'], { device: 'cpu' }, () => void engine.stopBench());
    const opening = engine.open(recipe, nothing);
    valueOf(await loading);
    expect(await stopping).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    valueOf(await opening);
  });

  it('says why there is no GPU to measure', async () => {
    const { engine } = engineOn();
    const problem = { kind: 'unexpected', message: 'No adapter today.' };
    const result = await engine.bench(url, ['mamba'], { device: 'webgpu' }, nothing);
    expect(result).toEqual({ ok: false, problem });
  });
});

describe('cancelling', () => {
  const cancelled = { ok: false, problem: { kind: 'cancelled' } };

  it('stops a load on its way, and the next load works', async () => {
    const { engine, load } = engineOn();
    // A server that begins to send the weights and then hangs.
    serve((file) => (file === 'model.safetensors' ? hanging() : null));
    const loading = engine.load(URL_OF_MODEL, true, onFirstWeights(engine), nothing);
    expect(await loading).toEqual(cancelled);
    serve();
    valueOf(await load(true));
    expect(valueOf(await engine.open(recipe, nothing)).yours.tokens).toHaveLength(7);
  });

  it('stops a load on its way, and the model that was there goes on', async () => {
    const { engine, load } = engineOn();
    valueOf(await load(true));
    const texts = valueOf(await engine.open(recipe, nothing));
    serve((file) => (file === 'model.safetensors' ? hanging() : null));
    const loading = engine.load(URL_OF_MODEL, true, onFirstWeights(engine), nothing);
    expect(await loading).toEqual(cancelled);
    expect(valueOf(await engine.open(recipe, nothing))).toEqual(texts);
    // And so it does if the files are no model.
    serve((file) => (file === 'config.json' ? Promise.resolve(new Response('{}')) : null));
    expect(await load(true)).toMatchObject({ ok: false, problem: { kind: 'checkpoint' } });
    expect(valueOf(await engine.moment(0)).yours.token).toBe(0);
  });

  it('stops a load that waits for its device, and gives the device back', async () => {
    const ops = new ReferenceOps();
    const dispose = vi.spyOn(ops, 'dispose');
    const { engine, load } = engineOn(async () => {
      await engine.cancel();
      return ops;
    });
    expect(await load()).toEqual(cancelled);
    expect(dispose).toHaveBeenCalledOnce();
  });

  it('stops an open and what waits behind it, and nothing that comes later', async () => {
    const { engine, load } = engineOn();
    await load();
    const opening = engine.open({ ...recipe, own: 500 }, (done) => {
      if (done === 6) void engine.cancel();
    });
    const waiting = engine.advance(1);
    expect(await opening).toEqual(cancelled);
    expect(await waiting).toEqual(cancelled);
    const texts = valueOf(await engine.open(recipe, nothing));
    const fresh = engineOn();
    await fresh.load();
    expect(texts).toEqual(valueOf(await fresh.engine.open(recipe, nothing)));
  });

  it('with nothing to do does nothing', async () => {
    const { engine, load } = engineOn();
    await engine.cancel();
    expect(await load()).toMatchObject({ ok: true });
  });
});

/** A response whose body sends a little and never ends. */
async function hanging(): Promise<Response> {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new Uint8Array(100_000)),
  });
  return new Response(body);
}

/** Cancels when the first bytes of the weights have come. */
function onFirstWeights(engine: Engine) {
  return (bytes: number): void => {
    if (bytes > 507 + 263_297) void engine.cancel();
  };
}

describe('calls', () => {
  it('run one after the other, in the order in which they came', async () => {
    const { engine, load } = engineOn();
    const loading = load();
    const opening = engine.open(recipe, nothing);
    const advancing = engine.advance(2);
    const looking = engine.moment(8);
    valueOf(await loading);
    expect(valueOf(await opening).yours.tokens).toHaveLength(7);
    expect(valueOf(await advancing).yours.tokens).toHaveLength(2);
    expect(valueOf(await looking).yours.token).toBe(8);
  });

  it('that fail do not hold up those behind them', async () => {
    const { engine, load } = engineOn();
    await load();
    await engine.open(recipe, nothing);
    const [bad, good] = await Promise.all([engine.moment(1000), engine.moment(1)]);
    expect(bad).toMatchObject({ ok: false, problem: { kind: 'unexpected' } });
    expect(valueOf(good).yours.token).toBe(1);
  });
});

describe('a graphics device', () => {
  it('that is lost is told of, and after another load the text goes on', async () => {
    const opened: Ops[] = [];
    const { engine, onLost, load } = engineOn(async () => {
      opened.push(await openNodeWebGpu());
      return opened.at(-1)!;
    });
    expect(valueOf(await load()).device.kind).toBe('webgpu');
    const texts = valueOf(await engine.open(recipe, nothing));
    // Behind the engine's back, as a driver's reset would.
    opened[0]!.dispose();
    const advance = await engine.advance(1);
    expect(advance).toMatchObject({ ok: false, problem: { kind: 'deviceLost' } });
    expect(onLost).toHaveBeenCalledOnce();
    expect(onLost.mock.calls[0]![0]).not.toBe('');

    expect(valueOf(await load()).why).toBeNull();
    expect(opened).toHaveLength(2);
    expect(valueOf(await engine.open(recipe, nothing))).toEqual(texts);
    const { yours } = valueOf(await engine.advance(1));
    expect(yours.tokens).toHaveLength(1);

    // Given up for another load, a device is not lost.
    valueOf(await load(true));
    expect(await opened[1]!.lost).not.toBe('');
    expect(onLost).toHaveBeenCalledOnce();
    const onCpu = valueOf(await engine.open({ ...recipe, own: 4 }, nothing));
    const ids = [...texts.yours.tokens, ...yours.tokens].map(({ id }) => id);
    expect(onCpu.yours.tokens.map(({ id }) => id)).toEqual(ids);
  });
});

describe('problemOf', () => {
  it('knows each kind of error', () => {
    expect(problemOf(new CancelledError('x'))).toEqual({ kind: 'cancelled' });
    expect(problemOf(new CheckpointError('cancelled', 'f', 'm'))).toEqual({ kind: 'cancelled' });
    expect(problemOf(new DeviceLostError('gone'))).toEqual({ kind: 'deviceLost', message: 'gone' });
    expect(problemOf(new CheckpointError('corrupt', 'f', 'm'))).toEqual({
      kind: 'checkpoint',
      code: 'corrupt',
      file: 'f',
      message: 'm',
    });
    expect(problemOf('just words')).toEqual({ kind: 'unexpected', message: 'just words' });
  });
});
