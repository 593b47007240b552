/** A Transformer's config.json, and the tensors that it asks for. */
import { describe, expect, it } from 'vitest';
import { parseConfig } from './config';
import { expectedTensors } from './expectedTensors';
import { failure } from './testing/tiny';
import { quote } from './words';

const LLAMA = {
  model_type: 'llama',
  vocab_size: 37,
  hidden_size: 18,
  intermediate_size: 33,
  num_hidden_layers: 2,
  num_attention_heads: 3,
  tie_word_embeddings: false,
};
const read = (changes: Record<string, unknown> = {}) =>
  parseConfig(JSON.stringify({ ...LLAMA, ...changes }));

describe('the config of a Transformer', () => {
  it('needs no more than its sizes', () => {
    expect(read()).toEqual({
      kind: 'transformer',
      nLayers: 2,
      dModel: 18,
      vocabSize: 37,
      normEpsilon: 1e-6,
      tieWordEmbeddings: false,
      eosTokenId: 0,
      bosTokenId: 0,
      nHeads: 3,
      nKvHeads: 3,
      headDim: 6,
      dFf: 33,
      ropeTheta: 10_000,
      trainedContext: 2048,
    });
  });

  it('has shared keys and values, heads of their own size, and RoPE’s base where either version writes it', () => {
    const shared = { num_attention_heads: 6, num_key_value_heads: 2, head_dim: 10 };
    expect(read(shared)).toMatchObject({ nHeads: 6, nKvHeads: 2, headDim: 10 });
    expect(read({ rope_theta: 500 })).toMatchObject({ ropeTheta: 500 });
    const parameters = { rope_type: 'default', rope_theta: 700 };
    expect(read({ rope_parameters: parameters, rope_theta: 500 })).toMatchObject({
      ropeTheta: 700,
    });
    expect(read({ rope_scaling: null, sliding_window: null, attention_bias: false })).toEqual(
      read(),
    );
  });

  it.each([
    ['attention_bias', true],
    ['mlp_bias', true],
    ['rope_scaling', { rope_type: 'llama3', factor: 8 }],
    ['sliding_window', 4096],
    ['partial_rotary_factor', 0.5],
    ['rope_parameters', 'default'],
    ['rope_theta', -1],
    ['hidden_act', 'gelu'],
    ['num_attention_heads', 0],
    ['num_attention_heads', undefined],
    ['num_key_value_heads', 2],
    ['num_key_value_heads', 6],
    ['head_dim', 7],
    ['head_dim', 512],
    ['intermediate_size', undefined],
    ['rms_norm_eps', 0],
    ['quantization_config', { bits: 4 }],
  ])('refuses %s = %j by its name', async (key, value) => {
    const error = await failure(() => read({ [key]: value }));
    expect(error).toMatchObject({ code: 'unsupported', file: 'config.json' });
    const has = value === undefined ? `no ${key}` : `${key} ${quote(value)}`;
    expect(error.message).toContain(`This config has ${has}; supported is `);
  });

  it('refuses scaled positions and heads that do not divide the width', async () => {
    const scaled = { rope_parameters: { rope_type: 'yarn', rope_theta: 1e4 } };
    expect((await failure(() => read(scaled))).message).toContain('rope_type "yarn"');
    expect((await failure(() => read({ hidden_size: 20 }))).message).toContain('head_dim');
  });
});

describe('the tensors of a Transformer', () => {
  it('have transformers’ names, and shapes with shared keys and values', () => {
    const config = read({ num_key_value_heads: 1 });
    const shapes = new Map(expectedTensors(config).map(({ name, shape }) => [name, shape]));
    expect(shapes.get('model.embed_tokens.weight')).toEqual([37, 18]);
    expect(shapes.get('model.layers.1.self_attn.q_proj.weight')).toEqual([18, 18]);
    expect(shapes.get('model.layers.1.self_attn.v_proj.weight')).toEqual([6, 18]);
    expect(shapes.get('model.layers.0.mlp.down_proj.weight')).toEqual([18, 33]);
    expect(shapes.get('lm_head.weight')).toEqual([37, 18]);
  });

  it('may be left out where they follow from the config', () => {
    const optional = (changes: Record<string, unknown>) =>
      expectedTensors(read(changes))
        .filter((tensor) => tensor.optional)
        .map(({ name }) => name);
    const rates = [0, 1].map((layer) => `model.layers.${layer}.self_attn.rotary_emb.inv_freq`);
    expect(optional({})).toEqual(rates);
    expect(optional({ tie_word_embeddings: true })).toEqual([...rates, 'lm_head.weight']);
  });
});
