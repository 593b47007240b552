/** What the cases of traffic are made with. */
import type { Ops, ScanProbe, Tensor, Turn } from '../../../ops';
import type { CountedOps } from '../../../testing/counted';
import { Random } from '../../../testing/random';

/** One piece of work after the other, made as it is asked for. */
export type Works = Generator<(on: Ops) => void>;

export interface Bench {
  ops: CountedOps['ops'];
  random: Random;
  zeros(...shape: number[]): Tensor;
  /** Holds nothing, B, C, both: in turn. */
  nextTurn(U: number, S: number): Turn;
  /** No probe, one with every plane, and one with two of them. */
  probes(
    planes: Record<'delta' | 'hMoved' | 'hNorm' | 'h' | 'y', number>,
  ): (ScanProbe | undefined)[];
}

export function benchOn(ops: CountedOps['ops']): Bench {
  const zeros = (...shape: number[]): Tensor => ops.zeros('zeros', shape);
  let turns = 0;
  return {
    ops,
    random: new Random(1),
    zeros,
    nextTurn(U, S) {
      turns++;
      return { table: zeros(4 * U + 2 * S), holdB: turns % 2 === 0, holdC: turns % 4 > 1 };
    },
    probes({ delta, hMoved, hNorm, h, y }) {
      const out = zeros(delta + hMoved + hNorm + h + y);
      const atH = delta + hMoved + hNorm;
      return [
        undefined,
        { out, delta: 0, hMoved: delta, hNorm: delta + hMoved, h: atH, y: atH + h },
        { out, hMoved: 0, h: hMoved },
      ];
    },
  };
}
