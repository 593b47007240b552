/**
 * The engine's public vocabulary: what a caller may ask of a model and what it gets back.
 * Types only, so that `viz` may import them. Shapes use DESIGN's letters: L tokens, D model width,
 * E inner width, N state size, V vocabulary.
 */

export type DeviceKind = 'webgpu' | 'cpu';

/** What a session runs on, in words fit for a badge. */
export interface DeviceInfo {
  kind: DeviceKind;
  /** The adapter's own description on WebGPU, the runtime's name on the CPU. */
  name: string;
  /** Which of the folders has the code that computes, so that a reader can be shown it. */
  code: 'shaders' | 'wasm' | 'reference';
  /** A CPU emulates the GPU. */
  software?: boolean;
}

/** What a Transformer's layers are made of. */
export interface AttentionInfo {
  /** H. */
  nHeads: number;
  /** G: so many heads have keys and values. */
  nKvHeads: number;
  /** P. */
  headDim: number;
  /** F, the MLP's width. */
  dFf: number;
  /** Tokens that the model was made for; it reads on beyond them, worse and worse. */
  trainedContext: number;
}

/** What is known of a loaded model, for people and for layout. */
export interface ModelInfo {
  /** Folder name, e.g. `mamba`. */
  name: string;
  /** The architecture in the papers' words, e.g. `Mamba`. */
  kind: string;
  parameters: number;
  nLayers: number;
  dModel: number;
  dInner: number;
  dState: number;
  /** H, P and G of Mamba-2; null for the others, whose channels have a Δ each. */
  heads: { nHeads: number; headDim: number; nGroups: number } | null;
  /** Of a Transformer alone; its dInner is H·P, its dState and dConv are 0. */
  attention?: AttentionInfo;
  /** R; null where Δ has no low-rank projection. */
  dtRank: number | null;
  dConv: number;
  vocabSize: number;
  /**
   * Half-life in tokens of each channel's slowest state at its resting step size,
   * ln 2 / (softplus(dt_bias)·min_n|A_n|); one (E) a layer. Fixed by the weights, so an axis sorted by it never moves.
   * Of a Transformer, which forgets nothing, one (0) a layer.
   */
  halfLife: Float32Array[];
}

/**
 * The closed list of intermediates a caller may read, in the order in which a layer computes them. `layer.*` is one
 * tensor a layer; what is `last` has no row for each token, but one value for the whole read. All are as the model
 * runs: under interventions they are what these make of them. H heads, G groups and P channels a head are Mamba-2's.
 * What an architecture does not have is refused.
 */
export const PROBES = {
  /** Residual stream before the layer, (L, D); `layer` = nLayers stands for the end, after the last layer. */
  residual: 'per-layer',
  /** Weights of the layer's norms: before in_proj, (D); Mamba-2 (D + E): that | before out_proj; Transformer (2D): before attention | before the MLP. */
  'layer.normWeight': 'last',
  /** RMSNorm of the residual stream, (L, D): the block's input. */
  'layer.norm': 'per-layer',
  /** in_proj's output: (L, 2E): x | z; Mamba-2 (L, 2E + 2GN + H): z | x | B | C | Δ; Transformer (L, (H + 2G)·P): q | k | v, not rotated. */
  'layer.inProj': 'per-layer',
  /** Gate branch before SiLU, (L, E). */
  'layer.z': 'per-layer',
  /** SiLU(z), (L, E). */
  'layer.gate': 'per-layer',
  /** The short convolution's taps, the oldest word's first, and its bias, (E, K + 1); Mamba-2 (E + 2GN, K + 1). */
  'layer.convWeight': 'last',
  /** The short convolution's output with its bias, before SiLU, (L, E); Mamba-2 (L, E + 2GN): x | B | C. */
  'layer.conv': 'per-layer',
  /** SSM input after conv1d and SiLU, (L, E). */
  'layer.x': 'per-layer',
  /** dt_proj's output, before bias and softplus, (L, E); Mamba-2 (L, H), from in_proj; S4D has none. */
  'layer.dt': 'per-layer',
  /** Bias of Δ inside the softplus, a weight, (E); Mamba-2 (H); S4D has none. */
  'layer.dtBias': 'last',
  /** Step size softplus(dt + dtBias), held or × deltaScale, (L, E); Mamba-2 (L, H); S4D (L, E), all rows alike. */
  'layer.delta': 'per-layer',
  /** −exp(A_log) × aScale, (E, N); Mamba-2 (H); S4D (E, 2N): real | imaginary. */
  'layer.A': 'last',
  /** Input projection, (L, N); Mamba-2 (L, G·N); S4D has none. */
  'layer.B': 'per-layer',
  /** Output projection, (L, N); Mamba-2 (L, G·N); S4D has none of a token. */
  'layer.C': 'per-layer',
  /** The skip's weight, (E); Mamba-2 (H). */
  'layer.D': 'last',
  /** Ā = exp(ΔA), (L, E, N); Mamba-2 (L, H); S4D (L, E, 2N): real | imaginary, all rows alike. Of one unit if asked. */
  'layer.Abar': 'per-layer',
  /** B̄ = ΔB, (L, E, N); Mamba-2 (L, H, N); S4D has none: it is folded into C. Of one unit if asked. */
  'layer.Bbar': 'per-layer',
  /** State after each token, (L, E, N); Mamba-2 (L, H, P, N); S4D (L, E, 2N): real | imaginary. Of one unit if asked. */
  'layer.h': 'per-layer',
  /** State after the last token of the read, one row of `layer.h`. */
  'layer.hLast': 'last',
  /** Σ_n (h_t − h_{t−1})² for each channel, (L, E). */
  'layer.hMoved': 'per-layer',
  /** Σ_n h_t² for each channel, (L, E). */
  'layer.hNorm': 'per-layer',
  /** SSM output with the D skip, C·h + D x, before the gate, (L, E). */
  'layer.ssmOut': 'per-layer',
  /**
   * A Transformer's: softmax(q·k / √P) of one head, which must be named. Token i has i + 1 numbers, of token 0 up to
   * itself; the tokens of a read follow one another.
   */
  'layer.attention': 'per-layer',
  /** The same with the gate, ssmOut·SiLU(z), (L, E): out_proj's input; Mamba-2: after its gated norm; Transformer (L, H·P): the heads' means of values. */
  'layer.y': 'per-layer',
  /** out_proj's output, what the layer adds to the residual stream, (L, D); a Transformer's attention. */
  'layer.out': 'per-layer',
  /** What a Transformer's MLP adds to the residual stream after that, (L, D). */
  'layer.mlp': 'per-layer',
  /** Final norm's output, (L, D). */
  final: 'once',
  /** Next-token logits after each token, (L, V). */
  logits: 'once',
} as const;

