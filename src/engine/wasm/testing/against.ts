/** This device against the reference: what the suites of its operations share. */
import type { Ops, SsdArgs, Tensor } from '../../ops';
import { excess, onBoth, room, UNTOUCHED } from '../../testing/parity';
import type { Random } from '../../testing/random';
import { randomTurn } from '../../testing/turn';
import type { WasmOps } from '../ops';

/** A fraction of the largest value, which is what the sums of a tensor are made of: a few f32 roundings of it. */
export const near = (values: Float32Array) => ({
  abs: 3e-6 * values.reduce((most, v) => Math.max(most, v === UNTOUCHED ? 0 : Math.abs(v)), 1e-30),
});

/** Runs the same on this device and on the reference, and says which tensors differ by more than that. */
export async function different(
  wasm: WasmOps,
  seed: number,
  work: (ops: Ops, random: Random) => readonly Tensor[],
) {
  const results = await onBoth(wasm, seed, work);
  return results.flatMap(({ actual, expected }, tensor) =>
    excess(actual, expected, near(expected)) <= 1 ? [] : [tensor],
  );
}

/** Nothing held but Δ here and there, and that only if so wished. */
export const NOTHING = { holdB: false, holdC: false };

/** Tensors of an SSD of random numbers, every head turned in a way of its own. */
export function ssdArgs(
  ops: Ops,
  random: Random,
  [H, P, N, G, L]: readonly number[],
  hold = NOTHING,
): SsdArgs {
  const E = H! * P!;
  const width = E + 2 * G! * N!;
  const stride = E + width + H!;
  return {
    rows: L!,
    xbc: ops.constant('xbc', [L!, width], random.values(L! * width)),
    zxbcdt: ops.constant('zxbcdt', [L!, stride], random.values(L! * stride, -6, 3)),
    ssm: ops.constant('ssm', [H!, 3], random.values(H! * 3)),
    h: ops.constant('h', [H!, P!, N!], random.values(E * N!)),
    y: room(ops, L!, E),
    nGroups: G!,
    deltaLimit: [0.01, 1.5],
    turn: randomTurn(ops, random, [H!, G! * N!], hold),
  };
}
