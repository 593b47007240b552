import type { Tensor } from '../ops';
import type { Pass } from '../pass';

/** What a layer remembers of the past: all of it, whatever the text's length. */
export interface LayerState {
  /** Last inputs of the short convolution, (E, K − 1); Mamba-2 (E + 2GN, K − 1). */
  conv: Tensor;
  /** The SSM's state, (E, N); Mamba-2 (H, P, N), S4D (E, 2N): real | imaginary. */
  h: Tensor;
}

/** The part of a layer between its norm and its residual connection; one implementation a model family. */
export interface Mixer {
  /** ln 2 / (Δ·|A|) in tokens of each channel's slowest state, at the step size that the bias alone gives, (E). */
  readonly halfLife: Float32Array;
  /**
   * The SSM's own weights as its kernels read them: Mamba (E, N + 2) A_log | D | bias of Δ; Mamba-2 (H, 3) the same;
   * S4D (E, 4N + 2) A_log | A_imag | C real | C imaginary | D | log_dt.
   */
  readonly ssm: Tensor;
  /** A fresh state, all zeros. */
  createState(): LayerState;
  /** Adds this layer's output for `pass.rows` tokens to the residual stream, (L, D), and updates the state. */
  run(pass: Pass, residual: Tensor, state: LayerState): void;
}
