import { readFileSync, statSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { CheckpointError } from './errors';
import { loadCheckpoint, type LoadProgress } from './load';
import { folderSource } from './node/folderSource';
import { memorySource } from './source';
import {
  encode,
  failure,
  TINY_CONFIG,
  tinyFiles,
  tinyTokenizer,
  vouchedFiles,
} from './testing/tiny';

describe('loading a checkpoint', () => {
  let files: Record<string, Uint8Array>;
  beforeEach(async () => {
    files = await vouchedFiles('A tiny Mamba');
  });
  const load = () => loadCheckpoint(memorySource('tiny', files, 500));

  it('of the bundled model gives its config, tensors, tokenizer and title', async () => {
    const told: LoadProgress[] = [];
    const checkpoint = await loadCheckpoint(folderSource('public/models/mamba'), {
      onProgress: (progress) => told.push(progress),
    });
    expect(checkpoint).toMatchObject({ name: 'mamba', title: expect.any(String) });
    expect(checkpoint.config.kind).toBe('mamba');
    expect(checkpoint.tensors.get('backbone.embeddings.weight')?.shape).toEqual([
      checkpoint.config.vocabSize,
      checkpoint.config.dModel,
    ]);
    expect(checkpoint.tokenizer?.vocabSize).toBe(checkpoint.config.vocabSize);

    const sizes = ['config.json', 'tokenizer.json', 'model.safetensors'].map(
      (file) => statSync(`public/models/mamba/${file}`).size,
    );
    const total = sizes.reduce((sum, size) => sum + size);
    expect(told.at(-1)).toEqual({ file: 'model.safetensors', bytes: total, total });
    expect(told.every((progress) => progress.total === total)).toBe(true);
    const steps = told.slice(1).map((progress, i) => progress.bytes - told[i]!.bytes);
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...steps)).toBeLessThanOrEqual(65_536);
  });

  it('reads the files in order', async () => {
    const order: string[] = [];
    const onProgress = ({ file }: LoadProgress) => void (order.at(-1) !== file && order.push(file));
    expect((await loadCheckpoint(memorySource('tiny', files), { onProgress })).title).toBe(
      'A tiny Mamba',
    );
    expect(order).toEqual(['config.json', 'tokenizer.json', 'model.safetensors']);
  });

  it('needs neither manifest nor tokenizer; the total is then known with the weights', async () => {
    const { 'config.json': config, 'model.safetensors': weights } = files;
    const source = memorySource('bare', { 'config.json': config!, 'model.safetensors': weights! });
    const told: LoadProgress[] = [];
    const checkpoint = await loadCheckpoint(source, {
      onProgress: (progress) => told.push(progress),
    });
    expect(checkpoint).toMatchObject({ tokenizer: null, title: null, name: 'bare' });
    const total = config!.byteLength + weights!.byteLength;
    expect(told[0]!.total).toBeNull();
    expect(told.at(-1)).toEqual({ file: 'model.safetensors', bytes: total, total });
  });

  it.each(['config.json', 'model.safetensors'])('refuses a folder without %s', async (file) => {
    files = tinyFiles();
    delete files[file];
    const error = await failure(load);
    expect(error).toMatchObject({ code: 'missing', file });
    expect(error.message).toMatch(/Check that you chose the whole model folder/);
  });

  it('refuses a folder that lacks what its manifest lists', async () => {
    delete files['tokenizer.json'];
    expect(await failure(load)).toMatchObject({ code: 'missing', file: 'tokenizer.json' });
  });

  it('names the shards of weights that come in several files', async () => {
    files = tinyFiles();
    delete files['model.safetensors'];
    const weight_map = {
      a: 'model-00002-of-00002.safetensors',
      b: 'model-00001-of-00002.safetensors',
    };
    files['model.safetensors.index.json'] = encode(JSON.stringify({ weight_map }));
    const error = await failure(load);
    expect(error).toMatchObject({ code: 'unsupported', file: 'model.safetensors.index.json' });
    expect(error.message).toContain(
      'over 2 files (model-00001-of-00002.safetensors, model-00002-of-00002.safetensors)',
    );
  });

  it('refuses weights that belong to another config', async () => {
    files = {
      ...tinyFiles(),
      'config.json': encode(JSON.stringify({ ...TINY_CONFIG, state_size: 3 })),
    };
    const error = await failure(load);
    expect(error).toMatchObject({ code: 'mismatch', file: 'model.safetensors' });
    expect(error.message).toContain('A_log is 8 × 2 instead of 8 × 3');
  });

  it('refuses a tokenizer with more tokens than the model has', async () => {
    const tokenizer = tinyTokenizer();
    tokenizer['added_tokens'] = [{ id: 258, content: '<|endoftext|>' }];
    files = { ...tinyFiles(), 'tokenizer.json': encode(JSON.stringify(tokenizer)) };
    const error = await failure(load);
    expect(error).toMatchObject({ code: 'mismatch', file: 'tokenizer.json' });
    expect(error.message).toMatch(/259 tokens.*only 258/);
  });

  it('refuses a truncated file of a folder without a manifest by its header', async () => {
    files = tinyFiles();
    files['model.safetensors'] = files['model.safetensors']!.subarray(0, -1);
    expect(await failure(load)).toMatchObject({ code: 'truncated', file: 'model.safetensors' });
  });

  it('refuses a config.json of many megabytes', async () => {
    files = { ...tinyFiles(), 'config.json': new Uint8Array(5_000_000) };
    expect(await failure(load)).toMatchObject({ code: 'foreign', file: 'config.json' });
  });

  it('can be stopped at any file', async () => {
    for (const stopAt of ['config.json', 'tokenizer.json', 'model.safetensors']) {
      const controller = new AbortController();
      const onProgress = ({ file }: LoadProgress) => void (file === stopAt && controller.abort());
      const options = { signal: controller.signal, onProgress };
      const error = await failure(() => loadCheckpoint(memorySource('tiny', files), options));
      expect(error).toMatchObject({ code: 'cancelled', file: stopAt });
    }
  });

  it.each(['config.json', 'tokenizer.json', 'model.safetensors'])(
    'notices any wrong byte of %s',
    async (file) => {
      const original = files[file]!;
      for (let at = 0; at < original.byteLength; at += Math.ceil(original.byteLength / 150)) {
        files[file] = original.map((byte, i) => (i === at ? byte ^ 0x15 : byte));
        expect(await failure(load)).toMatchObject({ code: 'corrupt', file });
      }
    },
  );

  it('fails with a CheckpointError, or not at all, for any wrong byte of the manifest', async () => {
    const original = files['manifest.json']!;
    let failed = 0;
    for (let at = 0; at < original.byteLength; at++) {
      files['manifest.json'] = original.map((byte, i) => (i === at ? byte ^ 0x15 : byte));
      // A letter of the title may change without harm; `failure` rethrows what is no CheckpointError.
      const error = await load().catch((reason) => failure(() => Promise.reject(reason)));
      if (error instanceof CheckpointError) failed++;
    }
    expect(failed).toBeGreaterThan(original.byteLength / 2);
  });
});

it('the folder source serves what is on the disk, and null for what is not', async () => {
  const source = folderSource('public/models/mamba/');
  expect(source.name).toBe('mamba');
  expect(await source.open('no.json')).toBeNull();
  const parts: Uint8Array[] = [];
  for await (const chunk of (await source.open('model.safetensors'))!.chunks) parts.push(chunk);
  expect(parts.length).toBeGreaterThan(5);
  expect(Buffer.concat(parts).equals(readFileSync('public/models/mamba/model.safetensors'))).toBe(
    true,
  );
  expect(await folderSource('public').open('models')).toBeNull();
});
