import { readFileSync, statSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { CheckpointError } from './errors';
import { loadCheckpoint, type LoadProgress } from './load';
import { folderSource } from './node/folderSource';
import { readTensors } from './safetensors';
import { memorySource } from './source';
import {
  encode,
  failure,
  TINY_CONFIG,
  tinyFiles,
  tinyTokenizer,
  vouchedFiles,
  writeSafetensors,
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

  it('refuses what is not supported before it asks for the weights', async () => {
    for (const changes of [{ hidden_act: 'gelu' }, { model_type: 'llama' }, { state_size: 0 }]) {
      const config = encode(JSON.stringify({ ...TINY_CONFIG, ...changes }));
      const source = memorySource('tiny', { ...tinyFiles(), 'config.json': config });
      const opened: string[] = [];
      const open: typeof source.open = (file, signal) => {
        opened.push(file);
        return source.open(file, signal);
      };
      const error = await failure(() => loadCheckpoint({ ...source, open }));
      expect(error.message).toMatch(/^This config has .*; supported is /);
      expect(opened).toEqual(['manifest.json', 'config.json']);
    }
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

describe('weights in several files', () => {
  const [one, two] = [1, 2].map((n) => `model-0000${n}-of-00002.safetensors`) as [string, string];
  /** A tiny checkpoint whose tensors go to two files by turns. */
  const shards = () => {
    const { 'model.safetensors': whole, ...files } = tinyFiles();
    const tensors = [...readTensors(whole!).values()];
    const half = (rest: number) => tensors.filter((_, i) => i % 2 === rest);
    const map = tensors.map(({ name }, i) => [name, i % 2 === 0 ? one : two]);
    return {
      files: { ...files, [one]: writeSafetensors(half(0)), [two]: writeSafetensors(half(1)) },
      index: { weight_map: Object.fromEntries(map) as Record<string, string> },
    };
  };
  const load = ({ files, index }: { files: Record<string, Uint8Array>; index: object }) =>
    loadCheckpoint(
      memorySource('tiny', {
        ...files,
        'model.safetensors.index.json': encode(JSON.stringify(index)),
      }),
    );

  it('are read and joined', async () => {
    const whole = await loadCheckpoint(memorySource('tiny', tinyFiles()));
    const joined = await load(shards());
    expect(joined.tensors.size).toBe(whole.tensors.size);
    for (const [name, { bytes }] of whole.tensors) {
      expect(joined.tensors.get(name)!.bytes).toEqual(bytes);
    }
  });

  it('are refused where a file is not there, or is not the one that the index means', async () => {
    const { files, index } = shards();
    const { [two]: _, ...rest } = files;
    expect(await failure(() => load({ files: rest, index }))).toMatchObject({
      code: 'missing',
      file: two,
    });
    const swapped = { ...files, [one]: files[two]!, [two]: files[one]! };
    expect(await failure(() => load({ files: swapped, index }))).toMatchObject({
      code: 'mismatch',
    });
  });

  it.each([
    [{}, 'weight_map'],
    [{ weight_map: {} }, 'weight_map'],
    [{ weight_map: { a: '../secret.safetensors' } }, 'secret'],
    [{ weight_map: { a: 1 } }, '1'],
  ])('are refused with the index %j', async (index, what) => {
    const error = await failure(() => load({ files: shards().files, index }));
    expect(error).toMatchObject({ code: 'corrupt', file: 'model.safetensors.index.json' });
    expect(error.message).toContain(what);
  });
});
