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

  /** A matrix (rows, cols), or several of as many columns one below the other; half floats stay half floats. */
  matrix(name: string, ...below: readonly string[]): Matrix {
    const all = [name, ...below].map((each) => this.raw(each));
    const rows = all.reduce((sum, { shape }) => sum + shape[0]!, 0);
    const cols = all[0]!.shape[1]!;
    const size = rows * cols;
    if (all.some(({ dtype }) => dtype !== 'F16')) {
      const values = joined(all.map(toFloat32), new Float32Array(size));
      return this.ops.matrix(name, rows, cols, { dtype: 'F32', values });
    }
    const bits = joined(all.map(toHalfBits), new Uint16Array(size));
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

/** The pieces one after the other, in `whole`; one alone as it is. */
function joined<T extends Float32Array | Uint16Array>(pieces: readonly T[], whole: T): T {
  if (pieces.length === 1) return pieces[0]!;
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
