/**
 * config.json: what a model is. Everything is checked here, by name, before anything is allocated:
 * later code multiplies these numbers without looking twice.
 */
import { CheckpointError } from './errors';
import { Fields } from './fields';
import { isObject, parseJsonObject } from './json';
import { formatList, quote } from './words';

/** What all architectures here have in common. Letters are DESIGN's. */
export interface CommonConfig {
  nLayers: number;
  /** D. */
  dModel: number;
  /** V. */
  vocabSize: number;
  /** ε of every RMSNorm. */
  normEpsilon: number;
  /** Whether the output head is the embedding matrix. */
  tieWordEmbeddings: boolean;
  eosTokenId: number | null;
  bosTokenId: number | null;
}

/** What all state-space models here have in common. */
export interface BaseConfig extends CommonConfig {
  /** E. */
  dInner: number;
  /** N, states a channel. */
  dState: number;
  /** Taps of the causal convolution. */
  dConv: number;
  /** Whether in_proj and out_proj have a bias. */
  useBias: boolean;
  useConvBias: boolean;
}

/** Mamba as `MambaForCausalLM` of transformers describes it. */
export interface MambaConfig extends BaseConfig {
  kind: 'mamba';
  /** R, the rank of Δ's projection. */
  dtRank: number;
}

/** Mamba-2 as `Mamba2ForCausalLM` of transformers describes it; E = H·P. */
export interface Mamba2Config extends BaseConfig {
  kind: 'mamba2';
  /** H. */
  nHeads: number;
  /** P. */
  headDim: number;
  /** G: heads of a group share B and C. */
  nGroups: number;
  /** Q, tokens that SSD computes as one block. */
  chunkSize: number;
  /** Δ is clamped to this range after the softplus. */
  deltaLimit: [number, number];
}

/** The Mamba block with S4D (diagonal, complex, N conjugate pairs) in place of the selective SSM. */
export interface S4dConfig extends BaseConfig {
  kind: 's4d';
}

/** A Transformer as `LlamaForCausalLM` of transformers describes it, without biases and without scaled positions. */
export interface TransformerConfig extends CommonConfig {
  kind: 'transformer';
  /** H. */
  nHeads: number;
  /** G: so many heads have keys and values; H / G heads of queries share them. */
  nKvHeads: number;
  /** P, even. */
  headDim: number;
  /** F, the MLP's width. */
  dFf: number;
  /** θ, RoPE's base. */
  ropeTheta: number;
  /** Tokens that the model was made for. It reads on beyond them, as far as there is memory. */
  trainedContext: number;
}

/** A model with a state of constant size. */
export type SsmConfig = MambaConfig | Mamba2Config | S4dConfig;

/** Every architecture that runs here, told apart by `kind`. */
export type ModelConfig = SsmConfig | TransformerConfig;

/** E·N at most: states have a thread each, 64 in a workgroup, and WebGPU allows 65,535 workgroups along an axis. */
const MOST_STATES = 64 * 65_535;
/** Outputs of a matrix at most: with a single token a workgroup makes 32. */
const MOST_OUTPUTS = 32 * 65_535;

/** One reader for each `model_type`. A new architecture is a member of the union and a line here. */
const READERS: Readonly<Record<string, (fields: Fields) => ModelConfig>> = {
  mamba: readMamba,
  mamba2: readMamba2,
  s4d: readS4d,
  llama: readTransformer,
};

/**
 * Reads config.json; bare `Infinity` and `NaN`, as Python writes them, are understood.
 * @throws CheckpointError `corrupt` if it is not a JSON object, `foreign` if it describes another
 * kind of model, `unsupported` if a value is absurd or asks for what is not implemented.
 */
