/**
 * Mamba-2 and S4D on all devices against their golden tensors (transformers; for S4D an independent float64
 * recurrence), and the laws that their sessions keep. Tolerances are absolute, as in mamba.test.ts.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import type { Ops, SsdArgs } from '../ops';
import { ReferenceOps } from '../reference/ops';
import { argmax } from '../sampling';
import type { Session } from '../session';
import { devices, maxAbsError, modelFolder, readGolden } from '../testing/devices';
import { Random } from '../testing/random';
import { randomTurn, scaledTurn } from '../testing/turn';
import type { ProbeRequest } from '../types';
import { Model } from './model';

const tolerance = {
  cpu: { logits: 1e-4, residual: 5e-5, final: 3e-5, h: 2e-5, conv: 2e-5 },
  webgpu: { logits: 2e-4, residual: 1e-4, final: 5e-5, h: 3e-5, conv: 3e-5 },
};

/** Everything that must be the same if two sessions stand at the same place. */
const memory = async (session: Session): Promise<Float32Array[]> => [
  ...(await session.stateH()),
  ...(await session.stateConv()),
  await session.logits(),
];

const cases = ['mamba2', 's4'].flatMap((name) => devices.map((device) => ({ name, device })));

describe.each(cases)('$name on $device.name', ({ name, device: { kind, open } }) => {
  const allow = tolerance[kind];
  const golden = readGolden(name);
  const promptIds = [...golden('input_ids')];
  let model: Model;
  beforeAll(async () => {
    model = new Model(await open(), await loadCheckpoint(folderSource(modelFolder(name))));
  });
  afterAll(() => model.dispose());

  it('agrees with its golden tensors on logits, hidden states and final states', async () => {
    const session = model.createSession();
    const probes: ProbeRequest[] = [{ name: 'logits' }, { name: 'residual' }, { name: 'final' }];
    const trace = await session.prefill(promptIds, { probes });
    expect(maxAbsError(trace.get('logits'), golden('logits'))).toBeLessThan(allow.logits);
    expect(maxAbsError(trace.get('final'), golden('hidden_states.8'))).toBeLessThan(allow.final);
    const h = await session.stateH();
    const conv = await session.stateConv();
    for (let layer = 0; layer < model.info.nLayers; layer++) {
      // transformers stores the residual stream after each layer, the script for S4D before it.
      const residual = trace.get('residual', name === 's4' ? layer : layer + 1);
      expect(maxAbsError(residual, golden(`hidden_states.${layer}`))).toBeLessThan(allow.residual);
      if (name === 's4') continue;
      expect(maxAbsError(h[layer]!, golden(`ssm_state.${layer}`))).toBeLessThan(allow.h);
      // Golden keeps the last K inputs, the engine the K − 1 that the next token needs.
      const lastInputs = golden(`conv_state.${layer}`).filter((_, i) => i % 4 > 0);
      expect(maxAbsError(conv[layer]!, lastInputs)).toBeLessThan(allow.conv);
    }
    session.dispose();
  });

  it('reaches the same state step by step, whole, in pieces, and with the state asked for', async () => {
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
    // Mamba-2 computes by chunks unless somebody asks for the states in between.
    const asked = model.createSession();
    const trace = await asked.prefill(promptIds, { probes: [{ name: 'layer.h', layers: [5] }] });
    const all = await Promise.all([whole, stepped, pieces, asked].map(memory));
    for (const other of all.slice(1)) {
      other.forEach((values, i) => {
        expect(maxAbsError(values, all[0]![i]!)).toBeLessThan(allow.logits);
      });
    }
    const h = (await asked.stateH())[5]!;
    expect(trace.get('layer.h', 5).subarray(-h.length)).toEqual(h);
    for (const session of [whole, stepped, pieces, asked]) session.dispose();
  });

  it('a fork, a change and a restore leave no mark, bit for bit', async () => {
    const session = model.createSession();
    await session.prefill(promptIds.slice(0, 30));
    const snapshot = session.snapshot();
    const twin = session.fork();
    const before = await memory(session);
    session.turnTo([{ layer: 'all', deltaScale: 5, aScale: 0.2 }]);
    await session.prefill(promptIds.slice(30, 40));
    expect(await memory(session)).not.toEqual(before);
    expect(await memory(twin)).toEqual(before);
    session.turnTo([]);
    session.restore(snapshot);
    expect(await memory(session)).toEqual(before);
    snapshot.dispose();
    session.dispose();
    twin.dispose();
  });

  it('an intervention on Δ reaches its layer and no earlier one', async () => {
    const run = async (deltaScale: number) => {
      const session = model.createSession([{ layer: 4, deltaScale, aScale: 1 }]);
      const trace = await session.prefill(promptIds, { probes: [{ name: 'layer.delta' }] });
      const result = { h: await session.stateH(), delta: trace.get('layer.delta', 4) };
      session.dispose();
      return result;
    };
    const [plain, turned] = [await run(1), await run(0.25)];
    for (let layer = 0; layer < 4; layer++) expect(turned.h[layer]).toEqual(plain.h[layer]);
    for (let layer = 4; layer < 8; layer++) expect(turned.h[layer]).not.toEqual(plain.h[layer]);
    const quarter = plain.delta.map((delta) => delta / 4);
    expect(maxAbsError(turned.delta, quarter)).toBeLessThan(1e-6);
  });
});

