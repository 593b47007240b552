/**
 * Operations of the Transformer's layers: attention over a cache of keys and values, and the gate of the MLP. Part of
 * `Ops`; letters as there, and H heads of P numbers, G of them with keys and values of their own, F the MLP's width.
 */
import type { Tensor, TokenList } from './ops';

export interface AttentionArgs {
  rows: number;
  /** Place in the text of the first row's token: so many are in the cache already. */
  position: number;
  /** If given, for one row: `position` is the place of the list's first token, and the row's token is its last. */
  drawn?: TokenList;
  /** (L, (H + 2G)·P): q | k | v, not rotated yet. Holds anything afterwards. */
  qkv: Tensor;
  /** (capacity, 2·G·P): keys, rotated | values. Those of the rows are written. */
  cache: Tensor;
  /** (P / 2, 2): RoPE's turns a token, see `rotationRates`. */
  rates: Tensor;
  /** (L, H·P): every head's mean of the values, written. */
  y: Tensor;
  nHeads: number;
  nKvHeads: number;
  headDim: number;
  /** What some heads look at, if somebody wants to see it. */
  probe?: AttentionProbe;
}

/** Probabilities, head after head, row after row: the row of place i has i + 1 of them. */
export interface AttentionProbe {
  heads: readonly number[];
  out: Tensor;
}

export interface SwigluArgs {
  rows: number;
  /** (L, 2F): gate | up. */
  gateUp: Tensor;
  /** (L, F), written. */
  out: Tensor;
}

export interface AttentionOps {
  /**
   * Causal attention with rotated positions: the rows' keys and values join the cache, and every row takes the mean of
   * the values up to its own, y = softmax(q·k / √P) v (Attention is all you need, arXiv 1706.03762, eq. 1; RoPE,
   * arXiv 2104.09864, eq. 34). No (L, L) numbers in memory.
   */
  attention(args: AttentionArgs): void;
  /** out = SiLU(gate) · up (GLU variants, arXiv 2002.05202, eq. 6). */
  swiglu(args: SwigluArgs): void;
}

/** Numbers that a probe writes of one head for so many rows from that place on. */
export const probabilityCount = (position: number, rows: number): number =>
  rows * (position + 1) + (rows * (rows - 1)) / 2;

const TURN = 2 ** 32;
const HALF = 2 ** 16;

/**
 * RoPE's turns a token for each of P / 2 pairs, θ^(−2i/P) / 2π, (P / 2, 2): as whole numbers of 2⁻³² turns, their upper
 * 16 bits | the lower ones. A place times such a number, less its whole turns, is exact in 32 bits, so that angles far
 * on in a text are as good as the first; a product of f32 would be off by 0.002 at place 30,000.
 */
export function rotationRates(headDim: number, theta: number): Float32Array {
  return Float32Array.from({ length: headDim }, (_, i) => {
    const rate = theta ** ((-2 * Math.floor(i / 2)) / headDim);
    const units = Math.round((rate / (2 * Math.PI)) * TURN);
    return i % 2 === 0 ? Math.floor(units / HALF) : units % HALF;
  });
}

/** The angle of pair i at a place, less its whole turns, in radians. `rates` as rotationRates makes them. */
export function angleAt(rates: Float32Array, i: number, position: number): number {
  const units = rates[2 * i]! * HALF + rates[2 * i + 1]!;
  // In 32 bits, as the GPU has it.
  return (Math.imul(position, units) / TURN) * 2 * Math.PI;
}
