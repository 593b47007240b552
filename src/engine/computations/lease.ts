import type { Ops, Tensor } from '../ops';

/** Tensors of one computation, given back together. */
export class Lease {
  private readonly ops: Ops;
  private readonly taken: Tensor[] = [];

  constructor(ops: Ops) {
    this.ops = ops;
  }

  put(label: string, shape: readonly number[], values: Float32Array): Tensor {
    return this.keep(this.ops.constant(label, shape, values));
  }

  zeros(label: string, shape: readonly number[]): Tensor {
    return this.keep(this.ops.zeros(label, shape));
  }

  /**
   * Makes tensors by `put` and `zeros`, at once. Rejects with OutOfMemoryError if the device has no room for all of
   * them: none of them is left then, and the device is well.
   */
  async make<T>(work: () => T): Promise<T> {
    const before = this.taken.length;
    try {
      return await this.ops.attempt(work);
    } catch (error) {
      // The attempt has freed what it made.
      this.taken.length = before;
      throw error;
    }
  }

  private keep(tensor: Tensor): Tensor {
    this.taken.push(tensor);
    return tensor;
  }

  /** All numbers of a tensor, once the device has computed them. */
  async read(tensor: Tensor): Promise<Float32Array> {
    const length = tensor.shape.reduce((a, b) => a * b, 1);
    const [values] = await this.ops.collect([this.ops.capture(tensor, 0, length)]);
    return values!;
  }

  end(): void {
    this.ops.release(...this.taken);
    this.taken.length = 0;
  }
}
