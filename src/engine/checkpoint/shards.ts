/** model.safetensors.index.json: which file holds which tensor, where the weights are split over several. */
import { CheckpointError } from './errors';
import { isObject, parseJsonObject } from './json';
import type { RawTensor } from './tensor';
import { formatList, quote } from './words';

/** Far more than any published checkpoint has. */
const MOST_SHARDS = 1000;

export interface ShardIndex {
  /** The tensors of each file, by name, the files in their own order. */
  files: Map<string, Set<string>>;
  /** Bytes of all tensors together, if the index says so. */
  totalBytes: number | null;
}

/**
 * Reads an index.
 * @throws CheckpointError `corrupt` if it is not one, or names files that are not plain names of this folder.
 */
export function parseIndex(text: string, file: string): ShardIndex {
  const { weight_map: map, metadata } = parseJsonObject(text, file);
  if (!isObject(map) || Object.keys(map).length === 0) {
    throw corrupt(file, 'it has no weight_map');
  }
  const files = new Map<string, Set<string>>();
  for (const [tensor, shard] of Object.entries(map)) {
    if (typeof shard !== 'string' || !/^[\w.-]+\.safetensors$/.test(shard)) {
      throw corrupt(file, `${quote(shard)} is not a safetensors file of this folder`);
    }
    const tensors = files.get(shard) ?? new Set();
    files.set(shard, tensors.add(tensor));
  }
  if (files.size > MOST_SHARDS) throw corrupt(file, `it names ${files.size} files`);
  const total = isObject(metadata) ? metadata['total_size'] : undefined;
  const totalBytes =
    typeof total === 'number' && Number.isSafeInteger(total) && total > 0 ? total : null;
  return { files: new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1))), totalBytes };
}

/**
 * Adds a shard's tensors to those that are there.
 * @throws CheckpointError `mismatch` if the shard does not hold exactly what the index says.
 */
export function addShard(
  tensors: Map<string, RawTensor>,
  shard: ReadonlyMap<string, RawTensor>,
  expected: ReadonlySet<string>,
  file: string,
): void {
  const missing = [...expected].filter((name) => !shard.has(name));
  const unknown = [...shard.keys()].filter((name) => !expected.has(name));
  if (missing.length > 0 || unknown.length > 0) {
    const what = [
      missing.length > 0 ? `lacks ${formatList(missing)}` : '',
      unknown.length > 0 ? `holds ${formatList(unknown)} besides` : '',
    ].filter((part) => part !== '');
    throw new CheckpointError(
      'mismatch',
      file,
      `${file} is not the file that the index describes: it ${what.join(' and ')}. Take all files from the same checkpoint.`,
    );
  }
  for (const [name, tensor] of shard) tensors.set(name, tensor);
}

function corrupt(file: string, why: string): CheckpointError {
  return new CheckpointError('corrupt', file, `${file} is damaged: ${why}. Download it again.`);
}
