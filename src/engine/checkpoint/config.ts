/**
 * config.json: what a model is. Everything is checked here, by name, before anything is allocated:
 * later code multiplies these numbers without looking twice.
 */
import { CheckpointError } from './errors';
import { Fields } from './fields';
import { parseJsonObject } from './json';
import { formatList, quote } from './words';

/** Mamba as `MambaForCausalLM` of transformers describes it. Letters are DESIGN's. */
export interface MambaConfig {
  kind: 'mamba';
  nLayers: number;
  /** D. */
  dModel: number;
  /** E. */
  dInner: number;
  /** N, states a channel. */
  dState: number;
  /** R, the rank of Δ's projection. */
  dtRank: number;
  /** Taps of the causal convolution. */
  dConv: number;
  /** V. */
  vocabSize: number;
  /** ε of every RMSNorm. */
  normEpsilon: number;
  /** Whether in_proj and out_proj have a bias. */
  useBias: boolean;
  useConvBias: boolean;
  /** Whether the output head is the embedding matrix. */
  tieWordEmbeddings: boolean;
  eosTokenId: number | null;
  bosTokenId: number | null;
}

/** Every architecture that runs here, told apart by `kind`. */
export type ModelConfig = MambaConfig;

/** One reader for each `model_type`. A new architecture is a member of the union and a line here. */
const READERS: Readonly<Record<string, (fields: Fields) => ModelConfig>> = { mamba: readMamba };

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
      `This is a ${quote(type).slice(1, -1)} model; Inside Mamba runs ${known}. Choose a checkpoint whose config.json gives model_type as ${known}.`,
    );
  }
  return read(fields);
}

/**
 * Names and defaults of transformers' MambaConfig. The sizes that no published checkpoint leaves out
 * have no default here: a guess would only come back as hundreds of mismatched tensors.
 */
function readMamba(fields: Fields): MambaConfig {
  const activation = fields.get('hidden_act') ?? 'silu';
  if (activation !== 'silu') {
    throw fields.refuse(
      'hidden_act',
      activation,
      '"silu", the only activation that Mamba runs with here',
    );
  }
  const dModel = fields.integer('hidden_size', 1, 16_384);
  const vocabSize = fields.integer('vocab_size', 1, 1_048_576);
  const rank = fields.get('time_step_rank') ?? 'auto';
  return {
    kind: 'mamba',
    nLayers: fields.integer('num_hidden_layers', 1, 256),
    dModel,
    dInner: innerSize(fields, dModel),
    dState: fields.integer('state_size', 1, 1024, 16),
    dtRank: rank === 'auto' ? Math.ceil(dModel / 16) : fields.integer('time_step_rank', 1, 16_384),
    dConv: fields.integer('conv_kernel', 1, 64, 4),
    vocabSize,
    normEpsilon: fields.positive('layer_norm_epsilon', 1, 1e-5),
    useBias: fields.flag('use_bias', false),
    useConvBias: fields.flag('use_conv_bias', true),
    tieWordEmbeddings: fields.flag('tie_word_embeddings', true),
    eosTokenId: fields.token('eos_token_id', vocabSize, 0),
    bosTokenId: fields.token('bos_token_id', vocabSize, 0),
  };
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
  throw fields.refuse('expand', expand, `such that expand × hidden_size is from 1 to ${most}`);
}
