/** Where a checkpoint's files come from: a web server, memory, or (node/folderSource.ts) a disk. */
import { CheckpointError } from './errors';

/** A file on its way. */
export interface OpenedFile {
  /** Its length in bytes, null where the source cannot tell. */
  total: number | null;
  /** Its bytes in order. Read it to the end, or call its iterator's `return` to give the rest up. */
  chunks: AsyncIterable<Uint8Array>;
}

/** A folder of files, wherever it is. */
export interface CheckpointSource {
  /** The folder's own name, e.g. `mamba`. */
  readonly name: string;
  /**
   * Starts to read a file; null if there is none of that name.
   * @throws CheckpointError `network` if that cannot be found out.
   */
  open(file: string, signal?: AbortSignal): Promise<OpenedFile | null>;
  /** The file's address on the web. A source without addresses is never cached. */
  address?(file: string): string;
  /** Offers back a whole file that proved to be what the manifest says; the source may store it. */
  keep?(file: string, bytes: Uint8Array): Promise<void>;
}

/** The part of `fetch` that is used. */
export type FetchLike = (url: string, init: { signal?: AbortSignal }) => Promise<Response>;

/** Files that are already in memory, served in pieces of at most `chunkBytes`. */
export function memorySource(
  name: string,
  files: Readonly<Record<string, Uint8Array>>,
  chunkBytes = 65_536,
): CheckpointSource {
  return {
    name,
    async open(file) {
      return Object.hasOwn(files, file) ? openBytes(files[file]!, chunkBytes) : null;
    },
  };
}

/** Bytes as an opened file, in pieces of at most `chunkBytes`; in one piece if left out. */
export function openBytes(bytes: Uint8Array, chunkBytes = Infinity): OpenedFile {
  return { total: bytes.byteLength, chunks: slices(bytes, chunkBytes) };
}

async function* slices(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

/** A response's body as an opened file. */
export function openResponse(response: Response, file: string): OpenedFile {
  return { total: announcedLength(response), chunks: body(response, file) };
}

/**
 * A folder on a web server. `baseUrl` is the folder's address, absolute (a worker's relative
 * addresses start at its script, not at the page); no query.
 */
export function httpSource(
  baseUrl: string,
  fetchFn: FetchLike = (url, init) => fetch(url, init),
): CheckpointSource {
  const base = baseUrl.replace(/\/+$/, '');
  const address = (file: string) => `${base}/${encodeURIComponent(file)}`;
  return {
    name: decodeURIComponent(base.slice(base.lastIndexOf('/') + 1)),
    address,
    async open(file, signal) {
      let response: Response;
      try {
        response = await fetchFn(address(file), signal ? { signal } : {});
      } catch (cause) {
        throw unreachable(file, cause);
      }
      if (isMissing(response, file)) {
        await discard(response);
        return null;
      }
      if (!response.ok) {
        await discard(response);
        throw new CheckpointError('network', file, refusal(file, response.status));
      }
      return openResponse(response, file);
    },
  };
}

/**
 * Development servers and many static hosts answer a missing file with their start page and status
 * 200; no file of a checkpoint is a web page.
 */
function isMissing(response: Response, file: string): boolean {
  if (response.status === 404 || response.status === 410) return true;
  const type = response.headers.get('content-type') ?? '';
  return response.ok && /^text\/html\b/i.test(type.trim()) && !file.endsWith('.html');
}

/** With a content-encoding, content-length counts the compressed bytes, which say nothing here. */
function announcedLength(response: Response): number | null {
  const encoding = response.headers.get('content-encoding') ?? 'identity';
  const length = response.headers.get('content-length') ?? '';
  return encoding === 'identity' && /^\d{1,15}$/.test(length) ? Number(length) : null;
}

/** Read by hand: Safari's streams are not async iterables. */
async function* body(response: Response, file: string): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch (cause) {
    throw unreachable(file, cause);
  } finally {
    // Tells the server to stop where the reader gave up early; after the end it does nothing.
    reader.cancel().catch(() => {});
  }
}

async function discard(response: Response): Promise<void> {
  await response.body?.cancel().catch(() => {});
}

function unreachable(file: string, cause: unknown): CheckpointError {
  return new CheckpointError(
    'network',
    file,
    `The connection failed while fetching ${file}. Check that you are online, then try again.`,
    { cause },
  );
}

function refusal(file: string, status: number): string {
  const answer = `The server refused ${file} (status ${status}).`;
  if (status === 401 || status === 403) {
    return `${answer} It may be private: download the model yourself and open it from your disk.`;
  }
  if (status === 429)
    return `${answer} It has had too many requests; wait a minute, then try again.`;
  if (status >= 500) return `${answer} It has trouble of its own; try again later.`;
  return `${answer} Check the model's address.`;
}
