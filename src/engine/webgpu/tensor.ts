/** What the WebGPU device keeps behind its handles. */
import type { Capture, Matrix, Tensor } from '../ops';
import type { Staged } from './queue';

export interface GpuTensor extends Tensor {
  readonly buffer: GPUBuffer;
}

export interface GpuMatrix extends Matrix {
  readonly buffer: GPUBuffer;
  /** Two f16 in each u32, or f32. */
  readonly packed: boolean;
}

export interface GpuCapture extends Capture {
  readonly staged: Staged;
}

/** The buffer of a handle that this device made. */
export const bufferOf = (handle: Tensor | Matrix): GPUBuffer => (handle as GpuTensor).buffer;

/** Numbers in a tensor of this shape. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Workgroups of `size` that cover `count`. */
export const groups = (count: number, size: number): number => Math.ceil(count / size);

/** Workgroups that a dispatch may have along an axis, WebGPU's default limit. */
export const MOST_GROUPS = 65535;

/** Workgroups along an axis for that many rows: at most as many as WebGPU allows; the shader goes on in steps of them. */
export const tall = (rows: number): number => Math.min(rows, MOST_GROUPS);
