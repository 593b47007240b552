/**
 * The one interface between a model and a device. A model's forward pass is written once, over these
 * operations; `reference/` implements them in plain TypeScript (the oracle), `webgpu/` with the shaders.
 * It is not a tensor library: each method is one operation of the models here, under the name that its
 * shader, its reference file and its tests bear.
 *
 * Calls enqueue; only `collect` awaits. Letters: L rows (tokens), D model width, E inner width, N state
 * size, R rank of Δ, K conv width, V vocabulary.
 */
import type { DeviceInfo } from './types';

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

export interface EmbedArgs {
  /** Token ids, 1 … maxRows of them. */
  ids: readonly number[];
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
  /** Δ is clamped to this range after the softplus, before it is scaled. */
  deltaLimit: readonly [number, number];
  deltaScale: number;
  aScale: number;
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
  deltaScale: number;
  aScale: number;
  probe?: ScanProbe;
}

/** Where the scan writes what was asked for; nothing is written for a plane that is left out. */
export interface ScanProbe {
  /** One buffer for all planes. */
  out: Tensor;
  /** Offset of Δ, (L, E); Mamba-2 (L, H). */
  delta?: number;
  /** Offset of Σ_n (h_t − h_{t−1})², (L, E). */
  hMoved?: number;
  /** Offset of Σ_n h_t², (L, E). */
  hNorm?: number;
  /** Offset of h, (L, E, N); S4D (L, E, 2N). */
  h?: number;
}

/** What the two forms of the selective SSM share. */
export interface SelectiveArgs {
  /** (L, E): the SSM's input, after conv1d and SiLU. */
  x: Tensor;
  /** (L, 2E): the second half is the gate branch z. */
  xz: Tensor;
  /** (L, R + 2N): low-rank Δ | B | C. */
  dbc: Tensor;
  /** (E, N + 2): A_log (N) | D | bias of Δ, one row a channel. */
  ssm: Tensor;
  /** (E, N): the state; updated. */
  h: Tensor;
  /** (L, E): gated output, written. */
  y: Tensor;
  deltaScale: number;
  aScale: number;
  probe?: ScanProbe;
}

export interface SelectiveScanArgs extends SelectiveArgs {
  rows: number;
  /** (L, E): dt_proj's output, before bias and softplus. */
  dt: Tensor;
}

export interface SelectiveStepArgs extends SelectiveArgs {
  /** (E, R): dt_proj, applied inside. */
  dtWeight: Matrix;
}

export interface Ops {
  readonly info: DeviceInfo;
  /** The largest tensor that the device takes, in bytes. */
  readonly maxTensorBytes: number;
  /** Settles with the reason if the device is lost for good; never settles otherwise. */
  readonly lost: Promise<string>;
  /**
   * Tokens that one run of a model with so many parameters should take at most; longer texts pass in pieces. As many as
   * keep the device busy; on a CPU no more than about 50 ms of work, so that a worker hears messages between pieces.
   */
  rowsAtOnce(parameters: number): number;

  /** Uploads a matrix, (rows, cols). */
  matrix(label: string, rows: number, cols: number, data: MatrixData): Matrix;
  /** Uploads numbers. */
  constant(label: string, shape: readonly number[], values: Float32Array): Tensor;
  /** Allocates zeros. */
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

  /** Remembers `length` numbers of a tensor as they are now. */
  capture(tensor: Tensor, offset: number, length: number): Capture;
  /** Waits for the device and returns captured numbers, in order. Each capture can be collected once. */
  collect(captures: readonly Capture[]): Promise<Float32Array[]>;
  /** Hands what was enqueued to the device without waiting. */
  flush(): void;
  dispose(): void;
}
