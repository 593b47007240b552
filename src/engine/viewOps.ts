/**
 * Operations that compute an SSM in another way than the fused kernels do: unfused, by a parallel scan, as a matrix, as
 * a convolution. Part of `Ops`; letters as there. Shapes are stated for f32, row-major.
 * No model runs them: its pass is s4dScan, selectiveScan and SSD. Those of Mamba and Mamba-2 are twins of the untouched
 * computation and take no turn; S4D's obey theirs as s4dScan does, for the kernel K̄ is shown of a turned model too.
 */
import type { S4dScanArgs, SelectiveScanArgs, SsdArgs, Tensor } from './ops';

/** What the recurrence h_t = Ā_t h_{t−1} + (B̄x)_t is given: one pair a token, channel and state. */
export interface Pairs {
  /** (L, E, N); S4D (L, E, 2N): real | imaginary. */
  Abar: Tensor;
  /** As large. */
  Bx: Tensor;
}

/** Both of the pairs are written. */
export interface DiscretiseArgs
  extends Pairs, Pick<SelectiveScanArgs, 'rows' | 'x' | 'dbc' | 'ssm'> {
  /** (L, E): dt_proj's output, before bias and softplus. */
  dt: Tensor;
}

/** Both of the pairs are written, (L, E, N): Ā of a head once for each of its P·N states. */
export type SsdDiscretiseArgs = Pairs & Omit<SsdArgs, 'h' | 'y' | 'turn'> & { headDim: number };

/** Both of the pairs are written, (L, E, 2N). B̄ is part of C′, so B̄x is x itself. */
export type S4dDiscretiseArgs = Pairs & Pick<S4dScanArgs, 'rows' | 'x' | 'ssm' | 'turn'>;

export interface ScanMaterialisedArgs extends Pairs {
  rows: number;
  /** (E, N): the state; updated. */
  h: Tensor;
  /** (L, E, N): the state after each token, written. */
  hs: Tensor;
}

export interface ContractArgs extends Pick<SelectiveScanArgs, 'x' | 'xz' | 'dbc' | 'ssm' | 'y'> {
  rows: number;
  /** (L, E, N): the state after each token. */
  hs: Tensor;
}

export interface SsdContractArgs extends Pick<SsdArgs, 'rows' | 'xbc' | 'ssm' | 'y' | 'nGroups'> {
  headDim: number;
  /** (L, E, N). */
  hs: Tensor;
}

export interface S4dContractArgs extends Omit<S4dScanArgs, 'h' | 'probe'> {
  /** (L, E, 2N): real | imaginary. */
  hs: Tensor;
}

/** One level of a parallel scan: token i = first, first + stride, … < L is combined with token i − distance. */
export interface ScanLevelArgs extends Pairs {
  rows: number;
  first: number;
  stride: number;
  /** 0 combines nothing: the pairs are only looked at. */
  distance: number;
  /** Whether the pairs are complex, (L, E, 2N). */
  complex: boolean;
  /** Writes the pairs after this level, of the tokens that it combined, of lanes e·N + n from `firstLane` on. */
  probe?: {
    /** At `offset`: (tokens, lanes, 2): a | b; complex 4: a real, a imaginary, b real, b imaginary. */
    out: Tensor;
    offset: number;
    firstLane: number;
    lanes: number;
  };
}

/** What Mamba and Mamba-2 mix tokens by, as their kernels see it after softplus and projections. */
export interface MixingArgs {
  rows: number;
  /** (L, K): Δ; K is E, Mamba-2 H. */
  delta: Tensor;
  /** (K, N), Mamba-2 (H, 1): A itself, negative. */
  A: Tensor;
  /** (L, ≥ 2GN): B and C of each token, G·N columns each. */
  bc: Tensor;
  /** Columns where B and C begin. */
  firstB: number;
  firstC: number;
  nGroups: number;
  dState: number;
}

/** Which of the matrices of a layer are meant. */
export type MatrixChoice =
  /** `count` matrices of consecutive channels or heads; (count, L, L) is written. */
  | { first: number; count: number }
  /** The mean over all channels or heads; (L, L) is written. */
  | 'mean';

export interface ImpliedMatrixArgs extends MixingArgs {
  of: MatrixChoice;
  /** Rows `from` … `until − 1` alone are written; all of them if it is left out. */
  piece?: { from: number; until: number };
  out: Tensor;
}

export interface ToeplitzMatrixArgs {
  rows: number;
  /** (≥ L, E). */
  kernel: Tensor;
  of: MatrixChoice;
  out: Tensor;
}

export interface ApplyMatrixArgs {
  rows: number;
  /** (count, L, L). */
  matrices: Tensor;
  /** Channel or head of the first matrix, and how many there are. */
  first: number;
  count: number;
  /** Channels that share a matrix: 1, Mamba-2 P. */
  headDim: number;
  /** (L, ≥ E). */
  x: Tensor;
  /** (K): the skip, one number a matrix. */
  D: Tensor;
  /** (L, E): M x + D x, written for the channels of these matrices. */
  y: Tensor;
}

