/** The lab gives back what it took, on the devices that a page runs on. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadCheckpoint, type Checkpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { Model } from '../models/model';
import type { Ops, Tensor } from '../ops';
import { fastDevices, modelFolder } from '../testing/devices';
import type { Intervention } from '../types';
import { Lab, type Recipe } from './lab';

const neutral: Intervention = { layer: 2, deltaScale: 1, aScale: 1 };
const quick: Intervention = { layer: 'all', deltaScale: 2, aScale: 1.2 };
const frozen: Intervention = { ...neutral, layer: 'all', freeze: ['delta', 'B', 'C'] };
const recipe: Recipe = {
  prompt: 'Tom and his dog went to',
  sampling: { temperature: 1, topK: 40, topP: 0.95, seed: 11 },
  intervention: neutral,
  own: 1,
};

describe.each(fastDevices)('the lab on $name', ({ open }) => {
  let ops: Ops;
  let model: Model;
  let checkpoint: Checkpoint;
  beforeAll(async () => {
    checkpoint = await loadCheckpoint(folderSource(modelFolder('mamba')));
    ops = await open();
    model = new Model(ops, checkpoint);
  });
  afterAll(() => model.dispose());

  it('leaves nothing on the device', async () => {
    const lab = new Lab(model, checkpoint.tokenizer!);
    // What all sessions of the model share is there before the count begins.
    for (const intervention of [frozen, quick]) await lab.open({ ...recipe, intervention });
    lab.dispose();
    const made = [vi.spyOn(ops, 'zeros'), vi.spyOn(ops, 'constant')];
    const freed = vi.spyOn(ops, 'release');
    const alive = () => {
      const tensors = new Set(made.flatMap((spy) => spy.mock.results.map(({ value }) => value)));
      for (const tensor of freed.mock.calls.flat()) {
        // Each once, and none that was not made here.
        expect(tensors.delete(tensor as Tensor)).toBe(true);
      }
      return tensors.size;
    };
    await lab.open(recipe);
    const one = alive();
    for (const [seed, intervention] of [quick, { ...quick, layer: 1 }, frozen, neutral].entries()) {
      await lab.open({ ...recipe, intervention, sampling: { ...recipe.sampling, seed } });
    }
    await lab.open({ ...recipe, prompt: 'Tom' });
    expect(alive()).toBe(one);
    lab.dispose();
    expect(alive()).toBe(0);
    vi.restoreAllMocks();
  });
});
