/**
 * Writing many tokens at a time: the same as drawing and reading one after the other, on every device. Logits and
 * states are compared bit for bit, since the same kernels compute them. A draw on the GPU may differ from one in
 * f64 where the random number lies within 1e-5 of a boundary; in none of the seeds here it does.
 */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from './checkpoint/load';
import { folderSource } from './checkpoint/node/folderSource';
import { CancelledError } from './errors';
import { Model } from './models/model';
import { ReferenceOps } from './reference/ops';
import { sampleToken } from './sampling';
import type { Session } from './session';
import { devices, modelFolder } from './testing/devices';
import { openWatched, type Watched } from './testing/watched';
import type { Sampling } from './types';

const greedy: Sampling = { temperature: 0, topK: 0, topP: 1, seed: 1 };
const drawn: Sampling = { temperature: 1.1, topK: 30, topP: 0.95, seed: 20 };
const prompt = [3, 1, 4, 1, 5];

const bundled = ['mamba', 'mamba2', 's4'];
const fixture = (name: string): string =>
  fileURLToPath(new URL(`testing/fixtures/${name}/`, import.meta.url));
const load = (name: string) =>
  loadCheckpoint(folderSource(bundled.includes(name) ? modelFolder(name) : fixture(name)));

/** Everything that a session is; what a model of its kind does not have is refused by name. */
const memory = async (session: Session) => {
  const refused = (reason: unknown) => {
    expect(reason).toBeInstanceOf(RangeError);
    return [];
  };
  const h = await session.stateH().catch(refused);
  const kv = await session.stateKv().catch(refused);
  expect(h.length > 0).toBe(kv.length === 0);
  return {
    position: session.position,
    h,
    kv,
    conv: await session.stateConv().catch(refused),
    logits: await session.logits(),
  };
};

/** A session that has read the prompt. */
async function begin(model: Model): Promise<Session> {
  const session = model.createSession();
  await session.prefill(prompt);
  return session;
}

/** One token after the other, up to and with `stopAt`. */
async function stepwise(
  session: Session,
  count: number,
  sampling: Sampling,
  stopAt?: number,
): Promise<number[]> {
  const ids: number[] = [];
  while (ids.length < count && (ids.length === 0 || ids.at(-1) !== stopAt)) {
    ids.push(sampleToken(await session.logits(), sampling, session.position));
    await session.step(ids.at(-1)!);
  }
  return ids;
}

const cases = [
  ...bundled.map((name) => ({ name, count: 9 })),
  // More than one piece on a GPU, and more than two.
  { name: 'mamba-f16', count: 70 },
  { name: 'mamba-odd', count: 130 },
  { name: 'mamba2-groups', count: 70 },
  // Beyond the room that a cache begins with.
  { name: 'transformer-shared', count: 260 },
  { name: 'transformer-f16', count: 70 },
].flatMap((one) => devices.map((device) => ({ ...one, device })));

describe.each(cases)('$name on $device.name', ({ name, count, device: { open } }) => {
  it('writes the same many at a time as one by one', async () => {
    const model = new Model(await open(), await load(name));
    // A long text one way only: it takes half a minute on a software GPU.
    for (const sampling of count > 100 ? [drawn] : [greedy, drawn]) {
      const [many, one] = [await begin(model), await begin(model)];
      const pieces: number[] = [];
      const ids = await many.generate(count, sampling, {
        onPiece: (piece) => pieces.push(...piece),
      });
      expect(ids).toEqual(await stepwise(one, count, sampling));
      expect(pieces).toEqual(ids);
      expect(await memory(many)).toEqual(await memory(one));
      // And goes on from there, by either way.
      expect(await many.generate(2, sampling)).toEqual(await stepwise(one, 2, sampling));
      expect(await memory(many)).toEqual(await memory(one));
    }
    model.dispose();
  });
});

const stopping = ['mamba-f16', 'transformer-f16'].flatMap((name) =>
  devices.map((device) => ({ name, device })),
);

