/** A pass as a walk: kernel by kernel, piece by piece, in, through the arithmetic, out; with what has been counted so far. */
import { kernelOps, kernelsOf, type KernelSpec, type Pass, type Way } from './kernels';
import { BYTES, bytesOf, isLong, numbersOf, type Sizes, type TensorName } from './sizes';

/** Pieces that a tensor is drawn in. How many there really are depends on the tile: see tile.ts. */
export const PIECES = 4;

export type Phase = 'load' | 'compute' | 'store';
export const PHASES: readonly Phase[] = ['load', 'compute', 'store'];

export interface Step {
  kernel: KernelSpec;
  /** Index of the kernel in the pass. */
  at: number;
  /** Along the tokens, 0 … pieces − 1, the first that is worked on first. */
  piece: number;
  pieces: number;
  phase: Phase;
  /** Bytes over the bridge and operations, from the beginning up to the end of this step. */
  bytes: number;
  ops: number;
}

/** Tokens of the first `count` of `pieces` pieces. */
const upTo = (L: number, count: number, pieces: number): number => Math.floor((L * count) / pieces);

/** Share of the tokens that a piece has done when it ends. */
const doneShare = (L: number, piece: number, pieces: number): number =>
  upTo(L, piece + 1, pieces) / L;

/** Bytes of these tensors that cross in one piece: their tokens; what has no tokens comes first, or leaves last. */
function pieceBytes(
  names: readonly TensorName[],
  sizes: Sizes,
  piece: number,
  pieces: number,
  whole: number,
): number {
  const { L, dtype } = sizes;
  const tokens = upTo(L, piece + 1, pieces) - upTo(L, piece, pieces);
  return names.reduce((bytes, name) => {
    if (!isLong(name)) return bytes + (piece === whole ? bytesOf(name, sizes) : 0);
    return bytes + BYTES[dtype] * (numbersOf(name, sizes) / L) * tokens;
  }, 0);
}

/** All steps of a pass. The last one has the totals of the whole. */
export function stepsOf(way: Way, pass: Pass, sizes: Sizes): Step[] {
  const pieces = Math.min(PIECES, sizes.L);
  let bytes = 0;
  let opsBefore = 0;
  return kernelsOf(way, pass).flatMap((kernel, at) => {
    const ops = kernelOps(kernel, sizes);
    const steps = Array.from({ length: pieces }, (_, piece) =>
      PHASES.map((phase): Step => {
        if (phase === 'load') bytes += pieceBytes(kernel.reads, sizes, piece, pieces, 0);
        if (phase === 'store') bytes += pieceBytes(kernel.writes, sizes, piece, pieces, pieces - 1);
        const done = phase === 'load' ? piece - 1 : piece;
        const share = done < 0 ? 0 : doneShare(sizes.L, done, pieces);
        return { kernel, at, piece, pieces, phase, bytes, ops: opsBefore + share * ops };
      }),
    ).flat();
    opsBefore += ops;
    return steps;
  });
}

/** How much of a tensor lies in HBM at a step: inputs from the beginning, what a kernel makes as far as it has. */
export function madeAt(steps: readonly Step[], index: number, name: TensorName): number {
  const { kernel, at, piece, pieces, phase } = steps[index]!;
  const maker = steps.find((step) => step.kernel.writes.includes(name));
  if (!maker) return 1;
  if (maker.at > at) return 0;
  if (maker.at < at) return 1;
  return kernel.writes.includes(name) ? (phase === 'store' ? piece + 1 : piece) / pieces : 0;
}
