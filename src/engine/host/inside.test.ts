/** What the lab reads and works out for the page, for all three models; tolerances as in timeline.test.ts. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadCheckpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { CancelledError } from '../errors';
import { Model } from '../models/model';
import { isPerToken, probeAbsence, probeWidth, unitOfChannel } from '../probeShape';
import { fastDevices, maxAbsError, modelFolder } from '../testing/devices';
import { PROBES, type Intervention, type ProbeName } from '../types';
import { Lab, type Recipe } from './lab';

const neutral: Intervention = { layer: 2, deltaScale: 1, aScale: 1 };
const turned: Intervention = { layer: 'all', deltaScale: 1.5, aScale: 1.1 };
const still: Intervention = { ...neutral, layer: 'all', freeze: ['delta', 'B', 'C'] };
const recipe: Recipe = {
  prompt: 'Tom and his dog went to',
  sampling: { temperature: 0, topK: 0, topP: 1, seed: 1 },
  intervention: neutral,
  own: 2,
};
const tolerance = { cpu: 1e-5, webgpu: 2e-4 };
const UNIT_PROBES: ReadonlySet<ProbeName> = new Set(['layer.h', 'layer.Abar', 'layer.Bbar']);
const LAYER = 3;

describe.each(fastDevices)('inside, on $name', ({ kind, open }) => {
  describe.each(['mamba', 'mamba2', 's4'])('%s', (name) => {
    let model: Model;
    let lab: Lab;
    beforeAll(async () => {
      const checkpoint = await loadCheckpoint(folderSource(modelFolder(name)));
      model = new Model(await open(), checkpoint);
      lab = new Lab(model, checkpoint.tokenizer!);
    });
    afterAll(() => model.dispose());

    it('every intermediate comes in the shape that is told beforehand', async () => {
      const { yours } = await lab.open(recipe);
      const count = yours.tokens.length;
      const names = (Object.keys(PROBES) as ProbeName[]).filter(
        (probe) => probeAbsence(model.info, probe) === null,
      );
      const unit = unitOfChannel(model.info, model.info.dInner - 1);
      const probes = names.map((probe) => ({
        name: probe,
        unit: UNIT_PROBES.has(probe) ? unit : undefined,
      }));
      const trace = await lab.trace({ layer: LAYER, probes, from: 0, count });
      expect(trace.before).toBeNull();
      expect(trace.yours.map((values) => values.length)).toEqual(
        probes.map(
          (probe) =>
            probeWidth(model.info, probe.name, probe.unit !== undefined) *
            (isPerToken(probe.name) ? count : 1),
        ),
      );
      // And what a model lacks is refused by the engine itself.
      for (const probe of Object.keys(PROBES) as ProbeName[]) {
        if (names.includes(probe)) continue;
        const asked = { layer: LAYER, probes: [{ name: probe }], from: 0, count };
        await expect(lab.trace(asked)).rejects.toThrow(RangeError);
      }
    });

    it('read bit by bit is what is read at once, on both sides, and costs only the new words', async () => {
      const probes = [{ name: 'layer.x' }, { name: 'layer.h', unit: 1 }] as const;
      const { yours } = await lab.open({ ...recipe, intervention: turned });
      const length = yours.tokens.length;
      const start = await lab.trace({ layer: LAYER, probes, from: 0, count: length });
      await lab.advance(2);
      const forward = vi.spyOn(model, 'forward');
      const more = await lab.trace({ layer: LAYER, probes, from: length, count: 2 });
      const computed = forward.mock.calls.map(([piece]) => piece.length);
      forward.mockRestore();
      expect(computed).toEqual([2, 2]);
      const whole = await lab.trace({ layer: LAYER, probes, from: 0, count: length + 2 });
      for (const side of ['yours', 'before'] as const) {
        probes.forEach((_, i) => {
          const joined = [...start[side]![i]!, ...more[side]![i]!];
          expect(maxAbsError(joined, whole[side]![i]!)).toBeLessThan(tolerance[kind]);
        });
      }
      expect(maxAbsError(whole.yours[1]!, whole.before![1]!)).toBeGreaterThan(1e-3);
      // Of a text that has become shorter, nothing of the old one is left.
      await lab.open({ ...recipe, intervention: turned, own: 0 });
      const back = await lab.trace({ layer: LAYER, probes, from: 1, count: length - 3 });
      const width = start.yours[0]!.length / length;
      expect(
        maxAbsError(back.yours[0]!, start.yours[0]!.subarray(width, (length - 2) * width)),
      ).toBeLessThan(tolerance[kind]);
      await expect(lab.trace({ layer: LAYER, probes, from: 0, count: 99 })).rejects.toThrow(
        RangeError,
      );
    });

    it('surprise under an intervention is what the tokens say of themselves', async () => {
      const { yours, before } = await lab.open({ ...recipe, intervention: turned });
      const bits = (run: typeof yours) => run.tokens.slice(1).map((token) => token.surprise!);
      const mine = await lab.compute({ kind: 'surprise', under: 'yours' });
      expect(mine.shape).toEqual([yours.tokens.length]);
      expect(mine.values[0]).toBeNaN();
      expect(maxAbsError(mine.values.subarray(1), bits(yours))).toBeLessThan(10 * tolerance[kind]);
      const same = await lab.compute({ kind: 'surprise', under: turned });
      expect(same.values).toEqual(mine.values);
      const prompt = before.tokens.filter((token) => !token.own).length;
      const untouched = await lab.compute({ kind: 'surprise', under: 'before' });
      expect(
        maxAbsError(untouched.values.subarray(1, prompt), bits(before).slice(0, prompt - 1)),
      ).toBeLessThan(10 * tolerance[kind]);

      // Frozen to the prompt's means it is another model, but for S4D, which has nothing to freeze.
      const frozen = await lab.compute({ kind: 'surprise', under: still });
      const apart = maxAbsError(frozen.values.subarray(1), untouched.values.subarray(1));
      expect(apart > 0.1).toBe(name !== 's4');
      expect(apart < 1e-3).toBe(name === 's4');
    });

    it('the implied matrix mixes x into y − D x', async () => {
      const { yours } = await lab.open(recipe);
      const L = yours.tokens.length;
      const unit = 5;
      const { values, shape } = await lab.compute({
        kind: 'impliedMatrix',
        layer: LAYER,
        unit,
        under: 'yours',
      });
      expect(shape).toEqual([L, L]);
      const probes = [{ name: 'layer.x' }, { name: 'layer.ssmOut' }, { name: 'layer.D' }] as const;
      const [x, y, D] = (await lab.trace({ layer: LAYER, probes, from: 0, count: L })).yours;
      const E = model.info.dInner;
      // A channel of that head in Mamba-2, the channel itself otherwise.
      const channel = model.info.heads ? unit * model.info.heads.headDim + 3 : unit;
      const sums = Array.from({ length: L }, (_, i) => {
        let sum = D![unit]! * x![i * E + channel]!;
        for (let j = 0; j <= i; j++) sum += values[i * L + j]! * x![j * E + channel]!;
        return sum;
      });
      const told = sums.map((_, i) => y![i * E + channel]!);
      expect(maxAbsError(sums, told)).toBeLessThan(10 * tolerance[kind]);
      const stopped = AbortSignal.abort();
      await expect(
        lab.compute({ kind: 'impliedMatrix', layer: 0, unit: 'mean', under: 'before' }, stopped),
      ).rejects.toThrow(CancelledError);
    });
  });
});
