/** Both ends of a step on the GPU: a token's embedding, and the draw of the next token. */
import type { Matrix, SampleArgs, Tensor } from '../ops';
import type { Kernels } from './kernels';
import type { CommandQueue } from './queue';
import { bufferOf, groups, sizeOf, type GpuMatrix } from './tensor';

/** `rows` ids from a buffer of ids; or, if `drawn`, the last one of a token list. */
export function dispatchEmbed(
  kernels: Kernels,
  queue: CommandQueue,
  from: { ids: GPUBuffer; rows: number; drawn: boolean },
  table: Matrix,
  out: Tensor,
): void {
  const { ids, rows, drawn } = from;
  const { packed } = table as GpuMatrix;
  queue.dispatch(
    kernels.get('embed', { packed, drawn }),
    { ids, table: bufferOf(table), out: bufferOf(out) },
    { rows: table.rows, cols: table.cols },
    [groups(table.cols, 64), rows],
  );
}

/** The next token. */
export function dispatchSample(
  kernels: Kernels,
  queue: CommandQueue,
  { logits, sampling, position, ids }: SampleArgs,
): void {
  const { temperature, topK, topP, seed } = sampling;
  queue.dispatch(
    kernels.get('sample'),
    { logits: bufferOf(logits), ids: bufferOf(ids) },
    {
      vocabSize: sizeOf(logits.shape),
      // A positive temperature stays one: f32 would make 0 of the smallest.
      temperature: temperature > 0 ? Math.max(temperature, 1e-30) : 0,
      topK,
      topP,
      seed,
      position,
    },
    [1],
  );
}