describe.each(devices)('Mamba-2 on $name', ({ open }) => {
  it('writes the golden greedy text exactly', async () => {
    const golden = readGolden('mamba2');
    const checkpoint = await loadCheckpoint(folderSource(modelFolder('mamba2')));
    const model = new Model(await open(), checkpoint);
    const session = model.createSession();
    const ids = [...golden('input_ids')];
    await session.prefill(ids);
    while (ids.length < golden('greedy_ids').length) {
      ids.push(argmax(await session.logits()));
      await session.step(ids.at(-1)!);
    }
    expect(ids).toEqual([...golden('greedy_ids')]);
    model.dispose();
  });
});

describe('S4D', () => {
  it('agrees with the golden recurrence on its input, its output and its complex state', async () => {
    const golden = readGolden('s4');
    const model = new Model(
      new ReferenceOps(),
      await loadCheckpoint(folderSource(modelFolder('s4'))),
    );
    const session = model.createSession();
    const layers = [0, 3];
    const trace = await session.prefill([...golden('input_ids')], {
      probes: [{ name: 'layer.x', layers }],
    });
    const h = await session.stateH();
    for (const layer of layers) {
      expect(maxAbsError(trace.get('layer.x', layer), golden(`layers.${layer}.conv`))).toBeLessThan(
        2e-5,
      );
      const [re, im] = [0, 1].map((part) =>
        h[layer]!.filter((_, i) => (i % 32 >= 16 ? 1 : 0) === part),
      );
      expect(maxAbsError(re!, golden(`layers.${layer}.h_re`))).toBeLessThan(1e-3);
      expect(maxAbsError(im!, golden(`layers.${layer}.h_im`))).toBeLessThan(1e-3);
    }
  });
});

/** SSD on made-up numbers: [H, P, N, G, L, Q]. */
const shapes: [number, number, number, number, number, number][] = [
  [2, 3, 5, 1, 7, 4],
  [4, 8, 16, 2, 33, 8],
  [6, 5, 7, 3, 20, 20],
  [1, 64, 128, 1, 70, 64],
  [3, 2, 1, 1, 5, 16],
  [2, 4, 4, 2, 9, 1],
];

/** Untouched, or every head turned in its own way and B or C held or not. */
const turnings = [
  null,
  { holdB: false, holdC: false },
  { holdB: true, holdC: false },
  { holdB: false, holdC: true },
];

describe.each(devices)('SSD on $name', ({ open }) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await open();
  });
  afterAll(() => ops.dispose());

  it.each(shapes)(
    'chunks and recurrence agree with the reference recurrence, from a given state: H %i, P %i, N %i, G %i, L %i, Q %i',
    async (H, P, N, G, L, Q) => {
      const random = new Random(H * 1000 + L);
      const numbers = (length: number, scale = 1): Float32Array =>
        random.values(length, -scale, scale);
      const E = H * P;
      const width = E + 2 * G * N;
      const data = {
        xbc: { shape: [L, width], values: numbers(L * width) },
        zxbcdt: { shape: [L, E + width + H], values: numbers(L * (E + width + H), 2) },
        ssm: { shape: [H, 3], values: numbers(H * 3) },
        h: { shape: [H, P, N], values: numbers(E * N) },
      };
      const run = async (
        on: Ops,
        form: 'ssdRecurrence' | 'ssdChunked',
        hold: (typeof turnings)[number],
      ): Promise<Float32Array[]> => {
        const put = (name: keyof typeof data) =>
          on.constant(name, data[name].shape, data[name].values.slice());
        const args: SsdArgs = {
          rows: L,
          xbc: put('xbc'),
          zxbcdt: put('zxbcdt'),
          ssm: put('ssm'),
          h: put('h'),
          y: on.zeros('y', [L, E]),
          nGroups: G,
          deltaLimit: [0.01, 1.5],
          turn: hold ? randomTurn(on, new Random(L), [H, G * N], hold) : scaledTurn(on, [H, G * N]),
        };
        on[form]({ ...args, chunkSize: Q });
        return await on.collect([on.capture(args.y, 0, L * E), on.capture(args.h, 0, E * N)]);
      };
      for (const hold of turnings) {
        const wanted = await run(new ReferenceOps(), 'ssdRecurrence', hold);
        for (const form of ['ssdRecurrence', 'ssdChunked'] as const) {
          const got = await run(ops, form, hold);
          // Sums of up to 128 products of size 1 in f32.
          expect(maxAbsError(got[0]!, wanted[0]!)).toBeLessThan(1e-4);
          expect(maxAbsError(got[1]!, wanted[1]!)).toBeLessThan(1e-4);
        }
      }
    },
  );
});
