import type { Matrix, Tensor, TokenList } from '../ops';

/** A tensor of the reference device: plain f32 numbers in JavaScript memory. */
export interface CpuTensor extends Tensor {
  readonly data: Float32Array;
}

/** A weight matrix of the reference device, widened to f32. */
export interface CpuMatrix extends Matrix {
  readonly data: Float32Array;
}

/** The numbers behind a handle that this device made. */
export const dataOf = (handle: Tensor | Matrix): Float32Array => (handle as CpuTensor).data;

/** The words of a token list: how many there are, then the ids. */
export function wordsOf(list: TokenList): Uint32Array {
  const { buffer, byteOffset, length } = dataOf(list);
  return new Uint32Array(buffer, byteOffset, length);
}
