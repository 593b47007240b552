import type { ScanProbe, Tensor, Turn } from '../ops';
import type { Kernels } from './kernels';
import type { WasmMemory } from './memory';
import { addressOf, type WasmTensor } from './tensor';

/** Numbers of a tile of sums, which `linear` works in. */
export const TILE = 32;

/** What an operation needs besides its arguments: the kernels, room to work in, and tables that outlive a call. */
export class Workspace {
  readonly kernels: Kernels;
  readonly memory: WasmMemory;
  private working = { at: 0, length: 0 };

  constructor(kernels: Kernels, memory: WasmMemory) {
    this.kernels = kernels;
    this.memory = memory;
  }

  /** Room for so many numbers during one call, holding anything; one piece, which grows to the largest need. */
  scratch(length: number): number {
    if (this.working.length < length) {
      const before = this.working;
      this.working = { at: this.memory.allocate('scratch', length), length };
      if (before.length > 0) this.memory.release(before.at);
    }
    return this.working.at;
  }

  /** What is kept beside a constant, so many numbers, made when first asked for. */
  table(constant: Tensor, length: number, make: (at: number) => void): number {
    const tensor = constant as WasmTensor;
    if (tensor.table === null) {
      tensor.table = this.memory.allocate(`${tensor.label} table`, length);
      make(tensor.table);
    }
    return tensor.table;
  }

  /** Forgets what is kept beside a tensor, since it no longer follows from it. */
  dropTable(tensor: WasmTensor): void {
    if (tensor.table !== null) this.memory.release(tensor.table);
    tensor.table = null;
  }
}

/** Addresses of the planes that a probe asks for, 0 for the others: Δ, hMoved, hNorm, h, y. */
export function planesOf(probe: ScanProbe | undefined): [number, number, number, number, number] {
  if (!probe) return [0, 0, 0, 0, 0];
  const base = addressOf(probe.out);
  const at = (offset: number | undefined): number => (offset === undefined ? 0 : base + 4 * offset);
  return [at(probe.delta), at(probe.hMoved), at(probe.hNorm), at(probe.h), at(probe.y)];
}

/** Rows of numbers on the device: the address of the first and what lies from one to the next, in numbers. */
interface Rows {
  at: number;
  stride: number;
}

/**
 * B and C of every token, S numbers each, as a kernel reads them: side by side in the rows that are given, or the turn's
 * own, the same row over and over. U units have a Δ.
 */
export function rowsOf(
  { table, holdB, holdC }: Turn,
  U: number,
  S: number,
  { at, stride }: Rows,
): { B: Rows; C: Rows } {
  const held = addressOf(table) + 16 * U;
  return {
    B: holdB ? { at: held, stride: 0 } : { at, stride },
    C: holdC ? { at: held + 4 * S, stride: 0 } : { at: at + 4 * S, stride },
  };
}