export function parseConfig(text: string, file = 'config.json'): ModelConfig {
  const fields = new Fields(parseJsonObject(text, file), file);
  const type = fields.get('model_type');
  const known = formatList(Object.keys(READERS));
  if (typeof type !== 'string') {
    const original = fields.get('d_model') !== undefined && fields.get('n_layer') !== undefined;
    const hint = original
      ? 'It looks like the original state-spaces layout: choose the same model in its "-hf" version.'
      : 'Choose the folder of a Hugging Face checkpoint.';
    throw new CheckpointError(
      'foreign',
      file,
      `${file} does not say what model it describes: model_type is missing. ${hint}`,
    );
  }
  const read = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (!read) {
    throw new CheckpointError(
      'foreign',
      file,
      `This config has model_type ${quote(type)}; supported is ${known}. Choose a checkpoint of one of these.`,
    );
  }
  return read(fields);
}

/**
 * What all have in common, under the names of transformers and with the defaults of its class for that kind. The sizes that no published checkpoint leaves out have no default here: a guess would only come back as
 * hundreds of mismatched tensors.
 */
function readCommon(
  fields: Fields,
  defaults: { epsilonName: string; epsilon: number; tieWordEmbeddings: boolean },
): CommonConfig {
  const activation = fields.get('hidden_act') ?? 'silu';
  if (activation !== 'silu') {
    throw fields.refuse('hidden_act', activation, '"silu"');
  }
  const quantised = fields.get('quantization_config') ?? null;
  if (quantised !== null) {
    throw fields.refuse('quantization_config', quantised, 'weights in F32, F16 or BF16');
  }
  const vocabSize = fields.integer('vocab_size', 1, 1_048_576);
  return {
    nLayers: fields.integer('num_hidden_layers', 1, 256),
    dModel: fields.integer('hidden_size', 1, 16_384),
    vocabSize,
    normEpsilon: fields.positive(defaults.epsilonName, 1, defaults.epsilon),
    tieWordEmbeddings: fields.flag('tie_word_embeddings', defaults.tieWordEmbeddings),
    eosTokenId: fields.token('eos_token_id', vocabSize, 0),
    bosTokenId: fields.token('bos_token_id', vocabSize, 0),
  };
}

/** The same of a state-space model, with what those have beside it. */
function readBase(
  fields: Fields,
  defaults: { dState: number; tieWordEmbeddings: boolean },
): BaseConfig {
  const { tieWordEmbeddings } = defaults;
  const named = { epsilonName: 'layer_norm_epsilon', epsilon: 1e-5, tieWordEmbeddings };
  const common = readCommon(fields, named);
  const dInner = innerSize(fields, common.dModel);
  const dState = fields.integer('state_size', 1, 1024, defaults.dState);
  if (dInner * dState > MOST_STATES) {
    const most = MOST_STATES.toLocaleString('en-GB');
    const wanted = `one with which the inner width, ${dInner}, × state_size is at most ${most}`;
    throw fields.refuse('state_size', dState, wanted);
  }
  return {
    ...common,
    dInner,
    dState,
    dConv: fields.integer('conv_kernel', 1, 64, 4),
    useBias: fields.flag('use_bias', false),
    useConvBias: fields.flag('use_conv_bias', true),
  };
}

function readMamba(fields: Fields): MambaConfig {
  const base = readBase(fields, { dState: 16, tieWordEmbeddings: true });
  const rank = fields.get('time_step_rank') ?? 'auto';
  const dtRank =
    rank === 'auto' ? Math.ceil(base.dModel / 16) : fields.integer('time_step_rank', 1, 16_384);
  return { kind: 'mamba', ...base, dtRank };
}