describe.each(stopping)('generate, $name on $device.name', ({ name, device: { kind, open } }) => {
  let model: Model;
  beforeAll(async () => {
    model = new Model(await open(), await load(name));
  });
  afterAll(() => model.dispose());

  it('stops at the end of the text, wherever in a piece it comes', async () => {
    const hot: Sampling = { ...drawn, temperature: 3, topK: 0, topP: 1 };
    const all = await (await begin(model)).generate(130, hot);
    // The first places of tokens that come early, late, and last in a first piece of 64.
    const firsts = all.filter((id, i) => all.indexOf(id) === i);
    const wanted = [1, 20, 63, 64].map(
      (at) => firsts.find((id) => all.indexOf(id) >= at) ?? firsts.at(-1)!,
    );
    for (const stopAt of new Set([...wanted, all[0]!])) {
      const [many, one] = [await begin(model), await begin(model)];
      const ids = await many.generate(130, hot, { stopAt });
      expect(ids).toEqual(all.slice(0, all.indexOf(stopAt) + 1));
      expect(ids).toEqual(await stepwise(one, 130, hot, stopAt));
      expect(await memory(many)).toEqual(await memory(one));
      many.dispose();
      one.dispose();
    }
    // A token that never comes ends nothing.
    const session = await begin(model);
    expect(await session.generate(130, hot, { stopAt: 1000 })).toEqual(all);
  });

  it('stopped, stands where the last whole piece ended', async () => {
    const [session, one] = [await begin(model), await begin(model)];
    const abort = new AbortController();
    const heard: number[] = [];
    const writing = session.generate(500, drawn, {
      signal: abort.signal,
      onPiece: (ids) => {
        heard.push(...ids);
        if (heard.length > 1) abort.abort();
      },
    });
    await expect(writing).rejects.toThrow(CancelledError);
    expect(heard).toHaveLength(kind === 'cpu' ? 2 : model.maxWritten);
    expect(heard).toEqual(await stepwise(one, heard.length, drawn));
    expect(await memory(session)).toEqual(await memory(one));
  });

  it('writes nothing if nothing is asked for, or nothing was read, or the settings make no sense', async () => {
    const session = await begin(model);
    expect(await session.generate(0, drawn)).toEqual([]);
    await expect(session.generate(1, { ...drawn, topP: 0 })).rejects.toThrow(/Top-p/);
    await expect(model.createSession().generate(1, drawn)).rejects.toThrow(/Nothing has been read/);
    expect(session.position).toBe(prompt.length);
  });
});

describe.each(devices)('a turned model on $name', ({ open }) => {
  it('goes by the interventions that are set', async () => {
    const model = new Model(await open(), await load('mamba-f16'));
    const [many, one] = [await begin(model), await begin(model)];
    for (const session of [many, one]) {
      session.turnTo([{ layer: 1, deltaScale: 3, aScale: 0.5 }]);
    }
    expect(await many.generate(20, drawn)).toEqual(await stepwise(one, 20, drawn));
    const plain = await begin(model);
    await plain.generate(20, drawn);
    expect(await memory(many)).toEqual(await memory(one));
    expect(await memory(many)).not.toEqual(await memory(plain));
    model.dispose();
  });
});

describe('the cost of a token', () => {
  let watched: Watched;
  beforeAll(async () => {
    watched = await openWatched();
  });
  afterAll(() => watched.ops.dispose());

  // A Transformer's layer: projection, attention, projection; projection, gate, projection.
  const layers = { ...Object.fromEntries(bundled.map((name) => [name, 5])), 'transformer-f16': 6 };
  it.each(Object.entries(layers))(
    'of %s is at most %i dispatches a layer and 4 outside',
    async (name, most) => {
      const { ops, dispatches } = watched;
      const model = new Model(ops, await load(name));
      const session = await begin(model);
      const { nLayers } = model.info;
      for (const sampling of [greedy, drawn]) {
        dispatches.length = 0;
        await session.generate(3, sampling);
        expect(dispatches.length % 3).toBe(0);
        expect(dispatches.length / 3).toBeLessThanOrEqual(most * nLayers + 4);
        expect(dispatches.filter((shader) => shader.startsWith('sample'))).toHaveLength(3);
      }
      dispatches.length = 0;
      await session.step(1);
      expect(dispatches.length).toBeLessThanOrEqual(most * nLayers + 4);
      expect(dispatches.length).toBeGreaterThan(nLayers);
    },
  );

  it('is the same at token 10,000 as at token 10, and so is the memory', async () => {
    const { ops, dispatches, buffers } = watched;
    const model = new Model(ops, await load('mamba-odd'));
    const { vocabSize } = model.info;
    const text = Array.from({ length: 10_000 }, (_, i) => i % vocabSize);
    await model.createSession().prefill(text); // makes what prefill works in
    const session = model.createSession();
    const cost = async () => {
      dispatches.length = 0;
      await session.generate(80, drawn, { stopAt: 36 });
      return { dispatches: [...dispatches], bytes: [...buffers.values()] };
    };
    await session.prefill(text.slice(0, 10));
    await cost(); // makes what generating works in
    const early = await cost();
    expect(early.dispatches.length).toBeGreaterThan(80);
    await session.prefill(text.slice(session.position));
    expect(session.position).toBe(10_000);
    const late = await cost();
    expect(session.position).toBeGreaterThan(10_000);
    const bytes = (of: typeof early) => of.bytes.reduce((a, b) => a + b, 0);
    expect(late.bytes.length).toBe(early.bytes.length);
    expect(bytes(late)).toBe(bytes(early));
    // A text may end sooner than another; each token of either does the same work.
    const token = (of: typeof early) => of.dispatches.slice(0, 5 * 2 + 3);
    expect(token(late)).toEqual(token(early));
  });

  it('is no memory, however many there are', async () => {
    const { ops, buffers } = watched;
    for (const on of [ops, new ReferenceOps()]) {
      const model = new Model(on, await load('mamba-f16'));
      const session = await begin(model);
      await session.generate(70, drawn);
      let made = 0;
      const { zeros } = on;
      on.zeros = (label, shape) => {
        made++;
        return zeros.call(on, label, shape);
      };
      const before = [...buffers];
      await session.generate(300, drawn);
      expect(made).toBe(0);
      expect([...buffers]).toEqual(before);
      on.zeros = zeros;
    }
  });
});
