/** A checkpoint in a folder on disk, for Node. */
import { open, type FileHandle } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { CheckpointError } from '../errors';
import type { CheckpointSource } from '../source';

/** Bytes read at a time. */
const CHUNK = 1_048_576;

/** The files of one folder. `name` is the folder's own name. */
export function folderSource(path: string): CheckpointSource {
  const folder = resolve(path);
  return {
    name: basename(folder),
    async open(file) {
      let handle: FileHandle | undefined;
      try {
        handle = await open(join(folder, file));
        const stats = await handle.stat();
        if (stats.isFile()) return { total: stats.size, chunks: read(handle, file, stats.size) };
      } catch (cause) {
        await handle?.close();
        if (isNotThere(cause)) return null;
        throw unreadable(file, cause);
      }
      await handle.close();
      return null;
    },
  };
}

async function* read(handle: FileHandle, file: string, size: number): AsyncGenerator<Uint8Array> {
  try {
    for (;;) {
      // A new array each time: the reader may keep what it was given.
      const chunk = new Uint8Array(Math.min(CHUNK, size + 1));
      const { bytesRead, buffer } = await handle.read(chunk, 0, chunk.byteLength);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (cause) {
    throw unreadable(file, cause);
  } finally {
    await handle.close();
  }
}

function isNotThere(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

function unreadable(file: string, cause: unknown): CheckpointError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new CheckpointError(
    'network',
    file,
    `${file} could not be read from the disk (${reason}). Check that you may read it, then try again.`,
    { cause },
  );
}
