import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseConfig } from './config';
import { failure, TINY_CONFIG, tinyConfig } from './testing/tiny';
import { quote } from './words';

const refuse = (changes: Record<string, unknown>) => failure(() => tinyConfig(changes));

describe('config.json', () => {
  it('of the bundled Mamba is read in full', () => {
    const text = readFileSync('public/models/mamba/config.json', 'utf8');
    const raw = JSON.parse(text) as Record<string, unknown>;
    expect(parseConfig(text)).toEqual({
      kind: 'mamba',
      nLayers: raw['num_hidden_layers'],
      dModel: raw['hidden_size'],
      dInner: raw['intermediate_size'],
      dState: raw['state_size'],
      dtRank: raw['time_step_rank'],
      dConv: raw['conv_kernel'],
      vocabSize: raw['vocab_size'],
      normEpsilon: raw['layer_norm_epsilon'],
      useBias: raw['use_bias'],
      useConvBias: raw['use_conv_bias'],
      tieWordEmbeddings: raw['tie_word_embeddings'],
      eosTokenId: raw['eos_token_id'],
      bosTokenId: raw['bos_token_id'],
    });
  });

  it("takes transformers' defaults for what published models leave out", () => {
    const text =
      '{"model_type":"mamba","hidden_size":770,"num_hidden_layers":24,"vocab_size":50280}';
    expect(parseConfig(text)).toMatchObject({
      dInner: 1540,
      dState: 16,
      dtRank: 49, // ceil(770 / 16)
      dConv: 4,
      normEpsilon: 1e-5,
      useBias: false,
      useConvBias: true,
      tieWordEmbeddings: true,
      eosTokenId: 0,
    });
  });

  it('computes the inner width from expand unless it is given', () => {
    expect(tinyConfig({ intermediate_size: undefined, expand: 1.5 }).dInner).toBe(6);
    expect(tinyConfig({ intermediate_size: null, expand: 3 }).dInner).toBe(12);
    expect(tinyConfig({ intermediate_size: 10, expand: 3 }).dInner).toBe(10);
  });

  it('may hold bare Infinity and NaN in members that do not matter', () => {
    const text = JSON.stringify(TINY_CONFIG).replace(
      '{',
      '{"time_step_limit":[0,Infinity],"x":NaN,',
    );
    expect(parseConfig(text)).toEqual(tinyConfig());
  });

  it('may have no end token, or a list of them', () => {
    expect(tinyConfig({ eos_token_id: null }).eosTokenId).toBeNull();
    expect(tinyConfig({ eos_token_id: [3, 4] }).eosTokenId).toBe(3);
  });

  it('refuses other models by name', async () => {
    const error = await refuse({ model_type: 'mistral' });
    expect(error.code).toBe('foreign');
    expect(error.message).toMatch(
      /^This config has model_type "mistral"; supported is mamba, mamba2, s4d, llama\./,
    );
    expect((await refuse({ model_type: 'constructor' })).code).toBe('foreign');
  });

  it('knows the original state-spaces layout and points to the "-hf" version', async () => {
    const error = await failure(() =>
      parseConfig('{"d_model":768,"n_layer":24,"vocab_size":50277}'),
    );
    expect(error).toMatchObject({ code: 'foreign', message: expect.stringContaining('"-hf"') });
  });

  it.each([
    ['hidden_size', -256],
    ['hidden_size', 0],
    ['hidden_size', 1e9],
    ['hidden_size', 256.5],
    ['hidden_size', '256'],
    ['hidden_size', undefined],
    ['num_hidden_layers', undefined],
    ['num_hidden_layers', 1e6],
    ['vocab_size', undefined],
    ['vocab_size', 2 ** 40],
    ['state_size', 0],
    ['conv_kernel', 1e4],
    ['intermediate_size', -1],
    ['time_step_rank', 'large'],
    ['time_step_rank', 0],
    ['layer_norm_epsilon', 0],
    ['layer_norm_epsilon', 'tiny'],
    ['use_bias', 1],
    ['use_conv_bias', 'yes'],
    ['tie_word_embeddings', []],
    ['hidden_act', 'gelu'],
    ['quantization_config', { quant_method: 'gptq', bits: 4 }],
    ['eos_token_id', 258],
    ['bos_token_id', -1],
  ])('refuses %s = %j by its name', async (key, value) => {
    const error = await refuse({ [key]: value });
    expect(error).toMatchObject({ code: 'unsupported', file: 'config.json' });
    const has = value === undefined ? `no ${key}` : `${key} ${quote(value)}`;
    expect(error.message).toContain(`This config has ${has}; supported is `);
  });

  it('refuses infinite sizes', async () => {
    const text = JSON.stringify(TINY_CONFIG).replace('"hidden_size":4', '"hidden_size":Infinity');
    expect((await failure(() => parseConfig(text))).message).toContain('hidden_size');
  });

  it('refuses an expand that leads to an absurd width', async () => {
    const error = await refuse({ intermediate_size: undefined, hidden_size: 16_384, expand: 60 });
    expect(error.message).toContain('expand');
  });
});

