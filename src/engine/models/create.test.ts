/** A model that does not fit is refused with figures, and leaves nothing behind. */
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CheckpointError } from '../checkpoint/errors';
import { loadCheckpoint, type Checkpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import { OutOfMemoryError } from '../errors';
import type { Ops } from '../ops';
import { ReferenceOps } from '../reference/ops';
import { modelFolder } from '../testing/devices';
import { limit, openWatched, type Watched } from '../testing/watched';
import { createModel } from './create';
import { footprint } from './footprint';

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../testing/fixtures/${name}/`, import.meta.url));
const load = (folder: string): Promise<Checkpoint> => loadCheckpoint(folderSource(folder));

/** Why a checkpoint is refused. */
async function refusal(ops: Ops, checkpoint: Checkpoint): Promise<CheckpointError> {
  const error: unknown = await createModel(ops, checkpoint).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(CheckpointError);
  expect(error).toMatchObject({ code: 'memory' });
  return error as CheckpointError;
}

/** A checkpoint with an embedding of so many tokens, of which there is nothing but the shape. */
async function withVocabulary(vocabSize: number): Promise<Checkpoint> {
  const { config, tensors, ...rest } = await load(fixture('mamba-f16'));
  const name = 'backbone.embeddings.weight';
  const changed = new Map(tensors);
  changed.set(name, {
    name,
    dtype: 'F16',
    shape: [vocabSize, config.dModel],
    bytes: new Uint8Array(),
  });
  return { ...rest, config: { ...config, vocabSize }, tensors: changed };
}

describe('on WebGPU', () => {
  const budget = { bytes: Infinity };
  let watched: Watched;
  beforeAll(async () => {
    watched = await openWatched((device) => limit(device, budget));
  });
  afterAll(() => watched.ops.dispose());

  const held = (): number => [...watched.buffers.values()].reduce((a, b) => a + b, 0);

  it.each([
    ...['mamba', 'mamba2', 's4'].map(modelFolder),
    ...['mamba-odd', 'mamba-bf16', 'mamba2-groups', 'transformer-shared', 'transformer-f16'].map(
      fixture,
    ),
  ])('the footprint of %s is what it takes', async (folder) => {
    const { ops } = watched;
    const checkpoint = await load(folder);
    const before = held();
    const needs = footprint(ops, checkpoint);
    expect(held()).toBe(before);
    const model = await createModel(ops, checkpoint);
    expect(held() - before).toBe(needs.weights + needs.working);
    model.createSession();
    expect(held() - before).toBe(needs.total);
    expect(needs.text).toBeGreaterThan(0);
  });

  it('a tensor beyond the device’s limit is refused before anything is allocated', async () => {
    const { ops, buffers } = watched;
    const before = [...buffers];
    // 32 bytes a token: one octet of tokens more than fits.
    const vocabSize = Math.ceil(ops.maxTensorBytes / 32) + 8;
    const { message } = await refusal(ops, await withVocabulary(vocabSize));
    expect(message).toMatch(
      /^This model needs \S+ [GM]B on this device \(\S+ [GM]B of weights, .* to work in, .* for a text's state\); backbone\.embeddings\.weight alone is .*; .* takes .* in one piece\. Use the CPU/,
    );
    expect([...buffers]).toEqual(before);
  });

  it('a model that the device finds no room for leaves nothing behind, and the device well', async () => {
    const { ops, buffers } = watched;
    const checkpoint = await load(fixture('mamba-odd'));
    const needs = footprint(ops, checkpoint);
    const before = [...buffers];
    for (const bytes of [0, needs.weights / 2, needs.weights + needs.working - 1]) {
      budget.bytes = bytes;
      const { message } = await refusal(ops, checkpoint);
      expect(message).toMatch(
        /^This model needs .* [kM]B on this device .* has no room for it now\./,
      );
      expect([...buffers]).toEqual(before);
    }
    budget.bytes = needs.weights + needs.working;
    const model = await createModel(ops, checkpoint);
    budget.bytes = Infinity;
    const session = model.createSession();
    await session.prefill([1, 2, 3]);
    expect((await session.logits()).some((value) => value !== 0)).toBe(true);
  });

  it('work that fails in another way leaves nothing behind either', async () => {
    const { ops, buffers } = watched;
    const before = [...buffers];
    const mistake = ops.attempt(() => {
      ops.zeros('first', [4]);
      throw new Error('a mistake');
    });
    await expect(mistake).rejects.toThrow('a mistake');
    // A copy within one buffer: WebGPU's own word for it is no lack of memory.
    const invalid = ops.attempt(() => {
      const tensor = ops.zeros('one', [4]);
      ops.copy(tensor, 0, tensor, 0, 4);
      ops.flush();
    });
    await expect(invalid).rejects.toThrow(/^WebGPU: /);
    expect([...buffers]).toEqual(before);
    const tensor = await ops.attempt(() => ops.zeros('good', [4]));
    expect(await ops.collect([ops.capture(tensor, 0, 4)])).toEqual([new Float32Array(4)]);
  });
});

describe('on a CPU', () => {
  it('a model larger than the machine’s memory is refused', async () => {
    const checkpoint = await load(fixture('mamba-f16'));
    const needs = footprint(new ReferenceOps(), checkpoint);
    await createModel(new ReferenceOps(needs.total), checkpoint);
    const { message } = await refusal(new ReferenceOps(needs.total - 1), checkpoint);
    expect(message).toMatch(
      /^This model needs .*; there is \S+ kB in all\. Use a smaller model\.$/,
    );
  });

  it('an array that JavaScript has no room for is a lack of memory, and a mistake is not', async () => {
    const ops = new ReferenceOps();
    const huge = ops.attempt(() => ops.zeros('huge', [2 ** 52]));
    await expect(huge).rejects.toThrow(OutOfMemoryError);
    const mistake = ops.attempt(() => {
      throw new TypeError('a mistake');
    });
    await expect(mistake).rejects.toThrow(TypeError);
    const full = Object.assign(new ReferenceOps(), {
      zeros: () => ({ label: '', shape: [], data: new Float32Array(2 ** 52) }),
    });
    const { message } = await refusal(full, await load(fixture('mamba-f16')));
    expect(message).toMatch(/JavaScript has no room for it now\. Use a smaller model\./);
  });
});
