import { formatBytes } from '../checkpoint/words';
import { OutOfMemoryError } from '../errors';

const PAGE = 65_536;
/** Blocks begin at the start of a cache line. */
const ALIGNMENT = 64;
/** The most pages that 32-bit addresses reach: 4 GiB. */
const MOST_PAGES = 65_536;

/** A piece of memory. */
interface Block {
  at: number;
  size: number;
}

/**
 * WebAssembly memory, handed out in blocks. Freed blocks are joined with free neighbours and given out again, the
 * first that is large enough; memory grows when none is. Growing detaches the old buffer, so views are made anew when asked for.
 */
export class WasmMemory {
  readonly memory: WebAssembly.Memory;
  /** The most bytes that this memory can ever have. */
  readonly limit: number;
  /** Free blocks, by address, never two side by side. */
  private free: Block[] = [];
  private readonly sizes = new Map<number, number>();
  private end: number;
  private view: Float32Array<ArrayBuffer>;

  constructor(memory: WebAssembly.Memory, limit: number, heapBase: number) {
    this.memory = memory;
    this.limit = limit;
    this.end = Math.ceil(heapBase / ALIGNMENT) * ALIGNMENT;
    this.view = new Float32Array(this.memory.buffer as ArrayBuffer);
  }

  /** All of it as f32; valid until the next `allocate`. */
  get f32(): Float32Array<ArrayBuffer> {
    const { buffer } = this.memory;
    if (this.view.buffer !== buffer) this.view = new Float32Array(buffer as ArrayBuffer);
    return this.view;
  }

  /** Bytes that are in use. */
  get used(): number {
    let sum = 0;
    for (const size of this.sizes.values()) sum += size;
    return sum;
  }

  /**
   * Room for `length` f32, all zeros; returns its address in bytes. Throws OutOfMemoryError if there is no more,
   * naming what it was for; what is there stays as it was.
   */
  allocate(label: string, length: number): number {
    // At least one number, so that every block has an address of its own.
    const size = Math.ceil((4 * Math.max(length, 1)) / ALIGNMENT) * ALIGNMENT;
    const fresh = this.end;
    const at = this.reuse(size) ?? this.extend(label, size);
    this.sizes.set(at, size);
    // What was never handed out holds zeros already, and takes up no real memory until somebody writes there.
    this.f32.fill(0, at / 4, Math.max(at, Math.min(at + size, fresh)) / 4);
    return at;
  }

  private reuse(size: number): number | null {
    const index = this.free.findIndex((block) => block.size >= size);
    if (index === -1) return null;
    const block = this.free[index]!;
    const { at } = block;
    block.at += size;
    block.size -= size;
    if (block.size === 0) this.free.splice(index, 1);
    return at;
  }

  /** New room at the end, where a free block may already lie. */
  private extend(label: string, size: number): number {
    const last = this.free.at(-1);
    const joins = last !== undefined && last.at + last.size === this.end;
    const at = joins ? last.at : this.end;
    const missing = at + size - this.memory.buffer.byteLength;
    if (missing > 0) this.grow(label, size, missing);
    if (joins) this.free.pop();
    this.end = at + size;
    return at;
  }

  private grow(label: string, size: number, missing: number): void {
    const have = this.memory.buffer.byteLength;
    const least = Math.ceil(missing / PAGE);
    // An eighth more than needed, so that a model's weights do not grow it one by one; if that is too much, what is needed.
    const room = (this.limit - have) / PAGE;
    for (const pages of [Math.min(Math.max(least, Math.ceil(have / PAGE / 8)), room), least]) {
      if (pages < least) continue;
      try {
        this.memory.grow(pages);
        return;
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
      }
    }
    throw new OutOfMemoryError(
      `There is no room for ${label}: it needs ${formatBytes(size)} beside the ${formatBytes(this.used)} in use, and WebAssembly has at most ${formatBytes(this.limit)} here.`,
    );
  }

  /** Gives a block back. */
  release(at: number): void {
    const size = this.sizes.get(at);
    if (size === undefined) throw new Error(`No block begins at ${at}.`);
    this.sizes.delete(at);
    const next = this.free.findIndex((block) => block.at > at);
    const index = next === -1 ? this.free.length : next;
    this.free.splice(index, 0, { at, size });
    this.join(index);
    this.join(index - 1);
  }

  /** Joins a free block with the one after it if they touch. */
  private join(index: number): void {
    const [block, next] = [this.free[index], this.free[index + 1]];
    if (!block || !next || block.at + block.size !== next.at) return;
    block.size += next.size;
    this.free.splice(index + 1, 1);
  }
}

/** As much memory as this machine lets a page ask for: some refuse a maximum of 4 GiB, so less is tried then. */
export function createMemory(): { memory: WebAssembly.Memory; limit: number } {
  for (let maximum = MOST_PAGES; ; maximum /= 2) {
    try {
      return {
        memory: new WebAssembly.Memory({ initial: 64, maximum }),
        limit: maximum * PAGE,
      };
    } catch (error) {
      if (maximum <= 1024) throw error;
    }
  }
}
