/**
 * Keeps weights in the browser's Cache storage, so that a second visit downloads nothing and works
 * without a network. Files are kept under their address and SHA-256; only what the manifest vouches
 * for is kept, and only after it was checked.
 */
import { CheckpointError } from './errors';
import { FileCache, type CacheStorageLike } from './fileCache';
import { decodeText } from './json';
import { MANIFEST_FILE, parseManifest, type FileFacts, type Manifest } from './manifest';
import { readFile } from './read';
import { openBytes, type CheckpointSource, type OpenedFile } from './source';

export interface CacheOptions {
  /** The name of the browser's cache. */
  cacheName?: string;
  /** What the files should be; left out, it is learnt from the source's manifest.json. */
  manifest?: Manifest | null;
  /** The browser's `caches`, or a stand-in. Without one nothing is cached. */
  storage?: CacheStorageLike | undefined;
}

/** manifest.json is a few hundred bytes; more than this is something else. */
const MAX_MANIFEST = 1_000_000;

/**
 * The same files as `source`, from the cache where it has them. The manifest is always asked of the
 * source first, so that a new version of a model is noticed; where the network is down, its cached
 * copy leads to the cached files. A cached file that is not what the manifest says is dropped and
 * fetched again. Failures of the cache itself (no room, private window) only cost the caching.
 */
export function cachedSource(
  source: CheckpointSource,
  options: CacheOptions = {},
): CheckpointSource {
  // `caches` is missing in Node and on pages that are not served securely.
  const { cacheName = 'inside-mamba-models', storage = globalThis.caches } = options;
  const address = source.address?.bind(source);
  if (!storage || !address || !isCacheable(address(MANIFEST_FILE))) return source;
  const cache = new FileCache(storage, cacheName);
  let manifest = options.manifest;
  /** Files last served from the cache: there is no need to store them again. */
  const fromCache = new Set<string>();

  const openManifest = async (signal?: AbortSignal): Promise<OpenedFile | null> => {
    const url = address(MANIFEST_FILE);
    let bytes: Uint8Array | null;
    try {
      const fetched = await readFile(source, MANIFEST_FILE, { signal, maxBytes: MAX_MANIFEST });
      if (fetched) await cache.put(url, fetched);
      bytes = fetched;
    } catch (error) {
      if (!(error instanceof CheckpointError) || error.code !== 'network') throw error;
      bytes = await cache.match(url, MANIFEST_FILE, { maxBytes: MAX_MANIFEST, signal });
      if (!bytes) throw error;
    }
    if (options.manifest === undefined) manifest = bytes && readManifest(bytes);
    return bytes && openBytes(bytes);
  };

  const factsOf = async (file: string, signal?: AbortSignal): Promise<FileFacts | undefined> => {
    if (manifest === undefined) await openManifest(signal);
    return manifest?.files.get(file);
  };

  return {
    name: source.name,
    address,
    async open(file, signal) {
      if (file === MANIFEST_FILE) return openManifest(signal);
      const expected = await factsOf(file, signal);
      if (!expected) return source.open(file, signal);
      const bytes = await cache.match(keyOf(address(file), expected), file, { expected, signal });
      if (!bytes) {
        fromCache.delete(file);
        return source.open(file, signal);
      }
      fromCache.add(file);
      return openBytes(bytes);
    },
    async keep(file, bytes) {
      const facts = manifest?.files.get(file);
      if (facts && !fromCache.has(file)) {
        await cache.replace(address(file), keyOf(address(file), facts), bytes);
      }
      await source.keep?.(file, bytes);
    },
  };
}

/** The key of one version of a file. */
function keyOf(url: string, facts: FileFacts): string {
  return `${url}?sha256=${facts.sha256}`;
}

/** The Cache API takes only addresses of the web. */
function isCacheable(url: string): boolean {
  try {
    return /^https?:$/.test(new URL(url, globalThis.location?.href).protocol);
  } catch {
    return false;
  }
}

/** A manifest that cannot be read vouches for nothing; whoever loads the model is told why. */
function readManifest(bytes: Uint8Array): Manifest | null {
  try {
    return parseManifest(decodeText(bytes, MANIFEST_FILE));
  } catch {
    return null;
  }
}