describe.each(['mamba', 'mamba2', 's4d'])('a config.json of %s', (model_type) => {
  const parse = (intermediate_size: number, state_size: number) =>
    parseConfig(
      JSON.stringify({
        model_type,
        vocab_size: 32,
        hidden_size: 8,
        num_hidden_layers: 2,
        intermediate_size,
        state_size,
        num_heads: intermediate_size / 64,
        head_dim: 64,
        n_groups: 1,
      }),
    );

  it('may have as many states as a dispatch has threads, and no more', () => {
    expect(parse(65_472, 64)).toMatchObject({ dInner: 65_472, dState: 64 });
    expect(parse(4032, 1024)).toMatchObject({ dInner: 4032, dState: 1024 });
    for (const [E, N] of [
      [65_536, 64],
      [4096, 1024],
    ] as const) {
      expect(() => parse(E, N)).toThrow(
        `This config has state_size "${N}"; supported is one with which the inner width, ${E}, × state_size is at most 4,194,240.`,
      );
    }
  });
});

describe('a config.json of Mamba-2', () => {
  const mamba2 = {
    model_type: 'mamba2',
    vocab_size: 32,
    hidden_size: 8,
    num_hidden_layers: 2,
    expand: 2,
    num_heads: 4,
    head_dim: 4,
    n_groups: 2,
  };
  const parse = (changes: object) => parseConfig(JSON.stringify({ ...mamba2, ...changes }));

  it('is read with the defaults of transformers', () => {
    expect(parse({})).toMatchObject({
      kind: 'mamba2',
      dInner: 16,
      dState: 128,
      nHeads: 4,
      headDim: 4,
      nGroups: 2,
      chunkSize: 256,
      deltaLimit: [0, Infinity],
      tieWordEmbeddings: false,
    });
    expect(parse({ time_step_limit: [0, { __float__: 'Infinity' }] })).toMatchObject({
      deltaLimit: [0, Infinity],
    });
    expect(parse({ time_step_limit: [0.1, 2] })).toMatchObject({ deltaLimit: [0.1, 2] });
  });

  it.each([
    [{ num_heads: 3 }, 'head_dim'],
    [{ n_groups: 3 }, 'n_groups'],
    [{ rms_norm: false }, 'rms_norm'],
    [{ time_step_limit: [1, 0] }, 'time_step_limit'],
    [{ time_step_limit: 'any' }, 'time_step_limit'],
    [{ chunk_size: 0 }, 'chunk_size'],
    [
      { num_heads: 1024, head_dim: 1, intermediate_size: 1024, state_size: 1024, n_groups: 1024 },
      'n_groups',
    ],
    [{ num_heads: 65_536, head_dim: 1, intermediate_size: 65_536, state_size: 1 }, 'num_heads'],
  ])('that says %j is refused by name', (changes, name) => {
    expect(() => parse(changes)).toThrow(`This config has ${name} `);
    expect(() => parse(changes)).toThrow('; supported is ');
  });
});
