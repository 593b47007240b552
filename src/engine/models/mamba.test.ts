/**
 * Parity of the bundled Mamba with `transformers` (golden.safetensors), on all devices, and the laws that a
 * session keeps. Tolerances are absolute. The golden run is f32 on a CPU: its own rounding over 8 layers is of
 * the order of 1e-5 in logits of size 10, which is what the bounds allow for, with room for another order of sums.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import type { Session } from '../session';
import { argmax } from '../sampling';
import { devices, maxAbsError, modelFolder, readGolden } from '../testing/devices';
import { Model } from './model';

const golden = readGolden('mamba');
const promptIds = [...golden('input_ids')];

/** Largest absolute error allowed. Typical sizes: logits 10, residual 5, h 0.5, x_proj's B and C 6. */
const tolerance = {
  cpu: { logits: 1e-4, residual: 5e-5, final: 3e-5, h: 5e-6, conv: 2e-5, projections: 2e-5 },
  webgpu: { logits: 2e-4, residual: 1e-4, final: 5e-5, h: 1e-5, conv: 3e-5, projections: 3e-5 },
};

describe.each(devices)('Mamba on $name', ({ kind, open }) => {
  const allow = tolerance[kind];
  let model: Model;
  beforeAll(async () => {
    model = new Model(await open(), await loadCheckpoint(folderSource(modelFolder('mamba'))));
  });
  afterAll(() => model.dispose());

  /** Everything that must be the same if two sessions stand at the same place. */
  const memory = async (session: Session): Promise<Float32Array[]> => [
    ...(await session.stateH()),
    ...(await session.stateConv()),
    await session.logits(),
  ];

  it('agrees with transformers on logits, hidden states, projections and final states', async () => {
    const session = model.createSession();
    const trace = await session.prefill(promptIds, {
      probes: [
        { name: 'logits' },
        { name: 'residual' },
        { name: 'final' },
        { name: 'layer.B' },
        { name: 'layer.C' },
      ],
    });
    expect(maxAbsError(trace.get('logits'), golden('logits'))).toBeLessThan(allow.logits);
    expect(maxAbsError(trace.get('final'), golden('hidden_states.8'))).toBeLessThan(allow.final);
    const h = await session.stateH();
    const conv = await session.stateConv();
    for (let layer = 0; layer < model.info.nLayers; layer++) {
      const residual = trace.get('residual', layer + 1);
      // transformers stores the residual stream after each layer.
      expect(maxAbsError(residual, golden(`hidden_states.${layer}`))).toBeLessThan(allow.residual);
      expect(maxAbsError(h[layer]!, golden(`ssm_state.${layer}`))).toBeLessThan(allow.h);
      // Golden keeps the last K inputs, the engine the K − 1 that the next token needs.
      const lastInputs = golden(`conv_state.${layer}`).filter((_, i) => i % 4 > 0);
      expect(maxAbsError(conv[layer]!, lastInputs)).toBeLessThan(allow.conv);
      const dbc = golden(`hook.backbone.layers.${layer}.mixer.x_proj`);
      const B = dbc.filter((_, i) => i % 48 >= 16 && i % 48 < 32);
      const C = dbc.filter((_, i) => i % 48 >= 32);
      expect(maxAbsError(trace.get('layer.B', layer), B)).toBeLessThan(allow.projections);
      expect(maxAbsError(trace.get('layer.C', layer), C)).toBeLessThan(allow.projections);
    }
    session.dispose();
  });

  it('writes the golden greedy text exactly', async () => {
    const session = model.createSession();
    await session.prefill(promptIds);
    const ids = [...promptIds];
    while (ids.length < golden('greedy_ids').length) {
      ids.push(argmax(await session.logits()));
      await session.step(ids.at(-1)!);
    }
    expect(ids).toEqual([...golden('greedy_ids')]);
    session.dispose();
  });

  it('reaches the same state step by step, whole, and in pieces', async () => {
    const whole = model.createSession();
    await whole.prefill(promptIds);
    const stepped = model.createSession();
    for (const id of promptIds) await stepped.step(id);
    const pieces = model.createSession();
    for (const cut of [
      [0, 1],
      [1, 3],
      [3, 20],
      [20, 46],
    ]) {
      await pieces.prefill(promptIds.slice(cut[0], cut[1]));
    }
    const [a, b, c] = await Promise.all([whole, stepped, pieces].map(memory));
    a!.forEach((values, i) => {
      expect(maxAbsError(values, b![i]!)).toBeLessThan(allow.logits);
      expect(maxAbsError(values, c![i]!)).toBeLessThan(allow.logits);
    });
    for (const session of [whole, stepped, pieces]) session.dispose();
  });

  it('reads a long text at once as it reads it in short pieces', async () => {
    const ids = Array.from({ length: 700 }, (_, i) => promptIds[i % promptIds.length]!);
    const session = model.createSession();
    await session.prefill(ids);
    const pieces = model.createSession();
    for (let from = 0; from < ids.length; from += 100) {
      await pieces.prefill(ids.slice(from, from + 100));
    }
    const [a, b] = await Promise.all([session, pieces].map(memory));
    a!.forEach((values, i) => expect(maxAbsError(values, b![i]!)).toBeLessThan(allow.logits));
    session.dispose();
    pieces.dispose();
  });

  it('a fork, a change and a restore leave no mark, bit for bit', async () => {
    const session = model.createSession();
    await session.prefill(promptIds.slice(0, 30));
    const snapshot = session.snapshot();
    const twin = session.fork();
    const before = await memory(session);
    expect(await memory(twin)).toEqual(before);

    session.turnTo([{ layer: 'all', deltaScale: 5, aScale: 0.2 }]);
    await session.prefill(promptIds.slice(30, 40));
    await session.step(promptIds[40]!);
    expect(await memory(session)).not.toEqual(before);
    expect(await memory(twin)).toEqual(before);

    session.turnTo([]);
    session.restore(snapshot);
    expect(session.position).toBe(30);
    expect(await memory(session)).toEqual(before);

    await session.prefill(promptIds.slice(30));
    await twin.prefill(promptIds.slice(30));
    expect(await memory(session)).toEqual(await memory(twin));
    snapshot.dispose();
    session.dispose();
    twin.dispose();
  });

  it('reads Δ, x, z, h, its change and its size as one consistent set', async () => {
    const session = model.createSession();
    const layer = 3;
    const layers = [layer];
    const trace = await session.prefill(promptIds, {
      probes: (
        [
          'layer.delta',
          'layer.h',
          'layer.hMoved',
          'layer.hNorm',
          'layer.x',
          'layer.z',
          'layer.y',
        ] as const
      ).map((name) => ({ name, layers })),
    });
    const { dInner: E, dState: N } = model.info;
    const h = trace.get('layer.h', layer);
    expect(h.subarray(-E * N)).toEqual((await session.stateH())[layer]);
    const moved = trace.get('layer.hMoved', layer);
    const norm = trace.get('layer.hNorm', layer);
    for (const t of [1, 20, 45]) {
      for (const e of [0, 100, 511]) {
        const at = (time: number, n: number): number => h[(time * E + e) * N + n]!;
        let movedHere = 0;
        let normHere = 0;
        for (let n = 0; n < N; n++) {
          movedHere += (at(t, n) - at(t - 1, n)) ** 2;
          normHere += at(t, n) ** 2;
        }
        expect(moved[t * E + e]).toBeCloseTo(movedHere, 5);
        expect(norm[t * E + e]).toBeCloseTo(normHere, 5);
      }
    }
    expect(trace.get('layer.delta', layer).every((delta) => delta > 0)).toBe(true);
    expect(trace.get('layer.x', layer)).toHaveLength(46 * E);
    expect(trace.get('layer.z', layer)).toHaveLength(46 * E);
    expect(() => trace.get('layer.delta', 0)).toThrow('not asked for');
    session.dispose();
  });

  it('an intervention reaches its layer and no earlier one, and factors of 1 change nothing', async () => {
    const run = async (layer: number | 'all', deltaScale: number, aScale: number) => {
      const session = model.createSession([{ layer, deltaScale, aScale }]);
      const trace = await session.prefill(promptIds, { probes: [{ name: 'layer.delta' }] });
      const result = { h: await session.stateH(), delta: trace.get('layer.delta', 4) };
      session.dispose();
      return result;
    };
    const plain = await run('all', 1, 1);
    const turned = await run(4, 0.25, 1);
    for (let layer = 0; layer < 4; layer++) expect(turned.h[layer]).toEqual(plain.h[layer]);
    for (let layer = 4; layer < 8; layer++) expect(turned.h[layer]).not.toEqual(plain.h[layer]);
    const quarter = plain.delta.map((delta) => delta / 4);
    expect(maxAbsError(turned.delta, quarter)).toBeLessThan(1e-7);
    // Twice Δ with half of A keeps every Ā and doubles B̄: linear in h of the first layer it touches.
    const doubled = await run(0, 2, 0.5);
    expect(
      maxAbsError(
        doubled.h[0]!,
        plain.h[0]!.map((v) => 2 * v),
      ),
    ).toBeLessThan(1e-5);
  });

  it('refuses ids outside the vocabulary before computing anything', async () => {
    const session = model.createSession();
    await expect(session.prefill([1, 4096])).rejects.toThrow('outside the vocabulary');
    await expect(session.step(-1)).rejects.toThrow(RangeError);
    await expect(session.step(1.5)).rejects.toThrow(RangeError);
    expect(session.position).toBe(0);
    session.dispose();
  });
});