function readMamba2(fields: Fields): Mamba2Config {
  const base = readBase(fields, { dState: 128, tieWordEmbeddings: false });
  const nHeads = fields.integer('num_heads', 1, 65_535, 128);
  const headDim = fields.integer('head_dim', 1, 65_536, 64);
  if (nHeads * headDim !== base.dInner) {
    const wanted = `one with which num_heads × head_dim is the inner width, ${base.dInner}`;
    throw fields.refuse('head_dim', headDim, wanted);
  }
  const nGroups = fields.integer('n_groups', 1, nHeads, 8);
  if (nHeads % nGroups !== 0) {
    throw fields.refuse('n_groups', nGroups, `a divisor of num_heads, ${nHeads}`);
  }
  if (2 * base.dInner + 2 * nGroups * base.dState + nHeads > MOST_OUTPUTS) {
    const most = MOST_OUTPUTS.toLocaleString('en-GB');
    throw fields.refuse('n_groups', nGroups, `one with which in_proj has at most ${most} outputs`);
  }
  if (!fields.flag('rms_norm', true)) {
    throw fields.refuse('rms_norm', false, 'true');
  }
  const chunkSize = fields.integer('chunk_size', 1, 65_536, 256);
  const deltaLimit = fields.range('time_step_limit', [0, Infinity]);
  return { kind: 'mamba2', ...base, nHeads, headDim, nGroups, chunkSize, deltaLimit };
}

function readS4d(fields: Fields): S4dConfig {
  return { kind: 's4d', ...readBase(fields, { dState: 16, tieWordEmbeddings: true }) };
}

/** What of LlamaForCausalLM is not implemented is refused by its name. */
function readTransformer(fields: Fields): TransformerConfig {
  const named = { epsilonName: 'rms_norm_eps', epsilon: 1e-6, tieWordEmbeddings: false };
  const common = readCommon(fields, named);
  for (const bias of ['attention_bias', 'mlp_bias']) {
    if (fields.flag(bias, false)) throw fields.refuse(bias, true, 'false');
  }
  for (const absent of ['rope_scaling', 'sliding_window']) {
    const value = fields.get(absent) ?? null;
    if (value !== null) throw fields.refuse(absent, value, 'null');
  }
  const nHeads = fields.integer('num_attention_heads', 1, 1024);
  const headDim = fields.integer('head_dim', 1, 256, common.dModel / nHeads);
  if (headDim % 2 !== 0) throw fields.refuse('head_dim', headDim, 'an even number');
  const nKvHeads = fields.integer('num_key_value_heads', 1, nHeads, nHeads);
  if (nHeads % nKvHeads !== 0) {
    const wanted = `a divisor of num_attention_heads, ${nHeads}`;
    throw fields.refuse('num_key_value_heads', nKvHeads, wanted);
  }
  return {
    kind: 'transformer',
    ...common,
    nHeads,
    nKvHeads,
    headDim,
    dFf: fields.integer('intermediate_size', 1, 65_536),
    ropeTheta: readRopeTheta(fields),
    trainedContext: fields.integer('max_position_embeddings', 1, 1e9, 2048),
  };
}

/** θ, from where transformers 5 writes it or from where 4 did. */
function readRopeTheta(fields: Fields): number {
  const given = fields.get('rope_parameters') ?? {};
  if (!isObject(given)) throw fields.refuse('rope_parameters', given, 'an object');
  const rope = new Fields(given, fields.file);
  const type = rope.get('rope_type') ?? 'default';
  if (type !== 'default') throw fields.refuse('rope_type', type, '"default"');
  const part = rope.get('partial_rotary_factor') ?? fields.get('partial_rotary_factor') ?? 1;
  if (part !== 1) throw fields.refuse('partial_rotary_factor', part, '1');
  return rope.positive('rope_theta', 1e12, fields.positive('rope_theta', 1e12, 10_000));
}

/** E: as given, or expand·D rounded down, as transformers has it. */
function innerSize(fields: Fields, dModel: number): number {
  const most = 65_536;
  if ((fields.get('intermediate_size') ?? null) !== null) {
    return fields.integer('intermediate_size', 1, most);
  }
  const expand = fields.positive('expand', 64, 2);
  const size = Math.floor(expand * dModel);
  if (size >= 1 && size <= most) return size;
  throw fields.refuse('expand', expand, `one with which expand × hidden_size is from 1 to ${most}`);
}
