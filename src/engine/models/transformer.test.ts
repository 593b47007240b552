/**
 * The Transformer on all devices: against transformers (tiny random checkpoints with shared keys and values, odd sizes,
 * tied and untied heads, and the bundled model once it is there), against the textbook in f64 in every probe, and the
 * laws that a cache keeps. Errors are relative to the largest number of a tensor, as in fixtures.test.ts.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Checkpoint, loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { readTensors, toFloat32 } from '../checkpoint/safetensors';
import { argmax } from '../sampling';
import type { Session } from '../session';
import { devices, maxAbsError, modelFolder } from '../testing/devices';
import { textbook } from '../testing/textbook';
import { Trace } from '../trace';
import { PROBES, type ProbeName, type ProbeRequest } from '../types';
import { Model } from './model';

const bundled = modelFolder('transformer');
const folders = [
  ...['transformer-shared', 'transformer-f16'].map((name) =>
    fileURLToPath(new URL(`../testing/fixtures/${name}/`, import.meta.url)),
  ),
  ...(existsSync(`${bundled}config.json`) ? [bundled] : []),
];
/** What f32 sums in another order differ by over five layers; a GPU's exp is looser. */
const tolerance = { cpu: 1e-5, webgpu: 2e-5 };

/** Largest error, relative to the largest number wanted. */
const error = (got: ArrayLike<number>, wanted: number[] | Float32Array): number =>
  maxAbsError(got, wanted) / [...wanted].reduce((most, v) => Math.max(most, Math.abs(v)), 0);

const cases = folders.flatMap((folder) =>
  devices.map((device) => ({ name: folder.split('/').at(-2)!, folder, device })),
);

describe.each(cases)('$name on $device.name', ({ folder, device: { kind, open } }) => {
  const tensors = readTensors(readFileSync(`${folder}golden.safetensors`));
  const golden = (tensor: string): Float32Array => toFloat32(tensors.get(tensor)!);
  const promptIds = [...golden('input_ids')];
  const allow = tolerance[kind];
  let checkpoint: Checkpoint;
  let model: Model;
  beforeAll(async () => {
    checkpoint = await loadCheckpoint(folderSource(folder));
    model = new Model(await open(), checkpoint);
  });
  afterAll(() => model.dispose());

  /** Layers that the golden file looks into. */
  const opened = (): number[] =>
    Array.from({ length: model.info.nLayers }, (_, layer) => layer).filter((layer) =>
      tensors.has(`key_cache.${layer}`),
    );

  /** Golden keys and values, (G, L, P) each, as a cache holds them, (L, 2·G·P). */
  function goldenCache(layer: number): Float32Array {
    const { nKvHeads: G, headDim: P } = model.info.attention!;
    const L = promptIds.length;
    const parts = [golden(`key_cache.${layer}`), golden(`value_cache.${layer}`)];
    return Float32Array.from({ length: L * 2 * G * P }, (_, i) => {
      const [t, g, p] = [Math.floor(i / (2 * G * P)), Math.floor(i / P) % (2 * G), i % P];
      return parts[Math.floor(g / G)]![((g % G) * L + t) * P + p]!;
    });
  }

  async function stands(session: Session): Promise<void> {
    const last = golden('logits').subarray(-model.info.vocabSize);
    expect(error(await session.logits(), last)).toBeLessThan(allow);
    const kv = await session.stateKv();
    for (const layer of opened()) {
      expect(error(kv[layer]!, goldenCache(layer))).toBeLessThan(allow);
    }
  }

  it('agrees with transformers whole, step by step and in pieces, and writes the same', async () => {
    const whole = model.createSession();
    const trace = await whole.prefill(promptIds, {
      probes: [{ name: 'logits' }, { name: 'final' }, { name: 'residual' }],
    });
    const hidden = (i: number): string =>
      tensors.has(`hidden_states.${i}`) ? `hidden_states.${i}` : 'final';
    expect(error(trace.get('logits'), golden('logits'))).toBeLessThan(allow);
    expect(error(trace.get('final'), golden(hidden(model.info.nLayers)))).toBeLessThan(allow);
    for (
      let layer = 0;
      tensors.has(`hidden_states.${layer}`) && layer < model.info.nLayers;
      layer++
    ) {
      // transformers stores a Llama's residual stream before each layer.
      const wanted = golden(`hidden_states.${layer}`);
      expect(error(trace.get('residual', layer), wanted)).toBeLessThan(allow);
    }
    const stepped = model.createSession();
    for (const id of promptIds) await stepped.step(id);
    const pieces = model.createSession();
    for (const [from, to] of [
      [0, 1],
      [1, 3],
      [3, 20],
      [20, promptIds.length],
    ]) {
      await pieces.prefill(promptIds.slice(from, to));
    }
    for (const session of [whole, stepped, pieces]) await stands(session);
    const ids = [...promptIds];
    while (ids.length < golden('greedy_ids').length) {
      ids.push(argmax(await whole.logits()));
      await whole.step(ids.at(-1)!);
    }
    expect(ids).toEqual([...golden('greedy_ids')]);
  });

  it('looks at what transformers looks at, head by head', async () => {
    const { nHeads: H } = model.info.attention!;
    const L = promptIds.length;
    const layers = opened();
    const heads = Array.from({ length: H }, (_, unit) => unit);
    const probes = heads.map((unit): ProbeRequest => ({ name: 'layer.attention', unit, layers }));
    const parts = [probes, [{ name: 'layer.out' as const }, { name: 'layer.mlp' as const }]];
    const trace = await model.createSession().prefill(promptIds, { probes: parts.flat() });
    expect(layers.length).toBeGreaterThan(0);
    for (const layer of layers) {
      const all = golden(`attention.${layer}`); // (H, L, L)
      for (const head of heads) {
        const triangle = all
          .subarray(head * L * L, (head + 1) * L * L)
          .filter((_, i) => i % L <= Math.floor(i / L));
        expect(maxAbsError(trace.get('layer.attention', layer, head), triangle)).toBeLessThan(
          allow,
        );
      }
      // The tiny checkpoints have no hooks; the textbook knows what those would say.
      const hooks = [
        ['layer.out', `hook.model.layers.${layer}.self_attn`],
        ['layer.mlp', `hook.model.layers.${layer}.mlp`],
      ] as const;
      const errors = hooks
        .filter(([, hook]) => tensors.has(hook))
        .map(([probe, hook]) => error(trace.get(probe, layer), golden(hook)));
      expect(Math.max(0, ...errors)).toBeLessThan(allow);
    }
  });

  it('goes on from a snapshot and beside a fork, bit for bit', async () => {
    const session = model.createSession();
    await session.prefill(promptIds.slice(0, 12));
    const snapshot = session.snapshot();
    const twin = session.fork();
    const memory = async (of: Session) => [...(await of.stateKv()), await of.logits()];
    const before = await memory(session);
    expect(await memory(twin)).toEqual(before);
    await session.prefill(promptIds.slice(12, 20));
    await session.step(promptIds[20]!);
    expect(session.position).toBe(21);
    expect(await memory(twin)).toEqual(before);
    session.restore(snapshot);
    expect(session.position).toBe(12);
    expect(await memory(session)).toEqual(before);
    for (const one of [session, twin]) await one.prefill(promptIds.slice(12));
    expect(await memory(session)).toEqual(await memory(twin));
    // A session that has read nothing takes it as well.
    const other = model.createSession();
    other.restore(snapshot);
    expect(await memory(other)).toEqual(before);
    snapshot.dispose();
    for (const one of [session, twin, other]) one.dispose();
  });
});

