/** Tensors as a file holds them, and their bytes as numbers. */
import { halfToFloat } from '../half';

/** Element types that are read, by their safetensors names, and their sizes in bytes. */
export const BYTES_PER_ELEMENT = { F32: 4, F16: 2, BF16: 2, I32: 4, I64: 8 } as const;

export type Dtype = keyof typeof BYTES_PER_ELEMENT;

/** A tensor in its file's own bytes. */
export interface RawTensor {
  name: string;
  dtype: Dtype;
  /** Row-major, the last dimension fastest; empty for a single number. */
  shape: number[];
  /** A view of the file's bytes, little-endian; not necessarily aligned. Do not write to it. */
  bytes: Uint8Array;
}

/**
 * A tensor's values, in a fresh array of its own, (product of shape).
 * F32, F16 and BF16 are converted exactly, infinities, NaN and subnormals included; integers are
 * rounded to the nearest f32, so that they are exact up to 2^24.
 */
export function toFloat32({ dtype, bytes }: RawTensor): Float32Array<ArrayBuffer> {
  switch (dtype) {
    case 'F32':
      return new Float32Array(aligned(bytes));
    case 'F16':
      return fromHalves(new Uint16Array(aligned(bytes)));
    case 'BF16':
      return fromBfloats(new Uint16Array(aligned(bytes)));
    case 'I32':
      return Float32Array.from(new Int32Array(aligned(bytes)));
    case 'I64':
      return Float32Array.from(new BigInt64Array(aligned(bytes)), Number);
  }
}

/**
 * The bit patterns of an F16 tensor, (product of shape), in a fresh array of its own.
 * @throws TypeError for another dtype: a bug in the caller.
 */
export function toHalfBits({ name, dtype, bytes }: RawTensor): Uint16Array<ArrayBuffer> {
  if (dtype !== 'F16') throw new TypeError(`${name} is ${dtype}, not F16.`);
  return new Uint16Array(aligned(bytes));
}

/**
 * A copy that begins at byte 0 of its own buffer, as typed arrays of wider elements need. All
 * platforms with WebGPU or Node are little-endian, as the format is, so no bytes are swapped.
 */
function aligned(bytes: Uint8Array): ArrayBuffer {
  // Not bytes.slice(): for a Node Buffer that is a view.
  return new Uint8Array(bytes).buffer;
}

/** Every half as a float: 256 kB, built at the first need. */
let halves: Float32Array | undefined;

function fromHalves(bits: Uint16Array): Float32Array<ArrayBuffer> {
  halves ??= Float32Array.from({ length: 65_536 }, (_, i) => halfToFloat(i));
  const values = new Float32Array(bits.length);
  for (let i = 0; i < bits.length; i++) values[i] = halves[bits[i]!]!;
  return values;
}

/** A bfloat16 is the upper half of an f32. */
function fromBfloats(bits: Uint16Array): Float32Array<ArrayBuffer> {
  const words = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i++) words[i] = bits[i]! << 16;
  return new Float32Array(words.buffer);
}
