/**
 * The four computations of layers of the bundled models, on all devices: that they start from what the layer really is
 * given, that they agree, and what a convolution loses on a real text.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { Model } from '../models/model';
import { devices, maxAbsError, modelFolder, readGolden } from '../testing/devices';
import { scaledTurn } from '../testing/turn';
import { computeLayerFourWays } from './fourWays';
import { readSsmInput } from './input';

const cases = ['mamba', 'mamba2', 's4'].flatMap((name) =>
  devices.map((device) => ({ name, device })),
);

const silu = (v: number): number => v / (1 + Math.exp(-v));

describe.each(cases)('$name on $device.name', ({ name, device: { open } }) => {
  const ids = [...readGolden(name)('input_ids')].slice(0, 21);
  let model: Model;
  beforeAll(async () => {
    model = new Model(await open(), await loadCheckpoint(folderSource(modelFolder(name))));
  });
  afterAll(() => model.dispose());

  it('a layer computed in every way is the same to rounding, and says what a convolution loses', async () => {
    const layer = 3;
    const ways = await computeLayerFourWays(model, layer, ids, { chunkSize: 8 });
    const { recurrence, scan, chunked, matrix, fused, convolution, timeInvariant } = ways;
    const all = [recurrence, scan, chunked, matrix, fused, convolution?.direct, convolution?.fft];
    const relative = all.filter((way) => way).map((way) => way!.relative);
    expect(relative.length).toBe({ mamba: 5, mamba2: 4, s4: 6 }[name]);
    // Of the largest y. WGSL's log makes Δ good to 2e-5 of itself.
    expect(Math.max(...relative)).toBeLessThan(2e-5);
    // Selection is what the trained models live by: freezing it is no rounding error.
    expect(timeInvariant === undefined).toBe(name === 's4');
    expect(timeInvariant?.relativeL2 ?? 1).toBeGreaterThan(0.02);
  });

  it('refuses a layer that is not there', async () => {
    await expect(readSsmInput(model, 8, ids)).rejects.toThrow(RangeError);
  });
});

describe.each(devices)('what is computed is what the layer computes, on $name', ({ open }) => {
  it.each(['mamba', 's4'])('%s: the truth, gated, is its y', async (name) => {
    const model = new Model(await open(), await loadCheckpoint(folderSource(modelFolder(name))));
    const ids = [...readGolden(name)('input_ids')].slice(0, 12);
    const layer = 5;
    const { truth } = await computeLayerFourWays(model, layer, ids);
    const session = model.createSession();
    const probes = (['layer.y', 'layer.z'] as const).map((probe) => ({ name: probe }));
    const trace = await session.prefill(ids, { probes });
    const z = trace.get('layer.z', layer);
    const gated = truth.map((value, i) => value * silu(z[i]!));
    expect(maxAbsError(trace.get('layer.y', layer), gated)).toBeLessThan(2e-5);
    model.dispose();
  });
});

describe.each(devices)('S4D on $name', ({ open }) => {
  it('is a convolution: kernel and input give the y of the golden recurrence', async () => {
    const golden = readGolden('s4');
    const ops = await open();
    const model = new Model(ops, await loadCheckpoint(folderSource(modelFolder('s4'))));
    const ids = [...golden('input_ids')];
    const [L, E] = [ids.length, model.info.dInner];
    const [kernel, y] = [ops.zeros('kernel', [L, E]), ops.zeros('y', [L, E])];
    for (const layer of [0, 3]) {
      const x = ops.constant('x', [L, E], golden(`layers.${layer}.conv`));
      const ssm = model.ssm(layer);
      ops.s4dKernel({ rows: L, ssm, kernel, turn: scaledTurn(ops, [E, 0]) });
      for (const method of ['direct', 'fft'] as const) {
        ops.convolve({ rows: L, kernel, x, y, method });
        const [values] = await ops.collect([ops.capture(y, 0, L * E)]);
        // Before the skip and the gate; the largest is 3.5.
        expect(maxAbsError(values!, golden(`layers.${layer}.y`))).toBeLessThan(1e-5);
      }
    }
    model.dispose();
  });
});
