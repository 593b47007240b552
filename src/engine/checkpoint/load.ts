/** A checkpoint, from its folder to checked tensors in memory. */
import { parseConfig, type ModelConfig } from './config';
import { CheckpointError } from './errors';
import { decodeText } from './json';
import { MANIFEST_FILE, parseManifest, type Manifest } from './manifest';
import { validateTensors } from './expectedTensors';
import { readFile } from './read';
import { readTensors } from './safetensors';
import { addShard, parseIndex } from './shards';
import type { CheckpointSource } from './source';
import type { RawTensor } from './tensor';
import { parseTokenizer, type Tokenizer } from '../tokenizer/tokenizer';

/** A model as its files give it: everything checked, nothing converted. */
export interface Checkpoint {
  config: ModelConfig;
  /** By the names of transformers; views of one buffer that holds the whole file. */
  tensors: Map<string, RawTensor>;
  /** Null where the folder has no tokenizer.json: the model then runs on token numbers only. */
  tokenizer: Tokenizer | null;
  /** The manifest's name for people, null without a manifest. */
  title: string | null;
  /** The folder's name. */
  name: string;
}

/** Progress over all files together. `bytes` never falls; `total` is null until it is known. */
export interface LoadProgress {
  /** The file being read. */
  file: string;
  bytes: number;
  total: number | null;
}

export interface LoadOptions {
  signal?: AbortSignal;
  /** Called at least every 64 KB. */
  onProgress?: (progress: LoadProgress) => void;
}

const CONFIG_FILE = 'config.json';
const TOKENIZER_FILE = 'tokenizer.json';
const WEIGHTS_FILE = 'model.safetensors';
const INDEX_FILE = 'model.safetensors.index.json';

/** Far above any real one: a wrong file is refused before it fills the memory. */
const MAX_JSON = 4_000_000;
const MAX_TOKENIZER = 100_000_000;

/**
 * Loads a checkpoint: manifest.json (optional), config.json, tokenizer.json (optional), the weights in one
 * model.safetensors or in the several files of model.safetensors.index.json. What the manifest lists must be there, whole and undamaged.
 * @throws CheckpointError, and nothing else, for whatever is wrong with the files or the way to them.
 */
export async function loadCheckpoint(
  source: CheckpointSource,
  options: LoadOptions = {},
): Promise<Checkpoint> {
  const { signal } = options;
  const notes = await readFile(source, MANIFEST_FILE, { signal, maxBytes: MAX_JSON });
  const manifest = notes && parseManifest(decodeText(notes, MANIFEST_FILE));
  const read = reader(source, manifest, options);

  const config = parseConfig(decodeText(await read.needed(CONFIG_FILE, MAX_JSON), CONFIG_FILE));
  const words = await read.optional(TOKENIZER_FILE, MAX_TOKENIZER);
  const tokenizer = words && parseTokenizer(decodeText(words, TOKENIZER_FILE), TOKENIZER_FILE);
  if (tokenizer && tokenizer.vocabSize > config.vocabSize) {
    throw new CheckpointError(
      'mismatch',
      TOKENIZER_FILE,
      `tokenizer.json has ${tokenizer.vocabSize} tokens, but the model has only ${config.vocabSize}. Take both files from the same checkpoint.`,
    );
  }
  const weights = await read.optional(WEIGHTS_FILE);
  const [found, file] = weights
    ? [readTensors(weights, WEIGHTS_FILE), WEIGHTS_FILE]
    : [await readShards(read), INDEX_FILE];
  const tensors = validateTensors(config, found, file);
  return { config, tensors, tokenizer, title: manifest?.title ?? null, name: source.name };
}

/** Reads one file after the other and counts their bytes together. */
function reader(
  source: CheckpointSource,
  manifest: Manifest | null,
  { signal, onProgress }: LoadOptions,
) {
  let done = 0;
  const sizes = [CONFIG_FILE, TOKENIZER_FILE, WEIGHTS_FILE].map((file) =>
    manifest?.files.get(file),
  );
  // A manifest without the weights cannot tell how long it will take.
  let planned = sizes[2] ? sizes.reduce((sum, facts) => sum + (facts?.bytes ?? 0), 0) : null;

  const optional = async (file: string, maxBytes?: number) => {
    const expected = manifest?.files.get(file);
    const bytes = await readFile(source, file, {
      signal,
      maxBytes,
      expected,
      onProgress(soFar, total) {
        // The weights come last, so their length completes the sum where no manifest foretold it.
        const last = file === WEIGHTS_FILE && total !== null ? done + total : null;
        const foretold = planned ?? last;
        // An index counts the tensors alone; the headers come on top.
        const sum = foretold && Math.max(foretold, done + soFar);
        onProgress?.({ file, bytes: done + soFar, total: sum });
      },
    });
    if (!bytes && expected) throw missing(file, 'manifest.json lists it.');
    done += bytes?.byteLength ?? 0;
    return bytes;
  };
  const needed = async (
    file: string,
    maxBytes: number,
    why = 'A checkpoint needs it to say what the model is.',
  ) => {
    const bytes = await optional(file, maxBytes);
    if (!bytes) throw missing(file, why);
    return bytes;
  };
  /** Says how many bytes of weights are still to come. */
  const plan = (bytes: number): void => {
    planned ??= done + bytes;
  };
  return { optional, needed, plan };
}

/** Weights that are split over several files: what the index names, and nothing else. */
async function readShards(read: ReturnType<typeof reader>): Promise<Map<string, RawTensor>> {
  const index = await read.optional(INDEX_FILE, MAX_JSON);
  if (!index) {
    throw missing(
      WEIGHTS_FILE,
      'If the folder has weights of another kind, such as pytorch_model.bin, save them with safetensors first.',
    );
  }
  const { files, totalBytes } = parseIndex(decodeText(index, INDEX_FILE), INDEX_FILE);
  if (totalBytes !== null) read.plan(totalBytes);
  const tensors = new Map<string, RawTensor>();
  for (const [file, names] of files) {
    const bytes = await read.needed(file, Infinity, `${INDEX_FILE} names it.`);
    addShard(tensors, readTensors(bytes, file), names, file);
  }
  return tensors;
}

function missing(file: string, why: string): CheckpointError {
  return new CheckpointError(
    'missing',
    file,
    `The folder has no ${file}. ${why} Check that you chose the whole model folder.`,
  );
}
