/**
 * The one interface between a model and a device. A model's forward pass is written once, over these
 * operations; `reference/` implements them in plain TypeScript (the oracle), `webgpu/` with the shaders.
 * It is not a tensor library: each method is one operation of the models here, under the name that its
 * shader, its reference file and its tests bear.
 *
 * Calls enqueue; only `collect` awaits. Letters: L rows (tokens), D model width, E inner width, N state
 * size, R rank of Δ, K conv width, V vocabulary.
 */
import type { AttentionOps } from './attentionOps';
import type { DeviceInfo, Sampling } from './types';
import type { ViewOps } from './viewOps';

/** A block of f32 numbers on the device, row-major. */
export interface Tensor {
  readonly label: string;
  readonly shape: readonly number[];
}

/** A matrix of weights (rows, cols) as the checkpoint holds it; f16 stays packed on the GPU. */
export interface Matrix {
  readonly label: string;
  readonly rows: number;
  readonly cols: number;
}

/** A piece of a tensor, copied at the moment of asking and read later. */
export interface Capture {
  readonly length: number;
}

/** Weights in the two forms that a checkpoint has them. */
export type MatrixData =
  | { dtype: 'F32'; values: Float32Array }
  /** Bit patterns of IEEE half floats. */
  | { dtype: 'F16'; bits: Uint16Array };

/**
 * Token ids on the device, as `sample` draws them: how many there are, then the ids, (1 + capacity), all of them u32 in
 * place of f32. `zeros` makes an empty one.
 */
export type TokenList = Tensor;

export interface EmbedArgs {
  /** Token ids, 1 … maxRows of them; or the last one of a list that is not empty. */
  ids: readonly number[] | TokenList;
  /** (V, D). */
  table: Matrix;
  /** (L, D), written. */
  out: Tensor;
}

export interface RmsNormArgs {
  rows: number;
  /** (L, D). */
  x: Tensor;
  /** (D). */
  weight: Tensor;
  epsilon: number;
  /** (L, D), written. */
  out: Tensor;
}

export interface LinearArgs {
  rows: number;
  /** (L, ≥ cols): the first `cols` numbers of each row are multiplied. */
  x: Tensor;
  /** Row of x that is read, if `rows` is 1; 0 if left out. */
  firstRow?: number;
  /** (M, cols). */
  weight: Matrix;
  /** (M); none if left out. */
  bias?: Tensor;
  /** RMS-normalise each row of x first. */
  norm?: { weight: Tensor; epsilon: number };
  /** (L, M): written, or added to if `add`. */
  out: Tensor;
  /** Residual connection: out += x Wᵀ. */
  add?: boolean;
}

export interface CausalConv1dArgs {
  rows: number;
  /** (L, ≥ firstColumn + E): the convolution's input is E of its columns. */
  input: Tensor;
  /** Column of the first channel; 0 if left out. */
  firstColumn?: number;
  /** (E, K), the last column multiplies the newest token. */
  weight: Tensor;
  /** (E). */
  bias: Tensor;
  /** (E, K − 1): the inputs before the first row, oldest first; updated. */
  state: Tensor;
  /** (L, E) after SiLU, written. */
  out: Tensor;
  /** (L, E): the sum before SiLU; written if it is given. */
  sum?: Tensor;
}

export interface ColumnsArgs {
  rows: number;
  /** Rows of `stride` numbers, not necessarily from its beginning on. */
  input: Tensor;
  /** Where in `input` the first number of the first row lies. */
  first: number;
  stride: number;
  width: number;
  /** (L, width), written. */
  out: Tensor;
}

export interface GatedRmsNormArgs {
  rows: number;
  /** (L, E), replaced by the result. */
  y: Tensor;
  /** (L, ≥ E): the first E columns are the gate branch z. */
  zxbcdt: Tensor;
  /** (E). */
  weight: Tensor;
  epsilon: number;
}

