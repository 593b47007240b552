import type { ConvolveArgs } from '../viewOps';
import { fft } from './fft';
import { dataOf } from './tensor';

/** From this many tokens on the Fourier transform is faster. */
const FFT_FROM = 256;

/** y_t = Σ_{j≤t} K̄_{t−j} x_j for every channel, directly or by the convolution theorem. */
export function convolve(args: ConvolveArgs): void {
  const { rows: L, method = L < FFT_FROM ? 'direct' : 'fft' } = args;
  const kernel = dataOf(args.kernel); // (≥ L, E)
  const x = dataOf(args.x); // (L, E)
  const y = dataOf(args.y); // (L, E)
  const E = args.y.shape[1]!;
  const column = (values: Float32Array, e: number, length: number): Float64Array => {
    const out = new Float64Array(length);
    for (let t = 0; t < L; t++) out[t] = values[t * E + e]!;
    return out;
  };
  for (let e = 0; e < E; e++) {
    const convolved =
      method === 'direct'
        ? direct(column(kernel, e, L), column(x, e, L))
        : transformed(column(kernel, e, padded(L)), column(x, e, padded(L)));
    for (let t = 0; t < L; t++) y[t * E + e] = convolved[t]!;
  }
}

/** A power of two that is at least twice the length: the end must not wrap around to the beginning. */
const padded = (length: number): number => 2 ** Math.ceil(Math.log2(2 * length));

function direct(kernel: Float64Array, x: Float64Array): Float64Array {
  return x.map((_, t) => {
    let sum = 0;
    for (let j = 0; j <= t; j++) sum += kernel[t - j]! * x[j]!;
    return sum;
  });
}

function transformed(kernel: Float64Array, x: Float64Array): Float64Array {
  const [kernelIm, xIm] = [new Float64Array(x.length), new Float64Array(x.length)];
  fft(kernel, kernelIm, -1);
  fft(x, xIm, -1);
  const re = x.map((value, f) => value * kernel[f]! - xIm[f]! * kernelIm[f]!);
  const im = x.map((value, f) => value * kernelIm[f]! + xIm[f]! * kernel[f]!);
  fft(re, im, 1);
  return re;
}
