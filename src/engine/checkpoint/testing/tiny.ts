/** A checkpoint small enough for tests, made from nothing: every file as a person would publish it. */
import { parseConfig, type MambaConfig } from '../config';
import { CheckpointError } from '../errors';
import { expectedTensors } from '../expectedTensors';
import { BYTES_PER_ELEMENT, type Dtype, type RawTensor } from '../tensor';

export const encode = (text: string) => new TextEncoder().encode(text);

/** Hexadecimal SHA-256. */
export async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A header's text and some data as a safetensors file. */
export function assemble(header: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const json = encode(header);
  const file = new Uint8Array(8 + json.byteLength + data.byteLength);
  new DataView(file.buffer).setBigUint64(0, BigInt(json.byteLength), true);
  file.set(json, 8);
  file.set(data, 8 + json.byteLength);
  return file;
}

/** Tensors as a safetensors file, in the order given. */
export function writeSafetensors(tensors: readonly RawTensor[]): Uint8Array<ArrayBuffer> {
  let end = 0;
  // Entries, not assignments: a tensor may be called __proto__.
  const entries = tensors.map(({ name, dtype, shape, bytes }) => [
    name,
    { dtype, shape, data_offsets: [end, (end += bytes.byteLength)] },
  ]);
  const header = Object.fromEntries([['__metadata__', { format: 'pt' }], ...entries]) as object;
  const data = new Uint8Array(end);
  let at = 0;
  for (const { bytes } of tensors) {
    data.set(bytes, at);
    at += bytes.byteLength;
  }
  return assemble(JSON.stringify(header), data);
}

/** A tensor whose bytes count upwards. */
export function tensorOf(name: string, shape: number[], dtype: Dtype = 'F16'): RawTensor {
  const size = shape.reduce((product, n) => product * n, BYTES_PER_ELEMENT[dtype]);
  return { name, dtype, shape, bytes: Uint8Array.from({ length: size }, (_, i) => i & 63) };
}

export const TINY_CONFIG = {
  model_type: 'mamba',
  vocab_size: 258,
  hidden_size: 4,
  state_size: 2,
  num_hidden_layers: 2,
  intermediate_size: 8,
  time_step_rank: 1,
  tie_word_embeddings: true,
};

export function tinyConfig(changes: Record<string, unknown> = {}): MambaConfig {
  return parseConfig(JSON.stringify({ ...TINY_CONFIG, ...changes })) as MambaConfig;
}

export function tinyTensors(config = tinyConfig()): RawTensor[] {
  return expectedTensors(config)
    .filter(({ optional }) => !optional)
    .map(({ name, shape }) => tensorOf(name, shape));
}

const prints = (byte: number) => (byte > 32 && byte < 127) || (byte > 160 && byte !== 173);

/** A tokenizer.json of the 256 bytes, one merge (`he`) and one special token. */
export function tinyTokenizer(): Record<string, unknown> & { model: Record<string, unknown> } {
  let next = 256;
  const alphabet = Array.from({ length: 256 }, (_, byte) =>
    String.fromCharCode(prints(byte) ? byte : next++),
  );
  const vocab = Object.fromEntries([...alphabet, 'he'].map((entry, i) => [entry, i + 1]));
  return {
    version: '1.0',
    added_tokens: [{ id: 0, content: '<|endoftext|>', special: true }],
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    model: { type: 'BPE', vocab, merges: [['h', 'e']] },
  };
}

/** The three files of a checkpoint. */
export function tinyFiles(): Record<string, Uint8Array> {
  return {
    'config.json': encode(JSON.stringify(TINY_CONFIG)),
    'tokenizer.json': encode(JSON.stringify(tinyTokenizer())),
    'model.safetensors': writeSafetensors(tinyTensors()),
  };
}

/** The same with a manifest.json that vouches for them. */
export async function vouchedFiles(title = 'Tiny'): Promise<Record<string, Uint8Array>> {
  const files = tinyFiles();
  const facts = await Promise.all(
    Object.entries(files).map(async ([name, bytes]) => {
      return [name, { bytes: bytes.byteLength, sha256: await sha256(bytes) }] as const;
    }),
  );
  const manifest = { title, files: Object.fromEntries(facts) };
  return { 'manifest.json': encode(JSON.stringify(manifest)), ...files };
}

/** The CheckpointError that an action fails with; anything else fails the test. */
export async function failure(action: () => unknown): Promise<CheckpointError> {
  try {
    await action();
  } catch (error) {
    if (error instanceof CheckpointError) return error;
    throw error;
  }
  throw new Error('It should have failed.');
}
