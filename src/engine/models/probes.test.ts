/**
 * Every probe of every family, on all devices, against the textbook in f64: read whole and token by token, of the
 * untouched model and of one that is turned in every way. Errors are relative to the largest number of a tensor, as in
 * fixtures.test.ts: what two layers of random weights in f32 add up to. On a GPU Δ alone is good to 2e-5 of itself.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Checkpoint, loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import type { Capture, Ops } from '../ops';
import { devices, maxAbsError, modelFolder, readGolden } from '../testing/devices';
import { textbook } from '../testing/textbook';
import { tinyModels } from '../testing/tinyModels';
import { Trace } from '../trace';
import { type Intervention, PROBES, type ProbeName, type ProbeRequest } from '../types';
import { Model } from './model';

const tolerance = { cpu: 2e-6, webgpu: 2e-5 };
const ids = [3, 1, 4, 1, 5, 9, 2, 6, 5, 35];
const names = Object.keys(PROBES) as ProbeName[];
/** What S4D refuses. */
const notS4d: readonly ProbeName[] = [
  'layer.dt',
  'layer.dtBias',
  'layer.B',
  'layer.C',
  'layer.Bbar',
];
/** What only a Transformer has. */
const notSsm: readonly ProbeName[] = ['layer.attention', 'layer.mlp'];
const byUnit = ['layer.Abar', 'layer.Bbar', 'layer.h'] as const;
const plain = { deltaScale: 1, aScale: 1 };
const turnings: Record<string, readonly Intervention[]> = {
  untouched: [],
  turned: [
    { layer: 'all', deltaScale: 1.5, aScale: 0.8 },
    { layer: 0, unit: 1, ...plain, zero: true },
    { layer: 0, ...plain, freeze: ['C', 'delta'] },
    { layer: 1, ...plain, freeze: ['B'] },
    { layer: 1, unit: 2, deltaScale: 0.5, aScale: 1.3, freeze: ['delta'] },
  ],
};

const cases = tinyModels.flatMap((model) => devices.map((device) => ({ ...model, ...device })));

