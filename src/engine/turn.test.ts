/**
 * Interventions on all devices: what they do to the numbers is in models/probes.test.ts, against the textbook. Here are
 * the laws: they can be taken back without a mark, compose, stay where they are put, and cost nothing at a token.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CancelledError } from './errors';
import { measureMeans } from './means';
import { Model } from './models/model';
import type { Ops, Tensor } from './ops';
import { ReferenceOps } from './reference/ops';
import type { Session } from './session';
import { devices, maxAbsError } from './testing/devices';
import { textbook } from './testing/textbook';
import { tinyModels } from './testing/tinyModels';
import type { Trace } from './trace';
import type { Intervention } from './types';

const ids = [3, 1, 4, 1, 5, 9, 2, 6, 5, 35, 8, 9, 7, 9, 3];
const untouched = { layer: 'all', deltaScale: 1, aScale: 1 } as const;
const allFrozen: Intervention = { ...untouched, freeze: ['delta', 'B', 'C'] };
const cases = tinyModels.flatMap(({ family, load }) =>
  devices.map(({ name, open }) => ({ family, load, name, open })),
);

/** Everything that must be the same if two sessions stand at the same place. */
const memory = async (session: Session): Promise<Float32Array[]> => [
  ...(await session.stateH()),
  ...(await session.stateConv()),
  await session.logits(),
];

