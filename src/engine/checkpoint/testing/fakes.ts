/** A browser's cache and a web server, in memory, for tests. */
import type { CacheLike, CacheStorageLike } from '../fileCache';
import type { FetchLike } from '../source';

/** The browser's `caches`, in memory; `fails` makes an operation throw. */
export class FakeStorage implements CacheStorageLike {
  readonly entries = new Map<string, Uint8Array>();
  readonly names: string[] = [];
  readonly pending: Promise<unknown>[] = [];
  largestChunk = 0;
  puts = 0;
  fails: 'open' | 'match' | 'put' | 'keys' | null = null;

  async open(name: string): Promise<CacheLike> {
    this.refuse('open');
    this.names.push(name);
    return {
      match: async (url) => {
        this.refuse('match');
        const bytes = this.entries.get(url);
        return bytes && new Response(new Uint8Array(bytes));
      },
      put: (url, response) => {
        const work = this.store(url, response);
        this.pending.push(work.catch(() => {}));
        return work;
      },
      delete: async (url) => this.entries.delete(url),
      keys: async () => {
        this.refuse('keys');
        return [...this.entries.keys()].map((url) => ({ url }));
      },
    };
  }

  async settled(): Promise<void> {
    for (let i = 0; i < 10; i++) {
      await Promise.all(this.pending);
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  }

  private async store(url: string, response: Response): Promise<void> {
    this.refuse('put');
    this.puts++;
    const chunks: Uint8Array[] = [];
    const reader = response.body!.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      this.largestChunk = Math.max(this.largestChunk, next.value.byteLength);
      chunks.push(next.value.slice());
    }
    this.entries.set(url, new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer()));
  }

  private refuse(operation: string): void {
    if (this.fails === operation) throw new DOMException('Quota exceeded', 'QuotaExceededError');
  }
}

/** A web server in memory, which counts and can be unplugged. */
export class FakeServer {
  files: Record<string, Uint8Array>;
  online = true;
  asked: string[] = [];

  constructor(files: Record<string, Uint8Array>) {
    this.files = files;
  }

  readonly fetch: FetchLike = async (url) => {
    const file = url.slice(url.lastIndexOf('/') + 1);
    this.asked.push(file);
    if (!this.online) throw new TypeError('Failed to fetch');
    const bytes = this.files[file];
    return bytes ? new Response(new Uint8Array(bytes)) : new Response(null, { status: 404 });
  };
}
