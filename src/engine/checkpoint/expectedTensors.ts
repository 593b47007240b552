/** The tensors that a checkpoint must hold, by the names of transformers (S4D: of the same kind). */
import type { ModelConfig, SsmConfig, TransformerConfig } from './config';
import { CheckpointError } from './errors';
import type { RawTensor } from './tensor';
import { formatList, formatShape } from './words';

/** One tensor that a model asks for. */
export interface ExpectedTensor {
  name: string;
  /** Row-major, as in the file. */
  shape: number[];
  /** True where a file may leave it out. */
  optional: boolean;
}

/** The embedding's name in the original state-spaces code, and in transformers. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['backbone.embedding.weight', 'backbone.embeddings.weight'],
]);

type Add = (name: string, shape: number[], optional?: boolean) => void;

/** What stands before and behind the layers, and what the layers' names begin with. */
export const outerNames = ({ kind }: Pick<ModelConfig, 'kind'>) =>
  kind === 'transformer'
    ? { embedding: 'model.embed_tokens.weight', layers: 'model.layers', norm: 'model.norm.weight' }
    : {
        embedding: 'backbone.embeddings.weight',
        layers: 'backbone.layers',
        norm: 'backbone.norm_f.weight',
      };

/** Every tensor of a model with this configuration; of a layer in the order in which it is used. */
export function expectedTensors(config: ModelConfig): ExpectedTensor[] {
  const { dModel: D, vocabSize: V } = config;
  const { embedding, layers, norm } = outerNames(config);
  const list: ExpectedTensor[] = [];
  const add: Add = (name, shape, optional = false) => void list.push({ name, shape, optional });
  add(embedding, [V, D]);
  for (let layer = 0; layer < config.nLayers; layer++) {
    const within: Add = (name, ...rest) => add(`${layers}.${layer}.${name}`, ...rest);
    if (config.kind === 'transformer') {
      addTransformerLayer(config, within);
      continue;
    }
    within('norm.weight', [D]);
    addMixer(config, (name, shape) => within(`mixer.${name}`, shape));
  }
  add(norm, [D]);
  // A tied head is the embedding again: some writers store it all the same, and it is then ignored.
  add('lm_head.weight', [V, D], config.tieWordEmbeddings);
  return list;
}

function addTransformerLayer(config: TransformerConfig, add: Add): void {
  const { dModel: D, nHeads: H, nKvHeads: G, headDim: P, dFf: F } = config;
  add('input_layernorm.weight', [D]);
  add('self_attn.q_proj.weight', [H * P, D]);
  add('self_attn.k_proj.weight', [G * P, D]);
  add('self_attn.v_proj.weight', [G * P, D]);
  // Old checkpoints store RoPE's rates, which follow from θ.
  add('self_attn.rotary_emb.inv_freq', [P / 2], true);
  add('self_attn.o_proj.weight', [D, H * P]);
  add('post_attention_layernorm.weight', [D]);
  add('mlp.gate_proj.weight', [F, D]);
  add('mlp.up_proj.weight', [F, D]);
  add('mlp.down_proj.weight', [D, F]);
}

function addMixer(config: SsmConfig, add: Add): void {
  const { dModel: D, dInner: E, dState: N, dConv: K, useBias, useConvBias } = config;
  // Mamba-2 makes z, x, B, C and Δ in one projection, and convolves x, B and C.
  const groups = config.kind === 'mamba2' ? 2 * config.nGroups * N : 0;
  const width = config.kind === 'mamba2' ? 2 * E + groups + config.nHeads : 2 * E;
  const convolved = E + groups;
  add('in_proj.weight', [width, D]);
  if (useBias) add('in_proj.bias', [width]);
  add('conv1d.weight', [convolved, 1, K]);
  if (useConvBias) add('conv1d.bias', [convolved]);
  if (config.kind === 'mamba') {
    add('x_proj.weight', [config.dtRank + 2 * N, E]);
    add('dt_proj.weight', [E, config.dtRank]);
    add('dt_proj.bias', [E]);
    add('A_log', [E, N]);
    add('D', [E]);
  } else if (config.kind === 'mamba2') {
    add('dt_bias', [config.nHeads]);
    add('A_log', [config.nHeads]);
    add('D', [config.nHeads]);
    add('norm.weight', [E]);
  } else {
    add('log_dt', [E]);
    add('A_log', [E, N]);
    add('A_imag', [E, N]);
    add('C', [E, N, 2]);
    add('D', [E]);
  }
  add('out_proj.weight', [D, E]);
  if (useBias) add('out_proj.bias', [D]);
}

/**
 * Checks that a file holds exactly what its config.json asks for: no tensor missing, none unknown,
 * every shape right, every element a float.
 * @returns the same tensors under transformers' names, also where the file uses the original ones.
 * @throws CheckpointError `mismatch` that names the tensors.
 */
export function validateTensors(
  config: ModelConfig,
  tensors: ReadonlyMap<string, RawTensor>,
  file = 'model.safetensors',
): Map<string, RawTensor> {
  const found = new Map<string, RawTensor>();
  const unknown: string[] = [];
  for (const [name, tensor] of tensors) {
    const canonical = ALIASES.get(name) ?? name;
    // Both spellings in one file: one of them belongs to nothing.
    if (found.has(canonical)) unknown.push(name);
    else found.set(canonical, { ...tensor, name: canonical });
  }
  const missing: string[] = [];
  const misshapen: string[] = [];
  const notFloat: string[] = [];
  const expected = expectedTensors(config);
  for (const { name, shape, optional } of expected) {
    const tensor = found.get(name);
    if (!tensor) {
      if (!optional) missing.push(name);
      continue;
    }
    if (!sameShape(tensor.shape, shape)) {
      misshapen.push(`${name} is ${formatShape(tensor.shape)} instead of ${formatShape(shape)}`);
    }
    if (tensor.dtype === 'I32' || tensor.dtype === 'I64') {
      notFloat.push(`${name} (${tensor.dtype})`);
    }
  }
  const names = new Set(expected.map(({ name }) => name));
  unknown.push(...[...found.keys()].filter((name) => !names.has(name)));

  const problems = [
    complain('Missing', missing),
    complain('Unknown', unknown),
    complain('Of the wrong shape', misshapen),
    complain('Integers in place of weights', notFloat),
  ].filter((line) => line !== '');
  if (problems.length > 0) {
    throw new CheckpointError(
      'mismatch',
      file,
      `${file} and config.json do not belong together. ${problems.join(' ')} Take both files from the same checkpoint.`,
    );
  }
  return found;
}

function complain(what: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${what} (${items.length}): ${formatList(items)}.`;
}

function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((n, i) => n === b[i]);
}