describe.each(cases)('interventions on $family on $name', ({ family, load, open }) => {
  let ops: Ops;
  let model: Model;
  beforeAll(async () => {
    ops = await open();
    model = new Model(ops, await load());
  });
  afterAll(() => model.dispose());

  /** What a fresh session under some interventions holds after the text, read whole and then token by token. */
  async function after(interventions: readonly Intervention[]): Promise<Float32Array[]> {
    const session = model.createSession(interventions, await measureMeans(model, ids));
    await session.prefill(ids);
    for (const id of ids.slice(0, 3)) await session.step(id);
    const result = await memory(session);
    session.dispose();
    return result;
  }

  /** Some intermediates of one layer under some interventions. */
  async function read(
    interventions: readonly Intervention[],
    names: readonly ('layer.ssmOut' | 'layer.out' | 'layer.h')[],
  ): Promise<Trace> {
    const session = model.createSession(interventions, await measureMeans(model, ids));
    const probes = names.map((name) => ({ name }));
    const trace = await session.prefill(ids, { probes });
    session.dispose();
    return trace;
  }

  it('taken back leave no mark, bit for bit', async () => {
    const means = await measureMeans(model, ids);
    const never = model.createSession();
    const turned = model.createSession();
    for (const session of [never, turned]) await session.prefill(ids);
    const start = turned.snapshot();
    const hard: Intervention[] = [
      { ...allFrozen, deltaScale: 3 },
      { layer: 1, unit: 0, deltaScale: 1, aScale: 0.3, zero: true },
    ];
    turned.turnTo(hard, means);
    const twin = turned.fork();
    for (const session of [turned, twin]) {
      await session.prefill(ids);
      await session.step(7);
    }
    expect(await memory(turned)).not.toEqual(await memory(never));
    // A fork is turned as its parent is.
    expect(await memory(twin)).toEqual(await memory(turned));
    turned.restore(start);
    expect(turned.interventions).toBe(hard);
    turned.turnTo([]);
    for (const session of [never, turned]) {
      await session.prefill(ids.slice(0, 9));
      await session.step(2);
    }
    expect(await memory(turned)).toEqual(await memory(never));
    start.dispose();
    for (const session of [never, turned, twin]) session.dispose();
  });

  it('that change nothing are no interventions, bit for bit', async () => {
    const plain = await after([]);
    expect(await after([untouched])).toEqual(plain);
    expect(await after([{ ...untouched, freeze: [], zero: false }])).toEqual(plain);
    const [doubled, halved] = [2, 0.5].map((f) => ({ layer: 1, deltaScale: f, aScale: 1 / f }));
    expect(await after([doubled!, halved!])).toEqual(plain);
    expect(await after([doubled!])).not.toEqual(plain);
    // Everything in S4D is the same at every token already.
    const frozen = await after([allFrozen]);
    expect(maxAbsError(frozen.at(-1)!, plain.at(-1)!) === 0).toBe(family === 'S4D');
  });

  it('compose: factors multiply, freezing adds up, silence wins', async () => {
    const half = { layer: 0, deltaScale: 0.5, aScale: 2 };
    const joined = { ...half, deltaScale: 0.25, aScale: 4 };
    expect(await after([half, { ...half, layer: 'all' }, { ...half, layer: 1 }])).toEqual(
      await after([joined, { ...joined, layer: 1 }]),
    );
    const [delta, B, both] = [['delta'], ['B'], ['B', 'delta']] as const;
    expect(
      await after([
        { ...untouched, freeze: delta },
        { ...untouched, freeze: B },
      ]),
    ).toEqual(await after([{ ...untouched, freeze: both }]));
    const silent = { ...untouched, zero: true };
    expect((await after([silent, half])).at(-1)).toEqual((await after([silent])).at(-1));
  });

  it('silence one channel or head alone, and none of its past', async () => {
    const { units } = model.turnShape;
    const channels = model.info.dInner / units;
    const unit = units - 2;
    const plain = await read([], ['layer.ssmOut', 'layer.h']);
    const silent = await read(
      [{ layer: 0, unit, deltaScale: 1, aScale: 1, zero: true }],
      ['layer.ssmOut', 'layer.h'],
    );
    const wanted = plain
      .get('layer.ssmOut', 0)
      .map((v, i) => (Math.floor((i % model.info.dInner) / channels) === unit ? 0 : v));
    expect(maxAbsError(silent.get('layer.ssmOut', 0), wanted)).toBe(0);
    expect(wanted).not.toEqual(plain.get('layer.ssmOut', 0));
    expect(silent.get('layer.h', 0)).toEqual(plain.get('layer.h', 0));
    expect(silent.get('layer.ssmOut', 1)).not.toEqual(plain.get('layer.ssmOut', 1));
  });

  it('silence a layer, which then adds its output bias to every token and nothing else', async () => {
    const trace = await read([{ ...untouched, zero: true }], ['layer.out']);
    const out = trace.get('layer.out', 1);
    const D = model.info.dModel;
    // The fixtures and the tiny S4D have a bias.
    expect(out.subarray(0, D).some((v) => v !== 0)).toBe(true);
    expect(
      ids.every((_, t) => maxAbsError(out.slice(t * D, (t + 1) * D), out.slice(0, D)) === 0),
    ).toBe(true);
  });

  it('are uploaded when they change, never for a token, and freed', async () => {
    const means = await measureMeans(model, ids);
    const uploads = vi.spyOn(ops, 'constant');
    const turnsUploaded = () =>
      uploads.mock.calls.filter(([label]) => label.startsWith('turn.')).map(([label]) => label);
    const freed = vi.spyOn(ops, 'release');
    const freedTensors = () => freed.mock.calls.flat() as Tensor[];
    const session = model.createSession([{ ...allFrozen, layer: 1, aScale: 2 }], means);
    // The other layer shares the table of the untouched model.
    expect(turnsUploaded()).toEqual(['turn.1']);
    await session.prefill(ids);
    await session.step(1);
    const snapshot = session.snapshot();
    session.restore(snapshot);
    expect(turnsUploaded()).toHaveLength(1);
    session.turnTo([]);
    expect(freedTensors().map(({ label }) => label)).toEqual(['turn.1']);
    expect(turnsUploaded()).toHaveLength(1);
    session.turnTo([{ ...untouched, zero: true }]);
    expect(turnsUploaded()).toEqual(['turn.1', 'turn.0', 'turn.1']);
    session.dispose();
    expect(freedTensors().filter(({ label }) => label.startsWith('turn.'))).toHaveLength(3);
    snapshot.dispose();
    uploads.mockRestore();
    freed.mockRestore();
  });

  it('that make no sense are refused, and leave the session as it is', async () => {
    const session = model.createSession([untouched]);
    const before = session.interventions;
    const refused = (intervention: Partial<Intervention>, message: string | RegExp) =>
      expect(() => session.turnTo([{ ...untouched, ...intervention }])).toThrow(message);
    refused({ layer: 2 }, 'There is no layer 2 (0 … 1).');
    refused({ unit: model.turnShape.units }, /There is no channel or head \d+/);
    refused({ unit: 0.5 }, 'There is no channel or head 0.5');
    refused({ aScale: NaN }, 'must be a finite number');
    refused({ deltaScale: -1 }, '0 or more');
    refused({ unit: 1, freeze: ['delta', 'B'] }, 'B and C are shared by all channels');
    expect(session.interventions).toBe(before);
    session.dispose();
  });
});