/** What the forms of Mamba-2's SSM (SSD) share. Letters: H heads of P channels, G groups. */
export interface SsdArgs {
  rows: number;
  /** (L, E + 2GN) after conv1d and SiLU: x | B | C. */
  xbc: Tensor;
  /** (L, 2E + 2GN + H): its last H columns are Δ before bias and softplus. */
  zxbcdt: Tensor;
  /** (H, 3): A_log | D | bias of Δ, one row a head. */
  ssm: Tensor;
  /** (H, P, N): the state; updated. */
  h: Tensor;
  /** (L, E): C·h + D x, written. */
  y: Tensor;
  nGroups: number;
  /** Δ is clamped to this range after the softplus, before the turn. */
  deltaLimit: readonly [number, number];
  /** U = H, S = G·N. */
  turn: Turn;
}

export interface SsdRecurrenceArgs extends SsdArgs {
  probe?: ScanProbe;
}

export interface SsdChunkedArgs extends SsdArgs {
  /** Q. */
  chunkSize: number;
}

export interface S4dScanArgs {
  rows: number;
  /** (L, E): the SSM's input, after conv1d and SiLU. */
  x: Tensor;
  /** (L, 2E): the second half is the gate branch z. */
  xz: Tensor;
  /** (E, 4N + 2): A_log | A_imag | C real | C imaginary (N each) | D | log_dt, one row a channel. */
  ssm: Tensor;
  /** (E, 2N): the complex state, real | imaginary; updated. */
  h: Tensor;
  /** (L, E): gated output, written. */
  y: Tensor;
  /** U = E, S = 0: S4D has no B and C of a token. */
  turn: Turn;
  probe?: ScanProbe;
}

/**
 * What is changed in a running SSM, read by its kernels at every token. U is the number of Δ a token has: E channels,
 * or H heads of Mamba-2. S is the number of B, and of C: N, or G·N of Mamba-2. A table that changes nothing is all
 * ones, ones, ones, −1 (`neutralTable`).
 */
export interface Turn {
  /**
   * (4U + 2S), planes one after the other, so that threads side by side read side by side:
   *   factor on Δ (U) · factor on A (U) · gain on the SSM's output C·h + D x (U), before any gate; 0 silences ·
   *   Δ that is held in place of the token's (U), −1 where the token's own counts; the factor applies to either ·
   *   B in place of every token's (S) · C in place of every token's (S)
   */
  table: Tensor;
  /** B is the table's, not the token's. */
  holdB: boolean;
  /** C is the table's, not the token's. */
  holdC: boolean;
}

/** Where the scan writes what was asked for; nothing is written for a plane that is left out. */
export interface ScanProbe {
  /** One buffer for all planes. */
  out: Tensor;
  /** Offset of Δ, (L, E); not written for Mamba-2, whose Δ follows from its projection. */
  delta?: number;
  /** Offset of Σ_n (h_t − h_{t−1})², (L, E). */
  hMoved?: number;
  /** Offset of Σ_n h_t², (L, E). */
  hNorm?: number;
  /** Offset of h, (L, E, N); S4D (L, E, 2N). */
  h?: number;
  /** Offset of C·h + D x times its gain, before the gate, (L, E); not written for Mamba-2, whose output that is. */
  y?: number;
}

/** What the two forms of the selective SSM share. */
export interface SelectiveArgs {
  /** (L, 2E): the second half is the gate branch z. */
  xz: Tensor;
  /** (L, R + 2N): low-rank Δ | B | C. */
  dbc: Tensor;
  /** (E, N + 2): A_log (N) | D | bias of Δ, one row a channel. */
  ssm: Tensor;
  /** (E, N): the state; updated. */
  h: Tensor;
  /** U = E, S = N. */
  turn: Turn;
  probe?: ScanProbe;
}

export interface SelectiveScanArgs extends SelectiveArgs {
  rows: number;
  /** (L, E): the SSM's input, after conv1d and SiLU. */
  x: Tensor;
  /** (L, E): dt_proj's output, before bias and softplus, comes in; the gated output goes out. */
  y: Tensor;
}

export interface SelectiveStepArgs extends SelectiveArgs {
  /** (1, E): the SSM's input x, after conv1d and SiLU, comes in; the gated output goes out. */
  y: Tensor;
  /** (E, R): dt_proj, applied inside. */
  dtWeight: Matrix;
}

export interface SampleArgs {
  /** (V). */
  logits: Tensor;
  sampling: Sampling;
  /** Position in the text that the list's first token has. */
  position: number;
  /** The token that is drawn is added to it. */
  ids: TokenList;
}