const tiny = cases.filter(({ name }) => name !== 'transformer');

describe.each(tiny)('$name on $device.name, in the textbook’s words,', ({ folder, device }) => {
  const ids = [3, 1, 4, 1, 5, 9, 2, 6, 5, 35];
  let checkpoint: Checkpoint;
  let model: Model;
  beforeAll(async () => {
    checkpoint = await loadCheckpoint(folderSource(folder));
    model = new Model(await device.open(), checkpoint);
  });
  afterAll(() => model.dispose());

  const there: readonly ProbeName[] = [
    'residual',
    'layer.normWeight',
    'layer.norm',
    'layer.inProj',
    'layer.attention',
    'layer.y',
    'layer.out',
    'layer.mlp',
    'final',
    'logits',
  ];

  it('answers every probe whole and token by token', async () => {
    const book = textbook(checkpoint, ids) as (...key: unknown[]) => number[];
    const heads = model.info.attention!.nHeads;
    const units = (name: ProbeName): (number | undefined)[] =>
      name === 'layer.attention' ? Array.from({ length: heads }, (_, h) => h) : [undefined];
    const probes = there.flatMap((name) => units(name).map((unit) => ({ name, unit })));
    const [whole, stepped] = [model.createSession(), model.createSession()];
    const steps: Trace[] = [];
    for (const id of ids) steps.push(await stepped.step(id, probes));
    for (const trace of [await whole.prefill(ids, { probes }), Trace.join(steps)]) {
      for (const { name, unit } of probes) {
        const layers =
          name === 'residual' ? [0, 1, 2] : PROBES[name] === 'once' ? [undefined] : [0, 1];
        for (const layer of layers) {
          const off = error(trace.get(name, layer, unit), book(name, layer, unit));
          const within = off < tolerance[device.kind];
          expect({ name, layer, unit, off, within }).toEqual({
            name,
            layer,
            unit,
            off,
            within: true,
          });
        }
      }
    }
  });

  it('refuses what a Transformer does not have, by name, before it computes anything', async () => {
    const session = model.createSession();
    const read = (request: ProbeRequest) => session.prefill(ids, { probes: [request] });
    for (const name of (Object.keys(PROBES) as ProbeName[]).filter((one) => !there.includes(one))) {
      await expect(read({ name })).rejects.toThrow(`Transformer has no ${name}: its `);
    }
    await expect(read({ name: 'layer.attention' })).rejects.toThrow('name its unit');
    const { nHeads } = model.info.attention!;
    await expect(read({ name: 'layer.attention', unit: nHeads })).rejects.toThrow('unit');
    expect(session.position).toBe(0);
    await expect(session.stateH()).rejects.toThrow('A Transformer model keeps keys and values');
    await expect(session.stateConv()).rejects.toThrow(RangeError);
    const turn = { layer: 'all', deltaScale: 2, aScale: 1 } as const;
    expect(() => model.createSession([turn])).toThrow('A Transformer has no Δ');
    expect(() => model.ssm(0)).toThrow("A Transformer's layers have no SSM.");
  });
});
