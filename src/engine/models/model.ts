import { outerNames } from '../checkpoint/expectedTensors';
import type { Checkpoint } from '../checkpoint/load';
import type { Means } from '../means';
import type { Capture, EmbedArgs, Matrix, Ops, Tensor, TokenList, Turn } from '../ops';
import { Pass, type Reading } from '../pass';
import { checkProbes, isLarge } from '../probes';
import { unitCount } from '../probeShape';
import { Session } from '../session';
import { neutralTable, type TurnShape, Turns } from '../turn';
import type { Intervention, ModelInfo, ProbeRequest, Sampling } from '../types';
import { createMixers, sizesOf, turnShapeOf } from './families';
import { KINDS } from './kinds';
import type { LayerState, Mixer } from './mixer';
import { WeightLoader } from './weights';

/** Tokens in one run of the forward pass where something large is asked for of every token: logits, V numbers, or states, E·N a layer. */
const MAX_LARGE_ROWS = 128;
/** Tokens written before any is read back. On a CPU nothing is gained by more than one. */
const MAX_WRITTEN = { webgpu: 64, cpu: 1 };

/**
 * A language model on a device: embedding, layers (norm → mixer → residual), final norm, head. The forward
 * pass is written here once, over `Ops`. Its scratch memory is shared by all sessions, whose calls enqueue in order.
 */
export class Model {
  readonly ops: Ops;
  readonly info: ModelInfo;
  readonly maxRows: number;
  /** What an intervention may reach. */
  readonly turnShape: TurnShape;
  /** The most tokens that one `write` can take. */
  readonly maxWritten: number;
  private readonly mixers: Mixer[];
  private readonly embedding: Matrix; // (V, D)
  private readonly head: Matrix; // (V, D), the embedding itself if tied
  private readonly normF: Tensor; // (D)
  private readonly epsilon: number;
  private readonly residual: Tensor; // (L, D)
  private readonly final: Tensor; // (L, D)
  /** What all layers that nobody changes run with, in all sessions. */
  private readonly neutral: Turn;
  /** What `write` draws, (1 + maxWritten). */
  private readonly written: TokenList;
  private readonly zero: Tensor; // (1)
  /** (L, V), made when all rows' logits are first asked for. */
  private allLogits: Tensor | null = null;
  /** What only probes need, by purpose; grows to the largest wish. */
  private readonly probeScratch = new Map<string, Tensor>();

  /** Uploads a checkpoint that `loadCheckpoint` has validated. `createModel` also sees to it that it fits. */
  constructor(
    ops: Ops,
    checkpoint: Checkpoint,
    weights: WeightLoader = new WeightLoader(ops, checkpoint.tensors),
  ) {
    const { config } = checkpoint;
    this.ops = ops;
    this.maxRows = ops.rowsAtOnce(weights.parameters);
    this.maxWritten = MAX_WRITTEN[ops.info.kind];
    this.epsilon = config.normEpsilon;
    const names = outerNames(config);
    this.embedding = weights.matrix(names.embedding);
    this.head = config.tieWordEmbeddings ? this.embedding : weights.matrix('lm_head.weight');
    this.normF = weights.constant(names.norm);
    this.residual = ops.zeros('residual', [this.maxRows, config.dModel]);
    this.final = ops.zeros('final', [this.maxRows, config.dModel]);
    this.written = ops.zeros('written', [1 + this.maxWritten]);
    this.zero = ops.zeros('zero', [1]);
    this.mixers = createMixers(ops, config, weights, this.maxRows);
    this.turnShape = turnShapeOf(config);
    const neutral = neutralTable(this.turnShape.units, this.turnShape.shared);
    const table = ops.constant('turn', [neutral.length], neutral);
    this.neutral = { table, holdB: false, holdC: false };
    this.info = {
      name: checkpoint.name,
      kind: KINDS[config.kind],
      parameters: weights.parameters,
      nLayers: config.nLayers,
      dModel: config.dModel,
      ...sizesOf(config),
      vocabSize: config.vocabSize,
      halfLife: this.mixers.map((mixer) => mixer.halfLife),
    };
  }

  /** A session that has read nothing. Throws for interventions that `Session.turnTo` refuses. */
  createSession(interventions: readonly Intervention[] = [], means?: Means): Session {
    return new Session(this, interventions, means);
  }

  /** Interventions as the layers' kernels see them; whoever asked disposes of them. */
  createTurns(interventions: readonly Intervention[], means?: Means): Turns {
    return new Turns(this.ops, this.turnShape, this.neutral, interventions, means);
  }

  /** Tokens that one run of the forward pass can take, given what is asked for of them. */
  rowsAtOnce(requests: readonly ProbeRequest[]): number {
    if (!requests.some(isLarge)) return this.maxRows;
    const { vocabSize, dInner: E, dState: N, kind } = this.info;
    // At most all planes that a scan can write of a token: its states, Δ, y and two norms.
    const scanned = E * N * (kind === KINDS.s4d ? 2 : 1) + 4 * E;
    const numbers = requests.some(({ name }) => name === 'logits')
      ? Math.max(vocabSize, scanned)
      : scanned;
    const fit = Math.floor(this.ops.maxTensorBytes / (4 * numbers));
    return Math.max(1, Math.min(this.maxRows, MAX_LARGE_ROWS, fit));
  }

