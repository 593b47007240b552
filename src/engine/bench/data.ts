/** Random inputs of any length, known on both sides without being sent or read back. */
import type { Ops, Tensor } from '../ops';
import { Random } from '../random';
import type { WebGpuOps } from '../webgpu/ops';

/** Numbers before they repeat: a prime, so that rows of any width begin at different places. */
const PERIOD = 1_048_573;

/** An endless sequence of numbers in [−1, 1). */
export class Pool {
  readonly ops: Ops;
  private readonly values: Float32Array;
  private readonly tensor: Tensor;

  constructor(ops: Ops) {
    this.ops = ops;
    this.values = new Random(1).values(PERIOD);
    this.tensor = ops.constant('pool', [PERIOD], this.values);
  }

  /** The number at `i` of the sequence that begins at `phase`. */
  at(phase: number, i: number): number {
    return this.values[(phase + i) % PERIOD]!;
  }

  /** Fills a tensor with the sequence that begins at `phase`, by copies on the device. */
  fill(tensor: Tensor, phase: number): void {
    const length = tensor.shape.reduce((a, b) => a * b, 1);
    for (let at = 0; at < length;) {
      const from = (phase + at) % PERIOD;
      const count = Math.min(PERIOD - from, length - at);
      this.ops.copy(this.tensor, from, tensor, at, count);
      at += count;
    }
  }

  /** Puts these numbers into a tensor. */
  put(tensor: Tensor, values: Float32Array): void {
    const sent = this.ops.constant('sent', [values.length], values);
    this.ops.copy(sent, 0, tensor, 0, values.length);
    this.ops.release(sent);
  }

  /** Some columns of rows of `width` numbers of the sequence that begins at `phase`: (rows, columns). */
  columns(phase: number, rows: number, width: number, columns: readonly number[]): Float32Array {
    const out = new Float32Array(rows * columns.length);
    for (let t = 0; t < rows; t++) {
      columns.forEach((column, i) => {
        out[t * columns.length + i] = this.at(phase, t * width + column);
      });
    }
    return out;
  }

  release(): void {
    this.ops.release(this.tensor);
  }
}

/** Some rows of (…, width), one after the other. */
export function rowsOf(values: Float32Array, width: number, rows: readonly number[]): Float32Array {
  const out = new Float32Array(rows.length * width);
  rows.forEach((row, i) => out.set(values.subarray(row * width, (row + 1) * width), i * width));
  return out;
}

/** Tensors by name, as shapes. */
export type Shapes = Readonly<Record<string, readonly number[]>>;

export interface Need {
  /** Bytes of the largest tensor. */
  largest: number;
  /** Bytes of all. */
  total: number;
}

export function needOf(shapes: Shapes): Need {
  const bytes = Object.values(shapes).map((shape) => 4 * shape.reduce((a, b) => a * b, 1));
  return { largest: Math.max(...bytes), total: bytes.reduce((a, b) => a + b, 0) };
}

/** What a device has not the room for; null if it has. */
export interface Refused {
  needs: number;
  has: number | null;
}

/**
 * Makes tensors of zeros on the device, or says what is in the way: a tensor beyond the device's limit, or memory that
 * the device refused. Nothing stays then.
 */
export async function allocate<S extends Shapes>(
  ops: WebGpuOps,
  shapes: S,
): Promise<
  { tensors: Record<keyof S, Tensor>; refused: null } | { tensors: null; refused: Refused }
> {
  const { largest, total } = needOf(shapes);
  if (largest > ops.maxTensorBytes) {
    return { tensors: null, refused: { needs: largest, has: ops.maxTensorBytes } };
  }
  let tensors = {} as Record<keyof S, Tensor>;
  const refusal = await ops.meter.refusal(() => {
    const entries = Object.entries(shapes).map(([name, shape]) => [name, ops.zeros(name, shape)]);
    tensors = Object.fromEntries(entries) as Record<keyof S, Tensor>;
  });
  if (refusal === null) return { tensors, refused: null };
  ops.release(...(Object.values(tensors) as Tensor[]));
  return { tensors: null, refused: { needs: total, has: null } };
}
