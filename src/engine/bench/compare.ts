/** Comparing what a device has made with what was expected, without reading back more at a time than fits. */
import type { Ops, Tensor } from '../ops';

/** Numbers read back at a time, 32 MB. */
const PIECE = 8_388_608;

/** Some columns of a tensor (rows, width), read back in pieces: (rows, columns). */
export async function readColumns(
  ops: Ops,
  tensor: Tensor,
  rows: number,
  columns: readonly number[],
): Promise<Float32Array> {
  const width = tensor.shape.at(-1)!;
  const rowsAtOnce = Math.max(1, Math.floor(PIECE / width));
  const out = new Float32Array(rows * columns.length);
  for (let from = 0; from < rows; from += rowsAtOnce) {
    const count = Math.min(rowsAtOnce, rows - from);
    const [piece] = await ops.collect([ops.capture(tensor, from * width, count * width)]);
    for (let t = 0; t < count; t++) {
      columns.forEach((column, i) => {
        out[(from + t) * columns.length + i] = piece![t * width + column]!;
      });
    }
  }
  return out;
}

/** Largest difference as a fraction of the largest number expected; Infinity if anything is not a number. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  let worst = 0;
  let largest = 0;
  for (let i = 0; i < expected.length; i++) {
    const error = Math.abs(actual[i]! - expected[i]!);
    if (!Number.isFinite(error)) return Infinity;
    worst = Math.max(worst, error);
    largest = Math.max(largest, Math.abs(expected[i]!));
  }
  return worst === 0 ? 0 : worst / largest;
}

/** An SSM's output (L, channels) and its state, N numbers a channel. */
export interface SsmResult {
  ops: Ops;
  y: Tensor;
  h: Tensor;
}

/**
 * Largest relative error of the output at all L tokens and of the state after them, for some channels of `actual`;
 * `expected` has those channels alone.
 */
export async function ssmError(
  actual: SsmResult,
  channels: readonly number[],
  expected: SsmResult,
  L: number,
  N: number,
): Promise<number> {
  const own = [...channels.keys()];
  return Math.max(
    relativeError(
      await readColumns(actual.ops, actual.y, L, channels),
      await readColumns(expected.ops, expected.y, L, own),
    ),
    relativeError(await readStates(actual, channels, N), await readStates(expected, own, N)),
  );
}

/** States of some channels: (channels, N). */
async function readStates(
  { ops, h }: SsmResult,
  channels: readonly number[],
  N: number,
): Promise<Float32Array> {
  const states = await ops.collect(channels.map((e) => ops.capture(h, e * N, N)));
  const out = new Float32Array(channels.length * N);
  states.forEach((state, i) => out.set(state, i * N));
  return out;
}