export interface SelectiveChunkedArgs extends Omit<MixingArgs, 'nGroups'> {
  /** Q. */
  chunkSize: number;
  /** (L, E). */
  x: Tensor;
  /** (E). */
  D: Tensor;
  /** (E, N): the state; updated. */
  h: Tensor;
  /** (L, E): C·h + D x, before the gate; written. */
  y: Tensor;
}

export interface S4dKernelArgs extends Pick<S4dScanArgs, 'rows' | 'ssm' | 'turn'> {
  /** (L, E), written. */
  kernel: Tensor;
}

/** `direct`: L²/2 products a channel; `fft`: by the discrete Fourier transform, L·log L. */
export type ConvolutionMethod = 'direct' | 'fft';

export interface ConvolveArgs {
  rows: number;
  /** (≥ L, E). */
  kernel: Tensor;
  /** (L, E). */
  x: Tensor;
  /** (L, E), written. */
  y: Tensor;
  /** Left out: whichever is faster at that length. */
  method?: ConvolutionMethod;
}

export interface S4dConvolveArgs extends Omit<S4dScanArgs, 'probe'> {
  /** (L, E): what s4dKernel made of the same parameters. */
  kernel: Tensor;
  method?: ConvolutionMethod;
}

export interface ViewOps {
  /**
   * Unfused, first of three: Ā = exp(ΔA) and B̄x = ΔB·x in memory (Mamba §3.3, what a fused scan avoids). With
   * scanMaterialised and contract it is selectiveScan.
   */
  discretise(args: DiscretiseArgs): void;
  /** Unfused, second: h_t = Ā_t h_{t−1} + (B̄x)_t, every state to memory. */
  scanMaterialised(args: ScanMaterialisedArgs): void;
  /** Unfused, third: y = (C·h + D x)·SiLU(z). */
  contract(args: ContractArgs): void;
  /** Mamba-2's pairs. */
  ssdDiscretise(args: SsdDiscretiseArgs): void;
  /** Mamba-2: y = C·h + D x. */
  ssdContract(args: SsdContractArgs): void;
  /** S4D's pairs. */
  s4dDiscretise(args: S4dDiscretiseArgs): void;
  /** S4D: y = (2·Re(C′·h) + D x)·SiLU(z), times the turn's gain. */
  s4dContract(args: S4dContractArgs): void;
  /**
   * One level of a parallel scan, in place, with (a₁,b₁)•(a₂,b₂) = (a₁a₂, a₂b₁ + b₂) (Blelloch, Prefix sums and their
   * applications, 1990, §1.4.1). After all levels Bx holds the states that follow from a zero state.
   */
  scanLevel(args: ScanLevelArgs): void;
  /**
   * M_ij = C_i·(∏_{k=j+1..i} Ā_k) B̄_j for j ≤ i, else 0: the matrix that the SSM multiplies its input by (hidden
   * attention, arXiv 2403.01590, eq. 10; Mamba-2, arXiv 2405.21060, eq. 3). The skip D is not part of it. L×L numbers a
   * matrix; each thread adds up its own segments of Δ, so that nothing cancels.
   */
  impliedMatrix(args: ImpliedMatrixArgs): void;
  /** M_ij = K̄_{i−j} for j ≤ i, else 0: the same matrix where nothing depends on the token. */
  toeplitzMatrix(args: ToeplitzMatrixArgs): void;
  /** y = M x + D x. */
  applyMatrix(args: ApplyMatrixArgs): void;
  /**
   * Mamba by chunks, as SSD does it (Mamba-2 §6) but with its N decays a channel: diagonal blocks and output, then the
   * state of the chunk. No tensor of shape (L, E, N); more exponentials than the scan.
   */
  selectiveChunked(args: SelectiveChunkedArgs): void;
  /** S4D's kernel K̄_l = 2·Re(Σ_n C′_n Ā_nˡ) (S4D, arXiv 2206.11893, eq. 3). */
  s4dKernel(args: S4dKernelArgs): void;
  /** Causal convolution over the whole sequence: y_t = Σ_{j≤t} K̄_{t−j} x_j, channel by channel. */
  convolve(args: ConvolveArgs): void;
  /**
   * S4D as a convolution: y = (K̄ * x + 2·Re(C′Ā^{t+1}h₀) + D x)·SiLU(z), times the turn's gain, and the state after the
   * last token, Ā^L h₀ + Σ_j Ā^{L−1−j} x_j, so that the recurrence can go on from it. The turn is the one that `kernel` was
   * made with.
   */
  s4dConvolve(args: S4dConvolveArgs): void;
}
