import { fileURLToPath } from 'node:url';
import { parseConfig } from '../checkpoint/config';
import { expectedTensors } from '../checkpoint/expectedTensors';
import { loadCheckpoint, type Checkpoint } from '../checkpoint/load';
import { folderSource } from '../checkpoint/node/folderSource';
import type { RawTensor } from '../checkpoint/tensor';
import { Random } from './random';

/** One small random model of each family, for tests of every number in it. Two layers each. */
export const tinyModels: { family: string; load: () => Promise<Checkpoint> }[] = [
  { family: 'Mamba', load: () => fixture('mamba-odd') },
  { family: 'Mamba-2', load: () => fixture('mamba2-groups') },
  { family: 'S4D', load: async () => tinyS4d() },
];

const fixture = (name: string): Promise<Checkpoint> =>
  loadCheckpoint(folderSource(fileURLToPath(new URL(`fixtures/${name}/`, import.meta.url))));

/** S4D has no implementation to take a fixture from: weights of a seed, about as large as trained ones are. */
function tinyS4d(): Checkpoint {
  const config = parseConfig(
    JSON.stringify({
      model_type: 's4d',
      vocab_size: 37,
      hidden_size: 12,
      intermediate_size: 20,
      state_size: 6,
      num_hidden_layers: 2,
      conv_kernel: 3,
      use_bias: true,
      tie_word_embeddings: true,
    }),
  );
  const random = new Random(31);
  const tensors = expectedTensors(config).map(({ name, shape }): [string, RawTensor] => {
    const size = shape.reduce((a, b) => a * b, 1);
    const values = random.values(size, ...rangeOf(name));
    return [name, { name, shape, dtype: 'F32', bytes: new Uint8Array(values.buffer) }];
  });
  return { config, tensors: new Map(tensors), tokenizer: null, title: null, name: 'tiny-s4d' };
}

function rangeOf(name: string): [number, number] {
  if (name.endsWith('log_dt')) return [-5, -1];
  if (name.endsWith('A_imag')) return [0, 15];
  if (name.endsWith('A_log')) return [-1, 0];
  if (name.includes('norm')) return [0.8, 1.2];
  return [-0.5, 0.5];
}
