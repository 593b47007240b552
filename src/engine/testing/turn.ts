import type { Ops, Turn } from '../ops';
import { neutralTable, turnPlanes } from '../turn';
import type { Random } from './random';

/** The same factors for every unit of U, with S numbers of B and of C a token. */
export function scaledTurn(
  ops: Ops,
  [U, S]: readonly [number, number],
  { deltaScale = 1, aScale = 1 }: { deltaScale?: number; aScale?: number } = {},
): Turn {
  const values = neutralTable(U, S);
  const planes = turnPlanes(values, U, S);
  planes.deltaFactor.fill(deltaScale);
  planes.aFactor.fill(aScale);
  return {
    table: ops.constant('turn', [values.length], values),
    holdB: false,
    holdC: false,
  };
}

/** Every unit turned in a way of its own: some silent, some with Δ held, at 0 too; B and C held if so wished. */
export function randomTurn(
  ops: Ops,
  random: Random,
  [U, S]: readonly [number, number],
  hold: { holdB: boolean; holdC: boolean },
): Turn {
  const values = neutralTable(U, S);
  const planes = turnPlanes(values, U, S);
  planes.deltaFactor.set(random.values(U, 0.2, 2));
  planes.aFactor.set(random.values(U, 0.2, 2));
  planes.gain.set(random.values(U).map((v) => (v < -0.5 ? 0 : v)));
  planes.heldDelta.set(random.values(U).map((v, u) => (v < 0 ? -1 : u % 5 === 0 ? 0 : v)));
  planes.B.set(random.values(S));
  planes.C.set(random.values(S));
  return { table: ops.constant('turn', [values.length], values), ...hold };
}
