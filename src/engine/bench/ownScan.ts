/** The scan at a size of the reader's own: several sequences, any N, cut to what fits. */
import type { Tensor } from '../ops';
import { needOf, type Pool, type Shapes } from './data';
import type { KernelWork } from './kernel';
import { scanWork, unfusedShapes, unfusedWork } from './scan';
import type { BenchWay, ScanSize } from './types';

/** Bytes of all tensors together at most: what most graphics cards, and most pages, can spare. */
const MOST = 2 ** 31;

/** One way of the scan, `batch` sequences one after the other: the kernels take one at a time. */
export function ownScanWork(
  pool: Pool,
  way: BenchWay | null,
  { E, L, N, batch }: ScanSize,
): KernelWork<Shapes> {
  return way === 'unfused'
    ? batched(unfusedWork(pool, E, L, N), batch)
    : batched(scanWork(pool, E, L, N), batch);
}

/** The same with as many tokens as fit, both ways: no tensor beyond `tensorBytes`, all of them within `MOST`. */
export function fitted(size: ScanSize, tensorBytes: number): ScanSize {
  const { E, N, batch } = size;
  const total = (L: number): number => needOf(unfusedShapes(E, L, N)).total;
  const each = total(2) - total(1);
  const fits = Math.min(tensorBytes / (4 * E * N), (MOST / batch - total(0)) / each);
  return { ...size, L: Math.max(1, Math.min(size.L, Math.floor(fits))) };
}

/** The work on so many sets of tensors, one set after the other. The first and the last are checked. */
function batched<S extends Shapes>(work: KernelWork<S>, batch: number): KernelWork<Shapes> {
  const names = Object.keys(work.shapes);
  const sequences = Array.from({ length: batch }, (_, i) => i);
  const nameOf = (sequence: number, name: string): string => `${sequence}.${name}`;
  const of = (tensors: Record<string, Tensor>, sequence: number): Record<keyof S, Tensor> =>
    Object.fromEntries(names.map((name) => [name, tensors[nameOf(sequence, name)]!])) as Record<
      keyof S,
      Tensor
    >;
  return {
    shapes: Object.fromEntries(
      sequences.flatMap((i) => names.map((name) => [nameOf(i, name), work.shapes[name]!])),
    ),
    leastBytes: batch * work.leastBytes,
    fill: (tensors) => sequences.forEach((i) => work.fill(of(tensors, i))),
    run: (ops, tensors) => sequences.forEach((i) => work.run(ops, of(tensors, i))),
    settle: (tensors) => sequences.forEach((i) => work.settle?.(of(tensors, i))),
    async check(tensors) {
      const first = await work.check(of(tensors, 0));
      if (batch === 1) return first;
      const last = await work.check(of(tensors, batch - 1));
      return last.error <= first.error ? first : last;
    },
  };
}
