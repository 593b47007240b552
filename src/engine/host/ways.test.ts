/** What the lab works out for the scene of the three ways, for all models on the devices that a page runs on. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { Model } from '../models/model';
import { fastDevices, modelFolder } from '../testing/devices';
import { WAYS, WAYS_TOKENS, type WayName } from './compute';
import { Lab } from './lab';

const LAYER = 3;
const recipe = {
  prompt: 'Tom and his dog went to',
  sampling: { temperature: 0, topK: 0, topP: 1, seed: 1 },
  intervention: { layer: LAYER, deltaScale: 1, aScale: 1 },
  own: 4,
};
/** Of numbers of size 1; as in computations/fourWays.test.ts, with room for the size of real layers. */
const tolerance = { cpu: 1e-5, webgpu: 2e-4 };
const largest = (values: Float32Array): number =>
  values.reduce((most, v) => (Math.abs(v) <= most ? most : Math.abs(v)), 0);

describe.each(fastDevices)('worked out on $name', ({ kind, open }) => {
  describe.each(['mamba', 'mamba2', 's4'])('%s', (name) => {
    let model: Model;
    let lab: Lab;
    beforeAll(async () => {
      const checkpoint = await loadCheckpoint(folderSource(modelFolder(name)));
      model = new Model(await open(), checkpoint);
      lab = new Lab(model, checkpoint.tokenizer!);
    });
    afterAll(() => model.dispose());

    it('every way gives the y of the layer, except the one that freezes it', async () => {
      const { yours } = await lab.open(recipe);
      const { values, shape } = await lab.compute({ kind: 'ways', layer: LAYER, under: 'before' });
      const names: readonly WayName[] = WAYS[model.info.kind as keyof typeof WAYS];
      const E = model.info.dInner;
      const L = yours.tokens.length;
      expect(shape).toEqual([1 + names.length, L, E]);
      const part = (w: number) => values.subarray(w * L * E, (w + 1) * L * E);
      const size = Math.max(1, largest(part(0)));
      names.forEach((way, w) => {
        const apart = largest(part(1 + w));
        expect(apart < tolerance[kind] * size).toBe(way !== 'fixed');
        expect(apart > 0.01 * size).toBe(way === 'fixed');
      });
      // It is the SSM output that the model itself has.
      const probes = [{ name: 'layer.ssmOut' as const }];
      const trace = await lab.trace({ layer: LAYER, probes, from: 0, count: L });
      const own = trace.yours[0]!.map((v, i) => v - values[i]!);
      expect(largest(own)).toBeLessThan(tolerance[kind] * size);
      await expect(lab.compute({ kind: 'ways', layer: 99, under: 'before' })).rejects.toThrow(
        RangeError,
      );
    });
  });

  it.each(['mamba', 'mamba2'])('%s has a C for each token, and says so', async (name) => {
    const checkpoint = await loadCheckpoint(folderSource(modelFolder(name)));
    const model = new Model(await open(), checkpoint);
    const lab = new Lab(model, checkpoint.tokenizer!);
    await lab.open(recipe);
    const asked = lab.compute({ kind: 'outputC', layer: LAYER, under: 'before' });
    await expect(asked).rejects.toThrow(/layer\.C/);
    model.dispose();
  });

  it('a loop and a scan are timed for real pairs alone', async () => {
    const answers: unknown[] = [];
    for (const name of ['mamba', 's4']) {
      const checkpoint = await loadCheckpoint(folderSource(modelFolder(name)));
      const model = new Model(await open(), checkpoint);
      const lab = new Lab(model, checkpoint.tokenizer!);
      await lab.open(recipe);
      const asked = { kind: 'scanTimes', layer: LAYER, channel: 7, under: 'before' } as const;
      const answer = lab.compute(asked).then(
        ({ values }) => [...values].map((ms) => ms > 0),
        (error: unknown) => error,
      );
      answers.push(await answer);
      model.dispose();
    }
    expect(answers).toEqual([[true, true], expect.any(RangeError)]);
  });

  it('S4D’s C is the weight that the device’s own kernel is made of', async () => {
    const checkpoint = await loadCheckpoint(folderSource(modelFolder('s4')));
    const model = new Model(await open(), checkpoint);
    const lab = new Lab(model, checkpoint.tokenizer!);
    await lab.open(recipe);
    const asked = { kind: 'outputC', layer: LAYER, under: 'before' } as const;
    const { values, shape } = await lab.compute(asked);
    const { dInner: E, dState: N } = model.info;
    expect(shape).toEqual([E, 2 * N]);
    // K̄_0 = 2 Re Σ C (Ā − 1)/A, in two ways: from C here, and by the device's own kernel.
    const probes = [{ name: 'layer.A' as const }, { name: 'layer.delta' as const }];
    const [A, delta] = (await lab.trace({ layer: LAYER, probes, from: 0, count: 1 })).yours;
    for (const e of [0, 100, E - 1]) {
      let sum = 0;
      for (let n = 0; n < N; n++) {
        const [re, im] = [A![e * 2 * N + n]!, A![e * 2 * N + N + n]!];
        const size = Math.exp(delta![e]! * re);
        const [x, y] = [size * Math.cos(delta![e]! * im) - 1, size * Math.sin(delta![e]! * im)];
        const square = re * re + im * im;
        const [qRe, qIm] = [(x * re + y * im) / square, (y * re - x * im) / square];
        sum += 2 * (values[e * 2 * N + n]! * qRe - values[e * 2 * N + N + n]! * qIm);
      }
      const implied = await lab.compute({
        kind: 'impliedMatrix',
        layer: LAYER,
        unit: e,
        under: 'before',
      });
      expect(implied.values[0]).toBeCloseTo(sum, 4);
    }
    model.dispose();
  });
});

it('a text is read as far as the scans have room', () => {
  // (L, E, N) of the largest bundled model, twice: within what every device has for one tensor.
  expect(WAYS_TOKENS * 512 * 128 * 4).toBeLessThanOrEqual(128 << 20);
});
