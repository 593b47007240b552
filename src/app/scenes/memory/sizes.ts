/** The tensors of a selective scan, and how many numbers each of them has. */

/** How a number lies in HBM. Arithmetic is in f32 whichever it is. */
export type Dtype = 'f32' | 'bf16' | 'f16';

export const BYTES: Readonly<Record<Dtype, number>> = { f32: 4, bf16: 2, f16: 2 };

/** What the reader may choose. */
export interface Sizes {
  /** Tokens. */
  L: number;
  /** Channels. */
  E: number;
  /** States a channel. */
  N: number;
  /** Sequences. */
  batch: number;
  dtype: Dtype;
  /** Bytes of fast memory that one core has for its tile. */
  sram: number;
}

/** What a tensor has an axis for. Parameters have none for the sequences of a batch. */
export type Axes = 'LE' | 'LN' | 'LEN' | 'EN' | 'E';

interface TensorSpec {
  axes: Axes;
  /** A weight: one for all sequences of a batch. */
  weight?: true;
  /** Holds for the state before the first token and after the last one. */
  state?: true;
}

/**
 * All that a kernel here reads or writes. B̄x is what the input writes into the state; `h` are the states after every token,
 * `h0` and `hL` those before the first and after the last one. A `d` in front is a gradient; `dh` is what reaches the state
 * from its own y.
 */
export const TENSORS = {
  Delta: { axes: 'LE' },
  x: { axes: 'LE' },
  z: { axes: 'LE' },
  B: { axes: 'LN' },
  C: { axes: 'LN' },
  A: { axes: 'EN', weight: true },
  D: { axes: 'E', weight: true },
  bias: { axes: 'E', weight: true },
  h0: { axes: 'EN', state: true },
  hL: { axes: 'EN', state: true },
  Abar: { axes: 'LEN' },
  Bx: { axes: 'LEN' },
  h: { axes: 'LEN' },
  y: { axes: 'LE' },
  dy: { axes: 'LE' },
  dh: { axes: 'LEN' },
  dAbar: { axes: 'LEN' },
  dBx: { axes: 'LEN' },
  dDelta: { axes: 'LE' },
  dx: { axes: 'LE' },
  dz: { axes: 'LE' },
  dB: { axes: 'LN' },
  dC: { axes: 'LN' },
  dA: { axes: 'EN', weight: true },
  dD: { axes: 'E', weight: true },
  dbias: { axes: 'E', weight: true },
} satisfies Record<string, TensorSpec>;

export type TensorName = keyof typeof TENSORS;

/** True if it grows with the tokens: it crosses piece by piece, the others once a kernel. */
export const isLong = (name: TensorName): boolean => TENSORS[name].axes.startsWith('L');

/** Numbers of a token, of one sequence; of tensors without tokens: all. */
export function numbersEach(name: TensorName, { E, N }: Pick<Sizes, 'E' | 'N'>): number {
  const { axes } = TENSORS[name];
  return (axes.includes('E') ? E : 1) * (axes.includes('N') ? N : 1);
}

/** Numbers of the whole tensor, all sequences together. */
export function numbersOf(name: TensorName, sizes: Sizes): number {
  const spec: TensorSpec = TENSORS[name];
  const each = numbersEach(name, sizes) * (isLong(name) ? sizes.L : 1);
  return spec.weight ? each : each * sizes.batch;
}

export const bytesOf = (name: TensorName, sizes: Sizes): number =>
  BYTES[sizes.dtype] * numbersOf(name, sizes);
