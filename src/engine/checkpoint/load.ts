/** A checkpoint, from its folder to checked tensors in memory. */
import { parseConfig, type ModelConfig } from './config';
import { CheckpointError } from './errors';
import { decodeText, isObject, parseJsonObject } from './json';
import { MANIFEST_FILE, parseManifest, type Manifest } from './manifest';
import { validateTensors } from './expectedTensors';
import { readFile } from './read';
import { readTensors } from './safetensors';
import type { CheckpointSource } from './source';
import type { RawTensor } from './tensor';
import { formatList } from './words';
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
 * Loads a checkpoint: manifest.json (optional), config.json, tokenizer.json (optional),
 * model.safetensors. What the manifest lists must be there, whole and undamaged.
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
  if (!weights) throw await withoutWeights(source, signal);
  const tensors = validateTensors(config, readTensors(weights, WEIGHTS_FILE), WEIGHTS_FILE);
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
  const planned = sizes[2] ? sizes.reduce((sum, facts) => sum + (facts?.bytes ?? 0), 0) : null;

  const optional = async (file: string, maxBytes?: number) => {
    const expected = manifest?.files.get(file);
    const bytes = await readFile(source, file, {
      signal,
      maxBytes,
      expected,
      onProgress(soFar, total) {
        // The weights come last, so their length completes the sum where no manifest foretold it.
        const last = file === WEIGHTS_FILE && total !== null ? done + total : null;
        onProgress?.({ file, bytes: done + soFar, total: planned ?? last });
      },
    });
    if (!bytes && expected) throw missing(file, 'manifest.json lists it.');
    done += bytes?.byteLength ?? 0;
    return bytes;
  };
  const needed = async (file: string, maxBytes: number) => {
    const bytes = await optional(file, maxBytes);
    if (!bytes) throw missing(file, 'A checkpoint needs it to say what the model is.');
    return bytes;
  };
  return { optional, needed };
}

/** Without model.safetensors: are the weights there in several pieces? */
async function withoutWeights(
  source: CheckpointSource,
  signal: AbortSignal | undefined,
): Promise<CheckpointError> {
  const bytes = await readFile(source, INDEX_FILE, { signal, maxBytes: MAX_JSON });
  if (!bytes) {
    return missing(
      WEIGHTS_FILE,
      'If the folder has weights of another kind, such as pytorch_model.bin, save them with safetensors first.',
    );
  }
  const { weight_map: map } = parseJsonObject(decodeText(bytes, INDEX_FILE), INDEX_FILE);
  const shards = isObject(map) ? [...new Set(Object.values(map).map(String))].toSorted() : [];
  return new CheckpointError(
    'unsupported',
    INDEX_FILE,
    `These weights are split over ${shards.length} files (${formatList(shards)}); Inside Mamba reads one. Save the model again as a single ${WEIGHTS_FILE}.`,
  );
}

function missing(file: string, why: string): CheckpointError {
  return new CheckpointError(
    'missing',
    file,
    `The folder has no ${file}. ${why} Check that you chose the whole model folder.`,
  );
}
