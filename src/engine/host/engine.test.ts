/** The engine behind its worker: how it loads, its benchmark, its problems. */
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckpointError } from '../checkpoint/errors';
import { CancelledError, DeviceLostError } from '../errors';
import type { Ops } from '../ops';
import { ReferenceOps } from '../reference/ops';
import { problemOf } from './engine';
import { engineOn, nothing, recipe, serve, URL_OF_MODEL, valueOf } from './testing/served';

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