  /** Throws RangeError for a probe, a layer or a unit that this model does not have, and says why. */
  checkProbes(requests: readonly ProbeRequest[]): void {
    checkProbes(requests, this.turnShape, { kind: this.info.kind, units: unitCount(this.info) });
  }

  /** Throws RangeError for an id outside the vocabulary. */
  checkIds(ids: readonly number[]): void {
    const { vocabSize } = this.info;
    const bad = ids.find((id) => !Number.isInteger(id) || id < 0 || id >= vocabSize);
    if (bad !== undefined) {
      throw new RangeError(`Token id ${bad} is outside the vocabulary (0 … ${vocabSize - 1}).`);
    }
  }

  /** The weights of a layer's SSM, in the shape that Mixer.ssm states. Throws RangeError if there is none. */
  ssm(layer: number): Tensor {
    const mixer = this.mixers[layer];
    if (!mixer) throw new RangeError(`There is no layer ${layer}.`);
    if (!mixer.ssm) throw new RangeError(`A ${this.info.kind}'s layers have no SSM.`);
    return mixer.ssm;
  }

  /** A fresh state for every layer; caches with room for so many tokens. */
  createStates(capacity: number): LayerState[] {
    return this.mixers.map((mixer) => mixer.createState(capacity));
  }

  /**
   * Runs 1 … rowsAtOnce tokens through the model, the first at `position`, updating `states`, whose caches have room for
   * them, and writing the logits after the last one to `logits`, (V). Enqueues only; what was asked for waits in the
   * pass that is returned.
   */
  forward(
    ids: readonly number[],
    position: number,
    states: readonly LayerState[],
    logits: Tensor,
    requests: readonly ProbeRequest[],
    turns: Turns,
  ): Pass {
    const pass = this.pass({ rows: ids.length, position }, requests, turns);
    this.run(pass, ids, states, logits);
    return pass;
  }

  /**
   * Writes 1 … maxWritten tokens: each is drawn from `logits`, (V), and read by the model, which updates `states` and
   * `logits`. `position` is the first one's. Enqueues only; the capture is of their ids, u32 in place of f32.
   */
  write(
    count: number,
    sampling: Sampling,
    position: number,
    states: readonly LayerState[],
    logits: Tensor,
    turns: Turns,
  ): Capture {
    const { ops, written } = this;
    const pass = this.pass({ rows: 1, position, drawn: written }, [], turns);
    ops.copy(this.zero, 0, written, 0, 1); // none drawn yet
    ops.repeat(count, () => {
      ops.sample({ logits, sampling, position, ids: written });
      this.run(pass, written, states, logits);
    });
    return ops.capture(written, 1, count);
  }

  private pass(reading: Reading, requests: readonly ProbeRequest[], turns: Turns): Pass {
    return new Pass(this.ops, reading, requests, turns, (purpose, length) =>
      this.probeRoom(purpose, length),
    );
  }

  private run(
    pass: Pass,
    ids: EmbedArgs['ids'],
    states: readonly LayerState[],
    logits: Tensor,
  ): void {
    const { ops, residual, final, head } = this;
    const { rows } = pass;
    const norm = { weight: this.normF, epsilon: this.epsilon };
    ops.embed({ ids, table: this.embedding, out: residual });
    this.mixers.forEach((mixer, layer) => {
      pass.record('residual', layer, residual);
      mixer.run(pass, residual, states[layer]!);
    });
    pass.record('residual', this.mixers.length, residual);
    if (pass.wants('final') || pass.wants('logits')) {
      ops.rmsNorm({ rows, x: residual, ...norm, out: final });
      pass.record('final', 0, final);
    }
    if (pass.wants('logits')) {
      const V = this.info.vocabSize;
      const all = (this.allLogits ??= ops.zeros('logits', [
        this.rowsAtOnce([{ name: 'logits' }]),
        V,
      ]));
      ops.linear({ rows, x: final, weight: head, out: all });
      pass.record('logits', 0, all);
      ops.copy(all, (rows - 1) * V, logits, 0, V);
    } else {
      ops.linear({ rows: 1, firstRow: rows - 1, x: residual, norm, weight: head, out: logits });
    }
  }

  private probeRoom(purpose: string, length: number): Tensor {
    const known = this.probeScratch.get(purpose);
    if (known && known.shape[0]! >= length) return known;
    // In this order: if there is no room for the larger one, the smaller one stays.
    const room = this.ops.zeros(purpose, [length]);
    this.probeScratch.set(purpose, room);
    if (known) this.ops.release(known);
    return room;
  }

  /** Frees the device and all that was made on it; sessions of this model end with it. */
  dispose(): void {
    this.ops.dispose();
  }
}