describe.each(cases)('$family on $name', ({ family, load, kind, open }) => {
  let checkpoint: Checkpoint;
  let ops: Ops;
  let model: Model;
  beforeAll(async () => {
    checkpoint = await load();
    ops = await open();
    model = new Model(ops, checkpoint);
  });
  afterAll(() => model.dispose());

  const absent = family === 'S4D' ? [...notS4d, ...notSsm] : notSsm;
  const there = names.filter((name) => !absent.includes(name));
  /** The layers that a probe has; undefined for what is there once. */
  const layersOf = (name: ProbeName): (number | undefined)[] => {
    if (PROBES[name] === 'once') return [undefined];
    return name === 'residual' ? [0, 1, 2] : [0, 1];
  };

  /** Means of Δ, B and C of all layers over the text, as the textbook has them. */
  function textbookMeans() {
    const book = textbook(checkpoint, ids);
    const mean = (name: string, layer: number): Float32Array => {
      if (family === 'S4D') return new Float32Array();
      const values = book(name, layer);
      const width = values.length / ids.length;
      return Float32Array.from({ length: width }, (_, i) =>
        ids.reduce((sum, __, t) => sum + values[t * width + i]! / ids.length, 0),
      );
    };
    return [0, 1].map((layer) => ({
      delta: mean('layer.delta', layer),
      B: mean('layer.B', layer),
      C: mean('layer.C', layer),
    }));
  }

  it.each(Object.keys(turnings))('answers every probe as the textbook does, %s', async (how) => {
    const means = textbookMeans();
    const interventions = turnings[how]!;
    const book = textbook(checkpoint, ids, interventions, means);
    const probes: ProbeRequest[] = there.map((name) => ({ name }));
    const whole = model.createSession(interventions, means);
    const stepped = model.createSession(interventions, means);
    const steps: Trace[] = [];
    for (const id of ids) steps.push(await stepped.step(id, probes));
    for (const trace of [await whole.prefill(ids, { probes }), Trace.join(steps)]) {
      for (const name of there) {
        for (const layer of layersOf(name)) {
          const wanted = book(name, layer);
          const most = wanted.reduce((max, v) => Math.max(max, Math.abs(v)), 1e-30);
          const error = maxAbsError(trace.get(name, layer), wanted) / most;
          const within = error < tolerance[kind];
          expect({ name, layer, error, within }).toEqual({ name, layer, error, within: true });
        }
      }
    }
    whole.dispose();
    stepped.dispose();
  });

  it('gives one channel or head alone as it stands in the whole, bit for bit', async () => {
    const asked = byUnit.filter((name) => there.includes(name));
    const session = model.createSession();
    const [unit, other] = [model.turnShape.units - 1, 1];
    const trace = await session.prefill(ids, {
      probes: asked.flatMap((name): ProbeRequest[] => [
        { name },
        { name, unit },
        // Once is enough.
        { name, unit },
        { name, unit: other, layers: [1] },
      ]),
    });
    for (const name of asked) {
      for (const layer of [0, 1]) {
        const whole = trace.get(name, layer);
        const share = whole.length / ids.length / model.turnShape.units;
        const of = (u: number) =>
          whole.filter((_, i) => Math.floor(i / share) % model.turnShape.units === u);
        expect(trace.get(name, layer, unit)).toEqual(of(unit));
        expect(trace.get(name, 1, other)).toHaveLength(ids.length * share);
      }
      expect(() => trace.get(name, 0, other)).toThrow(`no ${name} of layer 0, unit 1`);
    }
    session.dispose();
  });

  /** What one read costs: numbers copied for the caller, and calls of each operation. */
  async function costOf(probes: readonly ProbeRequest[]) {
    const session = model.createSession();
    const operations = [
      'capture',
      'causalConv1d',
      'columns',
      'copy',
      'embed',
      'gatedRmsNorm',
      'linear',
      'rmsNorm',
      's4dScan',
      'selectiveScan',
      'ssdChunked',
      'ssdRecurrence',
    ] as const;
    const spies = operations.map((name) => vi.spyOn(ops, name));
    const trace = await session.prefill(ids, { probes });
    const calls = Object.fromEntries(
      spies.map((spy, i) => [operations[i]!, spy.mock.calls.length]),
    );
    const captures = spies[0]!.mock.results as { value: Capture }[];
    const numbers = captures.reduce((sum, { value }) => sum + value.length, 0);
    for (const spy of spies) spy.mockRestore();
    session.dispose();
    const { capture, columns, ...work } = calls;
    expect(columns).toBeLessThanOrEqual(capture!);
    return { trace, numbers, work };
  }

  it('reads and computes what is asked for and nothing else', async () => {
    const nothing = await costOf([]);
    expect(nothing.numbers).toBe(0);
    const { units: U, shared: S } = model.turnShape;
    const L = ids.length;
    /** What is worked out of less, or of nothing that the device has. */
    const cheaper: Partial<Record<ProbeName, number>> = {
      'layer.normWeight': 0,
      'layer.convWeight': 0,
      'layer.A': 0,
      'layer.D': 0,
      'layer.dtBias': 0,
      'layer.Abar': family === 'S4D' ? 0 : L * U,
      'layer.Bbar': L * U + L * S,
    };
    for (const name of there) {
      const { trace, numbers, work } = await costOf([{ name, layers: [1] }]);
      const size = trace.get(name, 1).length;
      expect({ name, numbers }).toEqual({ name, numbers: cheaper[name] ?? size });
      const more = { ...nothing.work };
      // The last norm is part of the head, unless somebody wants to see what it makes.
      if (name === 'final' || name === 'logits') more['rmsNorm'] = 1;
      if (name === 'layer.norm') more['rmsNorm'] = 1;
      if (name === 'layer.out' || (name === 'layer.dt' && family === 'Mamba')) more['linear']!++;
      // All rows' logits, of which the last is then copied.
      if (name === 'logits') more['copy']!++;
      if (family === 'Mamba-2' && ['layer.h', 'layer.hMoved', 'layer.hNorm'].includes(name)) {
        more['ssdChunked']!--;
        more['ssdRecurrence']!++;
      }
      expect({ name, work }).toEqual({ name, work: more });
    }
    const h = (await costOf([{ name: 'layer.h', layers: [1] }])).numbers;
    expect((await costOf([{ name: 'layer.h', layers: [1], unit: 1 }])).numbers).toBe(h / U);
    const one = await costOf([{ name: 'layer.Abar', layers: [1], unit: 1 }]);
    expect(one.numbers).toBe(family === 'S4D' ? 0 : L);
  });

  it('refuses what there is not before it computes anything, and says why', async () => {
    const session = model.createSession();
    const read = (request: ProbeRequest) => session.prefill(ids, { probes: [request] });
    await expect(read({ name: 'layer.x', layers: [0, 2] })).rejects.toThrow(
      'There is no layer.x of layer 2 (0 … 1).',
    );
    await expect(read({ name: 'layer.h', unit: model.turnShape.units })).rejects.toThrow(
      'There is no layer.h of unit',
    );
    await expect(read({ name: 'layer.x', unit: 0 })).rejects.toThrow(
      'layer.x cannot be read of one unit alone.',
    );
    await expect(session.step(1, [{ name: 'residual', layers: [3] }])).rejects.toThrow(RangeError);
    for (const name of absent) {
      await expect(read({ name })).rejects.toThrow(`${family} has no ${name}: its `);
    }
    expect(session.position).toBe(0);
    session.dispose();
  });
});