const selective = cases.filter(({ family }) => family !== 'S4D');

describe.each(selective)('freezing $family on $name', ({ load, open }) => {
  let model: Model;
  beforeAll(async () => {
    model = new Model(await open(), await load());
  });
  afterAll(() => model.dispose());

  it('all of Δ, B and C makes the SSM a convolution, which it is not else', async () => {
    const names = ['x', 'ssmOut', 'delta', 'A', 'B', 'C', 'D'] as const;
    /** Largest error of y_t = Σ_j K_{t−j} x_j + D x_t with the kernel that Δ, B and C of the first token give, in f64. */
    const errorOf = async (interventions: readonly Intervention[]): Promise<number> => {
      const session = model.createSession(interventions, await measureMeans(model, ids));
      const trace = await session.prefill(ids, {
        probes: names.map((name) => ({ name: `layer.${name}` as const })),
      });
      session.dispose();
      const [x, y, delta, A, B, C, D] = names.map((name) => trace.get(`layer.${name}`, 1));
      const { dInner: E, dState: N, heads } = model.info;
      const { units } = model.turnShape;
      const wanted = new Float64Array(y!.length);
      for (let i = 0; i < wanted.length; i++) {
        const [t, e] = [Math.floor(i / E), i % E];
        const u = Math.floor((e * units) / E);
        const group = heads ? Math.floor((u * heads.nGroups) / heads.nHeads) * N : 0;
        const kernel = (k: number): number => {
          let sum = 0;
          for (let n = 0; n < N; n++) {
            const a = A![A!.length === units ? u : u * N + n]!;
            sum += C![group + n]! * Math.exp(k * delta![u]! * a) * delta![u]! * B![group + n]!;
          }
          return sum;
        };
        wanted[i] = D![u]! * x![i]!;
        for (let j = 0; j <= t; j++) wanted[i]! += kernel(t - j) * x![j * E + e]!;
      }
      const most = wanted.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
      return maxAbsError(y!, wanted) / most;
    };
    expect(await errorOf([allFrozen])).toBeLessThan(5e-6);
    // Any one of the three left free is enough to break it.
    for (const what of ['delta', 'B', 'C'] as const) {
      const freeze = allFrozen.freeze!.filter((other) => other !== what);
      expect(await errorOf([{ ...allFrozen, freeze }])).toBeGreaterThan(1e-3);
    }
  });

  it('is refused without means', () => {
    expect(() => model.createSession([allFrozen])).toThrow('takes their means over the prompt');
  });

  it('is to means that one pass over the text gives', async () => {
    // Longer than the model reads at a time on the CPU.
    const long = [...ids, ...ids, ...ids];
    const heard: number[] = [];
    const means = await measureMeans(model, long, undefined, (tokens) => heard.push(tokens));
    expect(heard.reduce((a, b) => a + b, 0)).toBe(long.length);
    const book = textbook(await load(), long);
    for (const [layer, measured] of means.entries()) {
      for (const part of ['delta', 'B', 'C'] as const) {
        const values = book(`layer.${part}`, layer);
        const width = values.length / long.length;
        const wanted = Float64Array.from({ length: width }, (_, i) =>
          long.reduce((sum, __, t) => sum + values[t * width + i]! / long.length, 0),
        );
        const most = wanted.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
        expect(maxAbsError(measured[part], wanted) / most).toBeLessThan(1e-5);
      }
    }
    await expect(measureMeans(model, [])).rejects.toThrow(RangeError);
    await expect(measureMeans(model, long, AbortSignal.abort())).rejects.toThrow(CancelledError);
  });
});

describe('freezing S4D', () => {
  it('takes no means: nothing depends on the token', async () => {
    const { load } = tinyModels.find(({ family }) => family === 'S4D')!;
    const model = new Model(new ReferenceOps(), await load());
    expect(await measureMeans(model, ids)).toEqual([]);
    const session = model.createSession([allFrozen]);
    session.dispose();
  });
});
