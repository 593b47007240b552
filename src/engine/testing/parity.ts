import type { Matrix, Ops, Tensor } from '../ops';
import { ReferenceOps } from '../reference/ops';
import { Random } from './random';

export const sizeOf = ({ shape }: Tensor): number => shape.reduce((a, b) => a * b, 1);

/** What no operation writes: a place that keeps it was left alone. */
export const UNTOUCHED = 12345;

/** A tensor to be written (or added to what is `there`), with a row too many: whoever writes beyond the end is seen. */
export function room(ops: Ops, rows: number, cols: number, there?: Float32Array): Tensor {
  const values = new Float32Array((rows + 1) * cols).fill(UNTOUCHED);
  if (there) values.set(there);
  return ops.constant('out', [rows + 1, cols], values);
}

/** A random matrix in either form that a checkpoint has. */
export function randomMatrix(
  ops: Ops,
  random: Random,
  rows: number,
  cols: number,
  dtype: 'F16' | 'F32',
): Matrix {
  const data =
    dtype === 'F16'
      ? { dtype, bits: random.halves(rows * cols) }
      : { dtype, values: random.values(rows * cols) };
  return ops.matrix('weight', rows, cols, data);
}

/** All numbers of some tensors, once the device has done what it was told. */
export function readAll(ops: Ops, tensors: readonly Tensor[]): Promise<Float32Array[]> {
  return ops.collect(tensors.map((tensor) => ops.capture(tensor, 0, sizeOf(tensor))));
}

/** Runs the same work on the same data on a device and on the reference, and reads the tensors that it returns. */
export async function onBoth(
  gpu: Ops,
  seed: number,
  work: (ops: Ops, random: Random) => readonly Tensor[],
): Promise<{ actual: Float32Array; expected: Float32Array }[]> {
  const reference = new ReferenceOps();
  const tensors = work(gpu, new Random(seed));
  const actual = await readAll(gpu, tensors);
  const expected = await readAll(reference, work(reference, new Random(seed)));
  gpu.release(...tensors);
  return expected.map((values, i) => ({ actual: actual[i]!, expected: values }));
}

/**
 * The largest |a − b| in units of what is allowed, abs + rel·|b|; so 1 is the most that a test may accept.
 * Not-a-number is never allowed, nor is infinity, on either side.
 */
export function excess(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { abs, rel = 0 }: { abs: number; rel?: number },
): number {
  if (a.length !== b.length) throw new Error(`Lengths differ: ${a.length} and ${b.length}.`);
  let worst = 0;
  for (let i = 0; i < a.length; i++) {
    const error = Math.abs(a[i]! - b[i]!);
    const units = error === 0 ? 0 : error / (abs + rel * Math.abs(b[i]!));
    if (!Number.isFinite(units)) return Infinity;
    if (units > worst) worst = units;
  }
  return worst;
}
