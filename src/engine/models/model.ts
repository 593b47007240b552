import type { ModelConfig } from '../checkpoint/config';
import type { Checkpoint } from '../checkpoint/load';
import type { Matrix, Ops, Tensor } from '../ops';
import { Pass } from '../pass';
import { Session } from '../session';
import type { Intervention, ModelInfo, ProbeRequest } from '../types';
import { createMambaScratch, MambaMixer } from './mamba';
import { createMamba2Scratch, Mamba2Mixer } from './mamba2';
import type { LayerState, Mixer } from './mixer';
import { createS4dScratch, S4dMixer } from './s4d';
import { WeightLoader } from './weights';

/** The architectures as the papers call them. */
const NAMES = { mamba: 'Mamba', mamba2: 'Mamba-2', s4d: 'S4D' } as const;

/** Tokens in one run of the forward pass where something large is asked for of every token: logits, V numbers, or states, E·N a layer. */
const MAX_LARGE_ROWS = 128;

/**
 * A language model on a device: embedding, layers (norm → mixer → residual), final norm, head. The forward
 * pass is written here once, over `Ops`. Its scratch memory is shared by all sessions, whose calls enqueue in order.
 */
export class Model {
  readonly ops: Ops;
  readonly info: ModelInfo;
  readonly maxRows: number;
  private readonly mixers: Mixer[];
  private readonly embedding: Matrix; // (V, D)
  private readonly head: Matrix; // (V, D), the embedding itself if tied
  private readonly normF: Tensor; // (D)
  private readonly epsilon: number;
  private readonly residual: Tensor; // (L, D)
  private readonly final: Tensor; // (L, D)
  /** (L, V), made when all rows' logits are first asked for. */
  private allLogits: Tensor | null = null;
  /** What the scans were asked to write; grows to the largest wish. */
  private probeScratch: Tensor | null = null;

  /** Uploads a checkpoint that `loadCheckpoint` has validated. */
  constructor(ops: Ops, checkpoint: Checkpoint) {
    const { config } = checkpoint;
    const weights = new WeightLoader(ops, checkpoint.tensors);
    this.ops = ops;
    this.maxRows = ops.rowsAtOnce(weights.parameters);
    this.epsilon = config.normEpsilon;
    this.embedding = weights.matrix('backbone.embeddings.weight');
    this.head = config.tieWordEmbeddings ? this.embedding : weights.matrix('lm_head.weight');
    this.normF = weights.constant('backbone.norm_f.weight');
    this.residual = ops.zeros('residual', [this.maxRows, config.dModel]);
    this.final = ops.zeros('final', [this.maxRows, config.dModel]);
    this.mixers = createMixers(ops, config, weights, this.maxRows);
    this.info = {
      name: checkpoint.name,
      kind: NAMES[config.kind],
      parameters: weights.parameters,
      nLayers: config.nLayers,
      dModel: config.dModel,
      dInner: config.dInner,
      dState: config.dState,
      heads:
        config.kind === 'mamba2'
          ? { nHeads: config.nHeads, headDim: config.headDim, nGroups: config.nGroups }
          : null,
      dtRank: config.kind === 'mamba' ? config.dtRank : null,
      dConv: config.dConv,
      vocabSize: config.vocabSize,
      halfLife: this.mixers.map((mixer) => mixer.halfLife),
    };
  }

  createSession(interventions: readonly Intervention[] = []): Session {
    return new Session(this, interventions);
  }

  /** Tokens that one run of the forward pass can take, given what is asked for of them. */
  rowsAtOnce(requests: readonly ProbeRequest[]): number {
    const large = requests.some(({ name }) => name === 'logits' || name === 'layer.h');
    return large ? Math.min(this.maxRows, MAX_LARGE_ROWS) : this.maxRows;
  }

  /** A fresh state for every layer. */
  createStates(): LayerState[] {
    return this.mixers.map((mixer) => mixer.createState());
  }

  /**
   * Runs 1 … rowsAtOnce tokens through the model, updating `states` and writing the logits after the last one to
   * `logits`, (V). Enqueues only; what was asked for waits in the pass that is returned.
   */
  forward(
    ids: readonly number[],
    states: readonly LayerState[],
    logits: Tensor,
    requests: readonly ProbeRequest[],
    interventions: readonly Intervention[],
  ): Pass {
    const { ops, residual, final } = this;
    const rows = ids.length;
    const pass = new Pass(ops, rows, requests, interventions, (n) => this.probeRoom(n));
    ops.embed({ ids, table: this.embedding, out: residual });
    this.mixers.forEach((mixer, layer) => {
      pass.record('residual', layer, residual);
      mixer.run(pass, residual, states[layer]!);
    });
    pass.record('residual', this.mixers.length, residual);
    ops.rmsNorm({ rows, x: residual, weight: this.normF, epsilon: this.epsilon, out: final });
    pass.record('final', 0, final);
    const V = this.info.vocabSize;
    if (pass.wants('logits')) {
      const all = (this.allLogits ??= ops.zeros('logits', [MAX_LARGE_ROWS, V]));
      ops.linear({ rows, x: final, weight: this.head, out: all });
      pass.record('logits', 0, all);
      ops.copy(all, (rows - 1) * V, logits, 0, V);
    } else {
      ops.linear({ rows: 1, firstRow: rows - 1, x: final, weight: this.head, out: logits });
    }
    return pass;
  }

  private probeRoom(length: number): Tensor {
    if (this.probeScratch && this.probeScratch.shape[0]! >= length) return this.probeScratch;
    if (this.probeScratch) this.ops.release(this.probeScratch);
    return (this.probeScratch = this.ops.zeros('probe', [length]));
  }

  /** Frees the device and all that was made on it; sessions of this model end with it. */
  dispose(): void {
    this.ops.dispose();
  }
}

/** One mixer a layer; those of a model share their scratch memory. */
function createMixers(
  ops: Ops,
  config: ModelConfig,
  weights: WeightLoader,
  maxRows: number,
): Mixer[] {
  const layers = Array.from({ length: config.nLayers }, (_, layer) => layer);
  switch (config.kind) {
    case 'mamba': {
      const scratch = createMambaScratch(ops, config, maxRows);
      return layers.map((layer) => new MambaMixer(ops, config, layer, weights, scratch));
    }
    case 'mamba2': {
      const scratch = createMamba2Scratch(ops, config, maxRows);
      return layers.map((layer) => new Mamba2Mixer(ops, config, layer, weights, scratch));
    }
    case 's4d': {
      const scratch = createS4dScratch(ops, config, maxRows);
      return layers.map((layer) => new S4dMixer(ops, config, layer, weights, scratch));
    }
  }
}
