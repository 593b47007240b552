/**
 * The matrix that a layer implies, against what the running layer says: M x + D x is its SSM's output before the gate.
 * Sums of at most 20 products of the order of 1, in f32: the rounding of the largest of them, times a few.
 */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { CancelledError } from '../errors';
import { measureMeans } from '../means';
import { Model } from '../models/model';
import { devices, modelFolder } from '../testing/devices';
import type { Intervention } from '../types';
import { impliedMatrix } from './impliedMatrix';

const ids = [52, 9, 311, 7, 7, 1024, 63, 200, 5, 17];
const L = ids.length;
const turned: readonly Intervention[] = [
  { layer: 'all', deltaScale: 2, aScale: 0.5 },
  { layer: 1, deltaScale: 1, aScale: 1, freeze: ['B'] },
];

describe.each(devices)('impliedMatrix on $name', ({ open }) => {
  describe.each(['mamba', 'mamba2', 's4'])('of %s', (name) => {
    let model: Model;
    beforeAll(async () => {
      model = new Model(await open(), await loadCheckpoint(folderSource(modelFolder(name))));
    });
    afterAll(() => model.dispose());

    it.each([
      { title: 'untouched', interventions: [] },
      { title: 'turned', interventions: turned },
    ])('says what the layer itself computes, $title', async ({ interventions }) => {
      const layer = 1;
      const { dInner: E, heads } = model.info;
      const means = interventions.length > 0 ? await measureMeans(model, ids) : undefined;
      const session = model.createSession(interventions, means);
      const trace = await session.prefill(ids, {
        probes: (['layer.x', 'layer.ssmOut', 'layer.D'] as const).map((n) => ({
          name: n,
          layers: [layer],
        })),
      });
      const [x, y, D] = (['layer.x', 'layer.ssmOut', 'layer.D'] as const).map((n) =>
        trace.get(n, layer),
      );
      const P = heads?.headDim ?? 1;
      for (const unit of [0, 3]) {
        const M = await impliedMatrix(model, ids, { layer, unit, interventions, means });
        for (const e of [unit * P, unit * P + P - 1]) {
          for (let i = 0; i < L; i++) {
            let sum = D![unit]! * x![i * E + e]!;
            let size = Math.abs(sum);
            for (let j = 0; j < L; j++) {
              sum += M[i * L + j]! * x![j * E + e]!;
              size += Math.abs(M[i * L + j]! * x![j * E + e]!);
            }
            expect(Math.abs(sum - y![i * E + e]!)).toBeLessThan(1e-6 + 1e-5 * size);
          }
        }
        for (let j = 1; j < L; j++) expect(M[j]).toBe(0);
      }
      session.dispose();
    });

    it('averages over all channels or heads', async () => {
      // Of hundreds of channels the mean is held against each of them in the operation's own tests.
      const units = model.info.heads?.nHeads ?? 0;
      const short = ids.slice(0, 3);
      const mean = await impliedMatrix(model, short, { layer: 0, unit: 'mean' });
      expect([mean[1], mean[2], mean[5]]).toEqual([0, 0, 0]);
      expect(mean[0]).not.toBe(0);
      const sum = units === 0 ? mean.map((v) => v) : new Float32Array(9);
      for (let unit = 0; unit < units; unit++) {
        const one = await impliedMatrix(model, short, { layer: 0, unit });
        one.forEach((v, i) => (sum[i]! += v / units));
      }
      sum.forEach((v, i) => expect(Math.abs(v - mean[i]!)).toBeLessThan(1e-6));
    });

    it('reads the tokens only where the matrix depends on them', async () => {
      const createSession = vi.spyOn(model, 'createSession');
      await impliedMatrix(model, [3], { layer: 0, unit: 0 });
      expect(createSession).toHaveBeenCalledTimes(name === 's4' ? 0 : 1);
      createSession.mockRestore();
    });

    it('of the later tokens is the corner of the whole', async () => {
      const first = 4;
      const asked = { layer: 1, unit: 2, interventions: turned.slice(0, 1) };
      const whole = await impliedMatrix(model, ids, asked);
      const corner = await impliedMatrix(model, ids, { ...asked, first });
      const size = L - first;
      expect(corner).toHaveLength(size * size);
      const expected = corner.map(
        (_, at) => whole[(first + Math.floor(at / size)) * L + first + (at % size)]!,
      );
      // Rounding alone: fewer tokens at once may be read by other kernels.
      const most = expected.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
      corner.forEach((v, at) => expect(Math.abs(v - expected[at]!)).toBeLessThan(1e-5 * most));
      await expect(impliedMatrix(model, ids, { ...asked, first: L })).rejects.toThrow(RangeError);
    });

    // S4D's is no work to speak of: one kernel, laid along the diagonals.
    it.runIf(name !== 's4')('is stopped within the matrix, soon', async () => {
      const long = Array.from({ length: 30 }, (_, i) => ids[i % L]!);
      const abort = new AbortController();
      const work = vi.spyOn(model.ops, 'impliedMatrix');
      const asked = { layer: 0, unit: 'mean', signal: abort.signal } as const;
      work.mockImplementationOnce(() => abort.abort());
      await expect(impliedMatrix(model, long, asked)).rejects.toThrow(CancelledError);
      expect(work).toHaveBeenCalledTimes(1);
      const { piece, rows } = work.mock.calls[0]![0];
      expect(piece!.until).toBeLessThan(rows);
      work.mockRestore();
    });

    it('refuses what there is not', async () => {
      await expect(impliedMatrix(model, [], { layer: 0, unit: 0 })).rejects.toThrow(/1 … 1024/);
      await expect(impliedMatrix(model, ids, { layer: 0, unit: 9999 })).rejects.toThrow(/9999/);
      await expect(impliedMatrix(model, ids, { layer: 99, unit: 0 })).rejects.toThrow(/99/);
      for (const id of [-1, 0.5, model.info.vocabSize]) {
        const strange = impliedMatrix(model, [3, id], { layer: 0, unit: 0 });
        await expect(strange).rejects.toThrow(`Token id ${id} is outside the vocabulary`);
      }
    });
  });
});
