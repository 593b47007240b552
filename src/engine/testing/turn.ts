import type { Ops, Turn } from '../ops';
import { neutralTable } from '../turn';
import type { Random } from './random';

/** The same factors for every unit of U, with S numbers of B and of C a token. */
export function scaledTurn(
  ops: Ops,
  [U, S]: readonly [number, number],
  { deltaScale = 1, aScale = 1 }: { deltaScale?: number; aScale?: number } = {},
): Turn {
  const values = neutralTable({ units: U, shared: S });
  values.fill(deltaScale, 0, U).fill(aScale, U, 2 * U);
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
  const gain = random.values(U).map((v) => (v < -0.5 ? 0 : v));
  const held = random.values(U).map((v, u) => (v < 0 ? -1 : u % 5 === 0 ? 0 : v));
  const values = [
    ...random.values(U, 0.2, 2), // Δ
    ...random.values(U, 0.2, 2), // A
    ...gain,
    ...held,
    ...random.values(2 * S), // B | C
  ];
  return { table: ops.constant('turn', [values.length], Float32Array.from(values)), ...hold };
}
