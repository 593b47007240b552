/** The one place in memory where a file is put together. */
import { CheckpointError } from './errors';
import { formatBytes } from './words';

/**
 * Collects a file's chunks. With a known length they go straight into one buffer, and a file that
 * comes as a single chunk is taken as it is, so that it is never in memory twice. With an unknown
 * length the chunks are kept and joined at the end, each freed as it is copied.
 */
export class FileBuffer {
  /** Bytes so far. */
  length = 0;
  readonly file: string;
  readonly total: number | null;
  private whole: Uint8Array<ArrayBuffer> | null = null;
  private parts: (Uint8Array | null)[] = [];

  constructor(file: string, total: number | null) {
    this.file = file;
    this.total = total;
  }

  /**
   * Adds the next bytes. A chunk may be kept as it is; its owner must not change it afterwards.
   * @throws CheckpointError `corrupt` beyond the known length, `memory` if there is no room.
   */
  append(chunk: Uint8Array): void {
    const { total } = this;
    if (total === null) {
      this.parts.push(chunk);
    } else if (this.length + chunk.byteLength > total) {
      throw tooLong(this.file, total);
    } else if (chunk.byteLength === total && chunk.buffer instanceof ArrayBuffer) {
      // A plain view, since a Node Buffer's own methods differ from a Uint8Array's.
      this.whole = new Uint8Array(chunk.buffer, chunk.byteOffset, total);
    } else {
      this.whole ??= allocate(total, this.file);
      this.whole.set(chunk, this.length);
    }
    this.length += chunk.byteLength;
  }

  /** The file's bytes. The collector is spent. */
  finish(): Uint8Array<ArrayBuffer> {
    if (this.total !== null) return this.whole ?? new Uint8Array(0);
    const joined = allocate(this.length, this.file);
    let at = 0;
    for (const [i, part] of this.parts.entries()) {
      joined.set(part!, at);
      at += part!.byteLength;
      this.parts[i] = null;
    }
    return joined;
  }
}

/** The error for a file that goes on after its known length. */
export function tooLong(file: string, total: number): CheckpointError {
  return new CheckpointError(
    'corrupt',
    file,
    `${file} is longer than the ${formatBytes(total)} it should have. Download it again.`,
  );
}

function allocate(bytes: number, file: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(bytes);
  } catch (cause) {
    throw new CheckpointError(
      'memory',
      file,
      `${file} needs ${formatBytes(bytes)} of memory, more than this browser tab can have. Close other tabs, or choose a smaller model.`,
      { cause },
    );
  }
}
