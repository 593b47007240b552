/**
 * Whole files in the browser's Cache storage. Nothing here ever throws but `cancelled`: a cache that
 * is full, forbidden or broken behaves like an empty one.
 */
import { CheckpointError } from './errors';
import { readFile, type ReadOptions } from './read';
import { openResponse } from './source';

/** The part of a browser's Cache that is used. */
export interface CacheLike {
  match(url: string): Promise<Response | undefined>;
  put(url: string, response: Response): Promise<void>;
  delete(url: string): Promise<boolean>;
  keys(): Promise<readonly { readonly url: string }[]>;
}

/** The part of the browser's `caches` that is used. */
export interface CacheStorageLike {
  open(name: string): Promise<CacheLike>;
}

/** Bytes handed to the browser at a time. */
const SLICE = 262_144;

export class FileCache {
  private readonly storage: CacheStorageLike;
  private readonly name: string;

  constructor(storage: CacheStorageLike, name: string) {
    this.storage = storage;
    this.name = name;
  }

  /**
   * The bytes under a key, checked as `options` say; null if there are none or they are wrong, in
   * which case the entry is dropped.
   * @throws CheckpointError `cancelled`.
   */
  async match(key: string, file: string, options: ReadOptions): Promise<Uint8Array | null> {
    const cache = await this.open();
    const response = await cache?.match(key).catch(() => undefined);
    if (!cache || !response) return null;
    try {
      const entry = { name: this.name, open: async () => openResponse(response, file) };
      return await readFile(entry, file, options);
    } catch (error) {
      if (error instanceof CheckpointError && error.code === 'cancelled') throw error;
      await cache.delete(key).catch(() => false);
      return null;
    }
  }

  /** Stores a file, if there is room. The bytes must not change until it is done. */
  async put(key: string, bytes: Uint8Array): Promise<boolean> {
    const cache = await this.open();
    if (!cache) return false;
    try {
      // A Response made of an array copies it whole; a stream holds one slice at a time.
      const headers = { 'content-length': String(bytes.byteLength) };
      await cache.put(key, new Response(stream(bytes), { headers }));
      return true;
    } catch {
      return false;
    }
  }

  /** Stores a file, then drops every other version of the same address. */
  async replace(url: string, key: string, bytes: Uint8Array): Promise<void> {
    if (!(await this.put(key, bytes))) return;
    const cache = await this.open();
    try {
      const stale = ((await cache?.keys()) ?? [])
        .map((entry) => entry.url)
        .filter((entry) => entry.startsWith(`${absolute(url)}?sha256=`) && entry !== absolute(key));
      await Promise.all(stale.map((entry) => cache?.delete(entry)));
    } catch {
      // An old version that stays costs room, nothing else.
    }
  }

  private async open(): Promise<CacheLike | null> {
    try {
      return await this.storage.open(this.name);
    } catch {
      return null;
    }
  }
}

function stream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.byteLength) return controller.close();
      controller.enqueue(bytes.subarray(at, at + SLICE));
      at += SLICE;
    },
  });
}

/** An address as the cache's own keys are written. */
function absolute(url: string): string {
  return new URL(url, globalThis.location?.href).href;
}
