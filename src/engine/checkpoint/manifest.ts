/**
 * manifest.json: what the files of a model folder should be, so that a damaged download is noticed
 * and a cached file is known to be the current one. Foreign folders have none, and need none.
 */
import { CheckpointError } from './errors';
import { isObject, parseJsonObject } from './json';
import { quote } from './words';

/** The name of the file itself. */
export const MANIFEST_FILE = 'manifest.json';

/** What a file should be. */
export interface FileFacts {
  bytes: number;
  /** 64 lower-case hexadecimal digits. */
  sha256: string;
}

export interface Manifest {
  /** The model's name for people. */
  title: string | null;
  files: ReadonlyMap<string, FileFacts>;
}

/**
 * Reads `{ "title": "…", "files": { "model.safetensors": { "bytes": n, "sha256": "hex" }, … } }`.
 * Other members are left for later versions.
 * @throws CheckpointError `corrupt`.
 */
export function parseManifest(text: string): Manifest {
  const { title = null, files } = parseJsonObject(text, MANIFEST_FILE);
  if (title !== null && typeof title !== 'string') throw broken('its title is not text');
  if (!isObject(files)) throw broken('it lists no files');
  const facts = new Map<string, FileFacts>();
  for (const [name, value] of Object.entries(files)) {
    if (!/^[\w-][\w.-]*$/.test(name))
      throw broken(`${quote(name)} is not the name of a file beside it`);
    if (!isObject(value)) throw broken(`${quote(name)} is not described by an object`);
    const { bytes, sha256 } = value;
    if (typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 0) {
      throw broken(`${quote(name)} has no proper number of bytes`);
    }
    if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) {
      throw broken(`${quote(name)} has no proper sha256`);
    }
    facts.set(name, { bytes, sha256 });
  }
  return { title, files: facts };
}

function broken(what: string): CheckpointError {
  return new CheckpointError(
    'corrupt',
    MANIFEST_FILE,
    `manifest.json is unusable: ${what}. Write it again with "npm run manifest", or delete it: a model runs without.`,
  );
}
