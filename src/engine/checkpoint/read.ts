/** Reading one whole file of a checkpoint: with progress, a way to stop, and proof that it is right. */
import { cancellation, cancelled, type Cancellation } from './cancellation';
import { CheckpointError } from './errors';
import type { FileFacts } from './manifest';
import { FileBuffer, tooLong } from './fileBuffer';
import type { CheckpointSource, OpenedFile } from './source';
import { formatBytes, formatShortfall } from './words';

/** Progress is told at least this often, in bytes. */
const PROGRESS_STEP = 65_536;

export interface ReadOptions {
  signal?: AbortSignal;
  /** Told the bytes of this file so far, never fewer than before, and its length if that is known. */
  onProgress?: (bytes: number, total: number | null) => void;
  /** What the manifest says of the file. */
  expected?: FileFacts;
  /** A longer file is refused instead of read. */
  maxBytes?: number;
}

/**
 * Reads a file into one buffer; null if there is none of that name. Nothing is retried and no clock
 * runs: a stream that stalls shows as progress that stops, and `signal` ends it.
 * @throws CheckpointError `truncated`, `corrupt`, `network`, `cancelled`, `memory`, or `foreign` (too long).
 */
export async function readFile(
  source: CheckpointSource,
  file: string,
  options: ReadOptions = {},
): Promise<Uint8Array<ArrayBuffer> | null> {
  const { signal, expected } = options;
  const stop = cancellation(signal, file);
  try {
    const opened = await stop.race(source.open(file, signal));
    if (!opened) return null;
    const bytes = await collect(opened, file, options, stop);
    if (expected) {
      await stop.race(verify(bytes, file, expected));
      // Storing goes on behind the reader's back and may fail without harm.
      void source.keep?.(file, bytes).catch(() => {});
    }
    return bytes;
  } catch (error) {
    if (signal?.aborted) throw cancelled(file, error);
    if (error instanceof CheckpointError) throw error;
    throw new CheckpointError('network', file, `${file} could not be read. Try again.`, {
      cause: error,
    });
  } finally {
    stop.release();
  }
}

async function collect(
  { total: announced, chunks }: OpenedFile,
  file: string,
  { onProgress, expected, maxBytes = Infinity }: ReadOptions,
  stop: Cancellation,
): Promise<Uint8Array<ArrayBuffer>> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    const total = expected?.bytes ?? announced;
    if (expected && announced !== null) refuseLength(announced, expected.bytes, file);
    refuseTooLong(total ?? 0, maxBytes, file);
    const buffer = new FileBuffer(file, total);
    let told = 0;
    onProgress?.(0, total);
    for (;;) {
      const next = await stop.race(iterator.next());
      if (next.done) break;
      buffer.append(next.value);
      refuseTooLong(buffer.length, maxBytes, file);
      // A big chunk is told in steps as well, so that the promised grain holds for every source.
      for (let at = told + PROGRESS_STEP; at < buffer.length; at += PROGRESS_STEP) {
        onProgress?.(at, total);
        told = at;
      }
    }
    if (total !== null) refuseLength(buffer.length, total, file);
    if (buffer.length > told) onProgress?.(buffer.length, total);
    return buffer.finish();
  } finally {
    // Not awaited: a generator whose next() hangs would make return() hang with it.
    void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}

function refuseLength(have: number, want: number, file: string): void {
  if (have < want) {
    throw new CheckpointError(
      'truncated',
      file,
      `${file} is cut short: it has ${formatShortfall(have, want)}. Download it again.`,
    );
  }
  if (have > want) throw tooLong(file, want);
}

function refuseTooLong(length: number, most: number, file: string): void {
  if (length <= most) return;
  throw new CheckpointError(
    'foreign',
    file,
    `${file} is ${formatBytes(length)} long; at most ${formatBytes(most)} are sensible for it. Check that it is the right file.`,
  );
}

/** Browsers offer crypto.subtle only to secure pages; over plain HTTP the length alone is checked. */
async function verify(
  bytes: Uint8Array<ArrayBuffer>,
  file: string,
  facts: FileFacts,
): Promise<void> {
  if (!globalThis.crypto?.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex === facts.sha256) return;
  throw new CheckpointError(
    'corrupt',
    file,
    `${file} is damaged: its checksum differs from the one in manifest.json. Download it again.`,
  );
}
