import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from './config';
import { expectedTensors, validateTensors } from './expectedTensors';
import { readTensors } from './safetensors';
import { failure, tensorOf, tinyConfig, tinyTensors } from './testing/tiny';
import type { RawTensor } from './tensor';

const byName = (tensors: readonly RawTensor[]) => new Map(tensors.map((t) => [t.name, t]));

const names = (changes: Record<string, unknown>) =>
  expectedTensors(tinyConfig(changes)).map(({ name }) => name);

describe('the tensors of a Mamba', () => {
  it('of the bundled model are all there, and nothing else', () => {
    const config = parseConfig(readFileSync('public/models/mamba/config.json', 'utf8'));
    const tensors = readTensors(readFileSync('public/models/mamba/model.safetensors'));
    const found = validateTensors(config, tensors);
    expect([...found.keys()]).toEqual([...tensors.keys()]);
    const elements = expectedTensors(config)
      .filter(({ optional }) => !optional)
      .reduce((sum, { shape }) => sum + shape.reduce((product, n) => product * n, 1), 0);
    const bytes = [...tensors.values()].reduce((sum, tensor) => sum + tensor.bytes.byteLength, 0);
    expect(elements).toBe(bytes / 2); // all in f16
  });

  it('include biases and an untied head where the config says so', () => {
    expect(names({ use_bias: true })).toContain('backbone.layers.1.mixer.out_proj.bias');
    expect(names({ use_conv_bias: false })).not.toContain('backbone.layers.0.mixer.conv1d.bias');
    const head = expectedTensors(tinyConfig({ tie_word_embeddings: false })).at(-1);
    expect(head).toEqual({ name: 'lm_head.weight', shape: [258, 4], optional: false });
  });

  it('may hold a tied head all the same', () => {
    const tensors = [...tinyTensors(), tensorOf('lm_head.weight', [258, 4])];
    expect(validateTensors(tinyConfig(), byName(tensors)).has('lm_head.weight')).toBe(true);
  });

  it('may use the original name of the embedding, and get the usual one', () => {
    const [embedding, ...rest] = tinyTensors();
    const original = { ...embedding!, name: 'backbone.embedding.weight' };
    const found = validateTensors(tinyConfig(), byName([original, ...rest]));
    expect(found.get('backbone.embeddings.weight')).toEqual(embedding);
    expect(found.has('backbone.embedding.weight')).toBe(false);
  });

  it('are refused when the embedding is there twice', async () => {
    const tensors = [...tinyTensors(), tensorOf('backbone.embedding.weight', [258, 4])];
    const error = await failure(() => validateTensors(tinyConfig(), byName(tensors)));
    expect(error.message).toContain('Unknown (1): backbone.embedding.weight.');
  });

  it('are refused with all that is wrong in one message', async () => {
    const tensors = byName(tinyTensors());
    tensors.delete('backbone.norm_f.weight');
    const put = (t: RawTensor) => tensors.set(t.name, t);
    put(tensorOf('backbone.layers.0.mixer.A_log', [8, 3]));
    put(tensorOf('backbone.layers.0.mixer.conv1d.weight', [8, 4]));
    put(tensorOf('backbone.layers.1.mixer.D', [8], 'I64'));
    put(tensorOf('transformer.wte.weight', [2, 2]));
    const error = await failure(() => validateTensors(tinyConfig(), tensors, 'm.safetensors'));
    expect(error).toMatchObject({ code: 'mismatch', file: 'm.safetensors' });
    for (const words of [
      'Missing (1): backbone.norm_f.weight.',
      'Unknown (1): transformer.wte.weight.',
      'Of the wrong shape (2):',
      'backbone.layers.0.mixer.A_log is 8 × 3 instead of 8 × 2',
      'backbone.layers.0.mixer.conv1d.weight is 8 × 4 instead of 8 × 1 × 4',
      'Integers in place of weights (1): backbone.layers.1.mixer.D (I64).',
      'Take both files from the same checkpoint.',
    ]) {
      expect(error.message).toContain(words);
    }
  });

  it('are counted rather than listed when very many are wrong', async () => {
    const config = tinyConfig({ num_hidden_layers: 200 });
    const error = await failure(() => validateTensors(config, byName(tinyTensors())));
    expect(error.message).toMatch(/Missing \(1980\): .* and 1976 more\./);
    expect(error.message.length).toBeLessThan(600);
  });
});
