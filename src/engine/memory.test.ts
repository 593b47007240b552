/** What a session keeps in memory: bytes as stated, caches that grow with the text, and texts that are too long for them. */
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from './checkpoint/load';
import { folderSource } from './checkpoint/node/folderSource';
import { OutOfMemoryError } from './errors';
import { createModel } from './models/create';
import { Model } from './models/model';
import { ReferenceOps } from './reference/ops';
import type { Session } from './session';
import { contextLimit, stateBytes } from './stateBytes';
import { devices, maxAbsError } from './testing/devices';
import { tinyModels } from './testing/tinyModels';
import { limit, openWatched } from './testing/watched';
import type { Sampling } from './types';

const greedy: Sampling = { temperature: 0, topK: 0, topP: 1, seed: 1 };
const load = (name: string) =>
  loadCheckpoint(
    folderSource(fileURLToPath(new URL(`testing/fixtures/${name}/`, import.meta.url))),
  );
const text = (length: number): number[] => Array.from({ length }, (_, i) => (i * 7) % 37);
const sizes = (arrays: readonly Float32Array[]): number =>
  arrays.reduce((sum, { byteLength }) => sum + byteLength, 0);
const memory = async (session: Session) => [...(await session.stateKv()), await session.logits()];

describe('bytes of a text', () => {
  it.each(tinyModels)('$family keeps the same, however long it is', async ({ load: get }) => {
    const model = new Model(new ReferenceOps(), await get());
    const session = model.createSession();
    for (const ids of [text(3), text(20)]) {
      await session.prefill(ids);
      const held = sizes(await session.stateH()) + sizes(await session.stateConv());
      expect(stateBytes(model.info, session.position)).toBe(held);
    }
    expect(contextLimit(model.info, { maxTensorBytes: 1, memoryBytes: 1 })).toBe(Infinity);
    await expect(session.stateKv()).rejects.toThrow(/model keeps no keys/);
  });

  it('a Transformer keeps more with every token', async () => {
    const model = new Model(new ReferenceOps(), await load('transformer-shared'));
    const session = model.createSession();
    for (const ids of [text(1), text(20)]) {
      await session.prefill(ids);
      expect(stateBytes(model.info, session.position)).toBe(sizes(await session.stateKv()));
    }
    // 2 layers of 2 · 3 heads of 10 numbers.
    expect(stateBytes(model.info, 100)).toBe(100 * 2 * 2 * 3 * 10 * 4);
    expect(contextLimit(model.info, { maxTensorBytes: 2399, memoryBytes: Infinity })).toBe(9);
    expect(contextLimit(model.info, { maxTensorBytes: Infinity, memoryBytes: 4800 })).toBe(10);
  });
});

describe.each(devices)('caches on $name', ({ kind, open }) => {
  const models: Model[] = [];
  const opened = async (): Promise<Model> => {
    models.push(new Model(await open(), await load('transformer-shared')));
    return models.at(-1)!;
  };
  afterAll(() => models.forEach((model) => model.dispose()));

  it('hold the same, grown step by step or at once, and so does what is copied of them', async () => {
    const model = await opened();
    const ids = text(530);
    const whole = model.createSession();
    await whole.prefill(ids);
    const pieces = model.createSession();
    await pieces.prefill(ids.slice(0, 250));
    for (const id of ids.slice(250, 262)) await pieces.step(id);
    await pieces.prefill(ids.slice(262, 500));
    const snapshot = pieces.snapshot();
    const twin = pieces.fork();
    await pieces.prefill(ids.slice(500));
    // A session that is small yet takes a long text's snapshot.
    const late = model.createSession();
    late.restore(snapshot);
    for (const session of [twin, late]) await session.prefill(ids.slice(500));
    const [a, b, c, d] = await Promise.all([whole, pieces, twin, late].map(memory));
    const allow = kind === 'cpu' ? 1e-5 : 1e-4;
    a!.forEach((values, i) => {
      expect(maxAbsError(values, b![i]!)).toBeLessThan(allow);
      expect(values.some((v) => v !== 0)).toBe(true);
    });
    expect(c).toEqual(b);
    expect(d).toEqual(b);
    // Back to where the cache was small, and on from there.
    pieces.restore(snapshot);
    await pieces.prefill(ids.slice(500));
    expect(await memory(pieces)).toEqual(b);
  });

  it('a text that is too long is refused with figures, before anything of it is read', async () => {
    const model = await opened();
    // 240 bytes a token of a layer: 300 tokens.
    Object.defineProperty(model.ops, 'maxTensorBytes', { value: 300 * 240 });
    const session = model.createSession();
    await session.prefill(text(290));
    const before = await memory(session);
    const reading = session.prefill(text(11));
    await expect(reading).rejects.toThrow(OutOfMemoryError);
    await expect(reading).rejects.toThrow(
      /^A text of 301 tokens needs 144\.5 kB for a Transformer's keys and values, 480 bytes a token; .* has room for 300 tokens\. Use a shorter text/,
    );
    expect(session.position).toBe(290);
    expect(await memory(session)).toEqual(before);
    // The last tokens fit; what is written ends where the room does.
    await session.prefill(text(8));
    await session.step(1);
    const pieces: number[] = [];
    const writing = session.generate(70, greedy, { onPiece: (ids) => pieces.push(...ids) });
    await expect(writing).rejects.toThrow(/has room for 300 tokens/);
    expect(session.position).toBe(299 + pieces.length);
    expect(pieces.length).toBeLessThanOrEqual(1);
  });
});

it('where the GPU has no room for a larger cache, the text stays as it is', async () => {
  const budget = { bytes: Infinity };
  const { ops, buffers } = await openWatched((device) => limit(device, budget));
  const model = await createModel(ops, await load('transformer-f16'));
  const session = model.createSession();
  await session.prefill(text(200));
  await memory(session); // makes what reading takes
  const before = { memory: await memory(session), buffers: [...buffers] };
  budget.bytes = 512 * 2 * 16 * 4; // one layer's, of two
  await expect(session.prefill(text(100))).rejects.toThrow(
    /A text of 300 tokens needs 76\.8 kB .* has no room for that now/,
  );
  budget.bytes = Infinity;
  expect(session.position).toBe(200);
  expect([...buffers]).toEqual(before.buffers);
  expect(await memory(session)).toEqual(before.memory);
  await session.prefill(text(100));
  expect(session.position).toBe(300);
  ops.dispose();
});
