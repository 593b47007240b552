import type { Block } from '../../../viz/matrix/Matrix';
import type { Chunk } from './steps';

/** Outlines of the chunk at hand: its diagonal block; what its state will be heard by; all that one state holds; what hears it. */
export function blocksOf(
  chunks: readonly Chunk[],
  step: number,
  chunk: number,
  size: number,
): Block[] {
  const at = chunks[chunk];
  if (step === 0 || !at) return [];
  const [first, end] = [at.first, at.first + at.length];
  const own: Block = { rows: [first, end], columns: [first, end], kind: 'ink' };
  // Past the last word there are no rows yet: the edge stands for them.
  const later: [number, number] = end < size ? [end, size] : [size - 0.15, size];
  if (step === 1) return [own];
  if (step === 2) return [own, { rows: later, columns: [first, end], kind: 'B' }];
  if (step === 3) return [{ rows: later, columns: [0, end], kind: 'h' }];
  return [own, { rows: [first, end], columns: [0, first], kind: 'C' }];
}