export interface Ops extends ViewOps, AttentionOps {
  readonly info: DeviceInfo;
  /** The largest tensor that the device takes, in bytes. */
  readonly maxTensorBytes: number;
  /** What the device has for tensors in all, in bytes; Infinity where it does not say. */
  readonly memoryBytes: number;
  /** Settles with the reason if the device is lost for good; never settles otherwise. */
  readonly lost: Promise<string>;
  /**
   * Tokens that one run of a model with so many parameters should take at most; longer texts pass in pieces. As many as
   * keep the device busy; on a CPU no more than about 50 ms of work, so that a worker hears messages between pieces.
   */
  rowsAtOnce(parameters: number): number;

  /** Bytes that a matrix of weights takes here. */
  matrixBytes(rows: number, cols: number, dtype: MatrixData['dtype']): number;
  /**
   * Runs work that makes tensors, at once, and resolves when the device has found room for them. Rejects with
   * OutOfMemoryError if it has none; whatever was made is freed then.
   */
  attempt<T>(work: () => T): Promise<T>;
  /** Uploads a matrix, (rows, cols). */
  matrix(label: string, rows: number, cols: number, data: MatrixData): Matrix;
  /** Uploads numbers. */
  constant(label: string, shape: readonly number[], values: Float32Array): Tensor;
  /** Allocates zeros. Throws RangeError if they are more than `maxTensorBytes`. */
  zeros(label: string, shape: readonly number[]): Tensor;
  release(...tensors: readonly (Tensor | Matrix)[]): void;
  /** Copies `length` numbers from one tensor to another, both counted from the given offsets. */
  copy(from: Tensor, fromOffset: number, to: Tensor, toOffset: number, length: number): void;

  /** out[t] = table[ids[t]]. */
  embed(args: EmbedArgs): void;
  /** out = x / √(mean(x²) + ε) · weight, row by row. */
  rmsNorm(args: RmsNormArgs): void;
  /** out = norm?(x) Wᵀ (+ bias) (+ out). */
  linear(args: LinearArgs): void;
  /** Depthwise causal convolution of width K over time, then SiLU. */
  causalConv1d(args: CausalConv1dArgs): void;
  /** out = some columns of the input, side by side. */
  columns(args: ColumnsArgs): void;
  /** The selective scan over L tokens, fused: softplus, ZOH of A, ΔB, recurrence, C, D skip and gate (Mamba §3.3). */
  selectiveScan(args: SelectiveScanArgs): void;
  /** One token of the same, with dt_proj fused in as well. */
  selectiveStep(args: SelectiveStepArgs): void;

  /** y = RMSNorm(y · SiLU(z)) · weight, row by row (Mamba-2 §7, the norm before the last projection). */
  gatedRmsNorm(args: GatedRmsNormArgs): void;
  /** SSD token by token: h = exp(ΔA) h + Δ x ⊗ B, y = C·h + D x (Mamba-2, arXiv 2405.21060, §2, eq. 1). */
  ssdRecurrence(args: SsdRecurrenceArgs): void;
  /** SSD by chunks: diagonal blocks, chunk states, passing, output (Mamba-2 §6, Listing 1). */
  ssdChunked(args: SsdChunkedArgs): void;
  /** S4D token by token: h = Āh + x, y = 2·Re(C′h) + Dx, gated (S4D, arXiv 2206.11893, §3; C′ = C(Ā − 1)/A). */
  s4dScan(args: S4dScanArgs): void;

  /** Draws the next token, as `sampleToken` does. */
  sample(args: SampleArgs): void;
  /**
   * Does the same work over and over. `work` calls operations of one row alone, always the same ones with the same
   * arguments, so that a device may ask it once and repeat what it heard.
   */
  repeat(times: number, work: () => void): void;

  /** Remembers `length` numbers of a tensor as they are now. */
  capture(tensor: Tensor, offset: number, length: number): Capture;
  /** Waits for the device and returns captured numbers, in order. Each capture can be collected once. */
  collect(captures: readonly Capture[]): Promise<Float32Array[]>;
  /** Hands what was enqueued to the device without waiting. */
  flush(): void;
  dispose(): void;
}