export type ProbeName = keyof typeof PROBES;

/** One wish: a named intermediate, of some layers (all if left out). */
export interface ProbeRequest {
  name: ProbeName;
  layers?: readonly number[];
  /**
   * Of `layer.Abar`, `layer.Bbar` and `layer.h`, the large ones: only one channel, or one head of Mamba-2. The shape
   * then has no E or H. Others are refused.
   */
  unit?: number;
}

/**
 * A change to the running model. Several compose: factors multiply, what any of
 * them freezes is frozen, what any of them silences is silent.
 */
export interface Intervention {
  layer: number | 'all';
  /** One channel, or one head of Mamba-2; all of them if left out. */
  unit?: number;
  /** Factor on Δ, after the softplus and after freezing. 1 leaves the model untouched. */
  deltaScale: number;
  /** Factor on A (so on the decay's exponent ΔA). 1 leaves the model untouched. */
  aScale: number;
  /**
   * Held at their means over the prompt, the same at every token: with all three the SSM no longer depends on what it
   * reads. B and C are shared by the channels, so with a `unit` only Δ can be frozen. S4D has nothing to freeze: its Δ,
   * B and C are the same at every token, and the wish changes nothing.
   */
  freeze?: readonly ('delta' | 'B' | 'C')[];
  /** Silences the SSM: C·h + D x becomes 0 before the gate. The state goes on. */
  zero?: boolean;
}

/** How the next token is drawn. */
export interface Sampling {
  /** 0 = greedy. */
  temperature: number;
  /** Keep the k likeliest; 0 = off. */
  topK: number;
  /** Keep the smallest set whose probability reaches p; 1 = off. */
  topP: number;
  seed: number;
}

/** A next-token candidate. */
export interface Candidate {
  id: number;
  text: string;
  /** Softmax probability at temperature 1. */
  p: number;
  logit: number;
}

/** One token of a text, with the summaries that the tape shows. */
export interface TokenRecord {
  id: number;
  /** Its text; the token that completes a split character carries the whole of it. */
  text: string;
  /** True for the model's own words, false for the prompt. */
  own: boolean;
  /** −log2 p(token | what came before), in bits; null for the first. */
  surprise: number | null;
  /** Mean Δ over channels, one number a layer, (nLayers). */
  meanDelta: number[];
  /** ‖h_t − h_{t−1}‖ / ‖h_t‖, one number a layer, (nLayers). */
  hChange: number[];
  /** The same over all layers at once. */
  hChangeAll: number;
}

/** The next-token distribution after one token. */
export interface Distribution {
  /** The ten likeliest and any that were asked for, likeliest first. */
  top: Candidate[];
  /** log Σ_j e^{ℓ_j}. */
  logSumExp: number;
  /** Entropy in bits. */
  entropy: number;
}

/** Everything at one token: the distribution after it and the state of every layer. */
export interface Moment {
  token: number;
  next: Distribution;
  /** State after the token, one (E, N) a layer. */
  h: Float32Array[];
  /** State before the token (zeros before the first), one (E, N) a layer. */
  hPrevious: Float32Array[];
}
