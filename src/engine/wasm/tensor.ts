/** What the WebAssembly device keeps behind its handles. */
import type { Capture, Matrix, Tensor } from '../ops';
import type { CpuTensor } from '../reference/tensor';

export interface WasmTensor extends Tensor {
  /** Address in bytes; null once released. */
  at: number | null;
  /** What a kernel has worked out from this constant and keeps, by address; null if nothing. */
  table: number | null;
}

/** A matrix in panels of 8 rows (pack.ts), always f32. */
export interface WasmMatrix extends Matrix {
  at: number | null;
}

export interface WasmCapture extends Capture {
  readonly data: Float32Array;
}

/** The address of a handle that this device made. Throws if it was released: its place may be another's by now. */
export function addressOf(handle: Tensor | Matrix): number {
  const { at } = handle as WasmTensor | WasmMatrix;
  if (at === null) throw new Error(`${handle.label} was released.`);
  return at;
}

/** The same of what may be left out: 0. */
export const addressOrNone = (handle: Tensor | undefined): number =>
  handle ? addressOf(handle) : 0;

/** Numbers in a tensor of this shape. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** The next multiple of `step`. */
export const roundUp = (value: number, step: number): number => Math.ceil(value / step) * step;

/** A tensor as the reference's functions read and write it, in place; until memory grows. */
export function viewOf(tensor: Tensor, f32: Float32Array<ArrayBuffer>): CpuTensor {
  const { label, shape } = tensor;
  const first = addressOf(tensor) / 4;
  return { label, shape, data: f32.subarray(first, first + sizeOf(shape)) };
}
