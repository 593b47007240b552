/** Calls to the engine behind its worker: stopped, one after the other, and on a device that is lost. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openNodeWebGpu } from '../node/webgpu';
import type { Ops } from '../ops';
import { ReferenceOps } from '../reference/ops';
import type { Engine } from './engine';
import { engineOn, nothing, recipe, serve, URL_OF_MODEL, valueOf } from './testing/served';

beforeEach(() => serve());
afterEach(() => {
  vi.unstubAllGlobals();
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