const hook = (layer: number, part: string) => `hook.backbone.layers.${layer}.mixer${part}`;
const hooks: { probe: ProbeName; golden: (layer: number) => string }[] = [
  { probe: 'layer.inProj', golden: (layer) => hook(layer, '.in_proj') },
  { probe: 'layer.out', golden: (layer) => hook(layer, '.out_proj') },
  { probe: 'layer.out', golden: (layer) => hook(layer, '') },
];
/** Of numbers of size 10, as in mamba.test.ts. */
const goldenTolerance = { cpu: 5e-5, webgpu: 1e-4 };

describe.each(devices)('as bundled, on $name,', ({ kind, open }) => {
  const layers = [0, 3];

  async function readBundled(name: string, probes: readonly ProbeName[]) {
    const golden = readGolden(name);
    const checkpoint = await loadCheckpoint(folderSource(modelFolder(name)));
    const model = new Model(await open(), checkpoint);
    const trace = await model.createSession().prefill([...golden('input_ids')], {
      probes: probes.map((probe) => ({ name: probe, layers })),
    });
    model.dispose();
    return { golden, trace };
  }

  it.each(['mamba', 'mamba2'])('%s agrees with what transformers recorded inside', async (name) => {
    const probes = hooks.map(({ probe }) => probe);
    const { golden, trace } = await readBundled(name, probes);
    for (const { probe, golden: of } of hooks) {
      for (const layer of layers) {
        const error = maxAbsError(trace.get(probe, layer), golden(of(layer)));
        expect(error).toBeLessThan(goldenTolerance[kind]);
      }
    }
  });

  it('s4 agrees with what its float64 script recorded inside', async () => {
    const { golden, trace } = await readBundled('s4', ['layer.x', 'layer.ssmOut', 'layer.D']);
    for (const layer of layers) {
      const x = trace.get('layer.x', layer);
      const D = trace.get('layer.D', layer);
      expect(maxAbsError(x, golden(`layers.${layer}.conv`))).toBeLessThan(goldenTolerance[kind]);
      // The script's y is the SSM alone, without the skip.
      const y = trace.get('layer.ssmOut', layer).map((v, i) => v - D[i % D.length]! * x[i]!);
      expect(maxAbsError(y, golden(`layers.${layer}.y`))).toBeLessThan(goldenTolerance[kind]);
    }
  });
});
