/** Causal convolution over a whole sequence on the GPU, directly or by the Fourier transform. */
import type { ConvolveArgs } from '../viewOps';
import type { Gpu } from './gpu';
import { bufferOf, groups, MOST_GROUPS, tall } from './tensor';

/** From this many tokens on the Fourier transform is faster (with 512 channels; on an H200 between 128 and 256). */
const FFT_FROM = 256;

/** One end of a stage: a buffer and how much of it there is. */
interface End {
  buffer: GPUBuffer;
  rows: number;
  width: number;
}

/** Throws RangeError for more than 262,140 tokens directly; by FFT where its three buffers are too large for the device. */
export function dispatchConvolve(gpu: Gpu, args: ConvolveArgs): void {
  const { rows, kernel, x, y } = args;
  const E = y.shape[1]!;
  const method = args.method ?? (rows < FFT_FROM ? 'direct' : 'fft');
  if (method === 'direct') {
    if (groups(rows, 4) > MOST_GROUPS) {
      throw new RangeError(`A convolution (${method}) cannot take ${rows} tokens at once.`);
    }
    gpu.queue.dispatch(
      gpu.kernels.get('convolve'),
      { kernel: bufferOf(kernel), x: bufferOf(x), y: bufferOf(y) },
      { seqLen: rows, dInner: E },
      [groups(E, 64), groups(rows, 4)],
    );
    return;
  }
  const length = Math.max(2, 2 ** Math.ceil(Math.log2(2 * rows)));
  const width = 2 * groups(E, 2);
  const [a, b, c] = ['fftA', 'fftB', 'fftC'].map((label): End => {
    return { buffer: gpu.scratch(label, length * width), rows: length, width };
  }) as [End, End, End];
  const sequence = (buffer: GPUBuffer): End => ({ buffer, rows, width: E });
  // Twice the length, padded with zeros, so that the end does not wrap around to the beginning.
  const [X, free] = transform(gpu, E, length, -1, sequence(bufferOf(x)), a, b);
  const [K, spare] = transform(gpu, E, length, -1, sequence(bufferOf(kernel)), c, free);
  gpu.queue.dispatch(
    gpu.kernels.get('fftProduct'),
    { left: X.buffer, right: K.buffer, out: spare.buffer },
    { length, dInner: E },
    [groups(width / 2, 64), tall(length)],
  );
  transform(gpu, E, length, 1, spare, X, K, sequence(bufferOf(y)));
}

/**
 * Runs all stages of a transform over time, forward (−1) or back (1, divided by the length), from `from` by way of `to`
 * and `other` in turn. Returns where the result is (`result`, if given) and the buffer that is free.
 */
function transform(
  { kernels, queue }: Gpu,
  E: number,
  length: number,
  direction: -1 | 1,
  from: End,
  to: End,
  other: End,
  result?: End,
): [End, End] {
  const stage = kernels.get('fftStage');
  for (let left = length; left > 1;) {
    const radix = left === 2 ? 2 : 4;
    const last = left === radix;
    const target = last && result ? result : to;
    queue.dispatch(
      stage,
      { source: from.buffer, out: target.buffer },
      {
        length: left,
        stride: length / left,
        dInner: E,
        fromRows: from.rows,
        fromWidth: from.width,
        toRows: target.rows,
        toWidth: target.width,
        direction,
        scale: last && direction > 0 ? 1 / length : 1,
      },
      [groups(groups(E, 2), 64), tall(length / radix)],
    );
    [from, to, other] = [target, other, to];
    left /= radix;
  }
  return [from, to];
}
