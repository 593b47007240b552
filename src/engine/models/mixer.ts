import type { Tensor } from '../ops';
import type { Pass } from '../pass';

/** What an SSM's layer remembers of the past: all of it, whatever the text's length. */
export interface SsmState {
  /** Last inputs of the short convolution, (E, K − 1); Mamba-2 (E + 2GN, K − 1). */
  conv: Tensor;
  /** The SSM's state, (E, N); Mamba-2 (H, P, N), S4D (E, 2N): real | imaginary. */
  h: Tensor;
}

/** What a Transformer's layer remembers: every token, so it grows with the text. */
export interface KvCache {
  /** (capacity, 2·G·P): keys, rotated | values; as many rows as tokens count, and are never written again. */
  kv: Tensor;
}

/** What a layer remembers of the past. */
export type LayerState = SsmState | KvCache;

/** What a model does of a layer; one implementation a model family. */
export interface Mixer {
  /**
   * ln 2 / (Δ·|A|) in tokens of each channel's slowest state, at the step size that the bias alone gives, (E); empty
   * for attention, which forgets nothing.
   */
  readonly halfLife: Float32Array;
  /**
   * The SSM's own weights as its kernels read them: Mamba (E, N + 2) A_log | D | bias of Δ; Mamba-2 (H, 3) the same;
   * S4D (E, 4N + 2) A_log | A_imag | C real | C imaginary | D | log_dt. Null for attention.
   */
  readonly ssm: Tensor | null;
  /** A fresh state, all zeros; a cache with room for so many tokens. */
  createState(capacity: number): LayerState;
  /** Adds this layer's output for `pass.rows` tokens to the residual stream, (L, D), and updates the state. */
  run(pass: Pass, residual: Tensor, state: LayerState): void;
}
