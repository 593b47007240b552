import { type RawTensor, toFloat32, toHalfBits } from '../checkpoint/tensor';
import type { Matrix, Ops, Tensor } from '../ops';

/** Puts a checkpoint's tensors on a device, by name. */
export class WeightLoader {
  protected readonly ops: Ops;
  private readonly tensors: ReadonlyMap<string, RawTensor>;

  constructor(ops: Ops, tensors: ReadonlyMap<string, RawTensor>) {
    this.ops = ops;
    this.tensors = tensors;
  }

  /** A matrix (rows, cols); half floats stay half floats. */
  matrix(name: string): Matrix {
    const raw = this.raw(name);
    const [rows, cols] = raw.shape as [number, number];
    if (raw.dtype !== 'F16') {
      return this.ops.matrix(name, rows, cols, { dtype: 'F32', values: toFloat32(raw) });
    }
    const bits = toHalfBits(raw);
    return this.ops.matrix(name, rows, cols, { dtype: 'F16', bits });
  }

  /** A small tensor as f32, in another shape of the same size if one is given. */
  constant(name: string, shape?: readonly number[]): Tensor {
    return this.ops.constant(name, shape ?? this.raw(name).shape, this.values(name));
  }

  /** A tensor if the configuration has it. */
  optional(name: string, there: boolean): Tensor | undefined {
    return there ? this.constant(name) : undefined;
  }

  /** The numbers of a tensor, widened to f32. */
  values(name: string): Float32Array {
    return toFloat32(this.raw(name));
  }

  /** Parameters in the checkpoint, each tensor counted once. */
  get parameters(): number {
    let sum = 0;
    for (const { shape } of this.tensors.values()) sum += shape.reduce((a, b) => a * b, 1);
    return sum;
  }

  protected raw(name: string): RawTensor {
    const raw = this.tensors.get(name);
    // The checkpoint was validated against its config before this; only a mistake here can get past that.
    if (!raw) throw new Error(`The checkpoint has no tensor ${name}.`);
    return raw;
  }
}
