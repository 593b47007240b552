import { formatBytes } from './checkpoint/words';
import { OutOfMemoryError } from './errors';
import type { KvCache, LayerState } from './models/mixer';
import type { Model } from './models/model';
import type { Tensor } from './ops';
import { contextLimit, stateBytes } from './stateBytes';

/** Tokens that a fresh cache has room for. */
const CAPACITY = 256;

/**
 * All that a session holds of its text: the states of all layers and the logits after the last token. Caches of keys
 * and values double when they are full; what is written there is never written again.
 */
export class Memory {
  readonly logits: Tensor; // (V)
  private readonly model: Model;
  private readonly limit: number;
  private held: LayerState[];
  private capacity = Infinity;

  constructor(model: Model) {
    this.model = model;
    this.limit = contextLimit(model.info, model.ops);
    if (model.info.attention) this.capacity = Math.min(CAPACITY, this.limit);
    this.held = model.createStates(this.capacity);
    this.logits = model.ops.zeros('logits', [model.info.vocabSize]);
  }

  /** One a layer. */
  get states(): readonly LayerState[] {
    return this.held;
  }

  /** Whether a text of so many tokens fits in. */
  hasRoom(tokens: number): boolean {
    return tokens <= this.capacity;
  }

  /**
   * Makes room for a text of so many tokens; the first `position` of them have been read. Throws OutOfMemoryError, which
   * says what is needed and what there is, and leaves all as it was.
   */
  async reserve(tokens: number, position: number): Promise<void> {
    const capacity = this.enough(tokens);
    const { model } = this;
    let larger: LayerState[];
    try {
      larger = await model.ops.attempt(() => model.createStates(capacity));
    } catch (error) {
      if (!(error instanceof OutOfMemoryError)) throw error;
      const now = `${model.ops.info.name} has no room for that now`;
      throw new OutOfMemoryError(this.refusal(tokens, now), { cause: error });
    }
    this.move(larger, capacity, position);
  }

  /** The same at once, where it is known that there is room or that it is not much. */
  ensure(tokens: number, position: number): void {
    if (this.hasRoom(tokens)) return;
    const capacity = this.enough(tokens);
    this.move(this.model.createStates(capacity), capacity, position);
  }

  /** Twice what there is, and twice that, until it is enough. */
  private enough(tokens: number): number {
    const { info } = this.model.ops;
    if (tokens > this.limit) {
      const most = this.limit.toLocaleString('en-GB');
      throw new OutOfMemoryError(this.refusal(tokens, `${info.name} has room for ${most} tokens`));
    }
    let capacity = this.capacity;
    while (capacity < tokens) capacity *= 2;
    return Math.min(capacity, this.limit);
  }

  private refusal(tokens: number, there: string): string {
    const { info } = this.model;
    const [all, each] = [tokens, 1].map((count) => formatBytes(stateBytes(info, count)));
    const length = tokens.toLocaleString('en-GB');
    return `A text of ${length} tokens needs ${all} for a Transformer's keys and values, ${each} a token; ${there}. Use a shorter text, or a state-space model, whose state has one size.`;
  }

  /** Moves what the caches hold of the first tokens to larger ones. */
  private move(larger: LayerState[], capacity: number, position: number): void {
    const { ops } = this.model;
    const old = this.held as KvCache[];
    old.forEach(({ kv }, layer) => {
      ops.copy(kv, 0, (larger[layer] as KvCache).kv, 0, position * rowOf(kv));
    });
    ops.release(...old.map(({ kv }) => kv));
    this.held = larger;
    this.capacity = capacity;
  }

  /**
   * Everything that makes up the memory of the first `position` tokens, in a fixed order. Of position 0: what a token
   * overwrites, which is all that going back needs within a text that is there.
   */
  parts(position: number): { tensor: Tensor; length: number }[] {
    const states = this.held.flatMap((state) =>
      'kv' in state
        ? [{ tensor: state.kv, length: position * rowOf(state.kv) }]
        : [whole(state.conv), whole(state.h)],
    );
    return [...states, whole(this.logits)];
  }

  /** Room for a copy of them. */
  packedRoom(position: number): Tensor {
    const length = this.parts(position).reduce((sum, part) => sum + part.length, 0);
    return this.model.ops.zeros('snapshot', [length]);
  }

  pack(packed: Tensor, position: number): void {
    let offset = 0;
    for (const { tensor, length } of this.parts(position)) {
      this.model.ops.copy(tensor, 0, packed, offset, length);
      offset += length;
    }
  }

  unpack(packed: Tensor, position: number): void {
    let offset = 0;
    for (const { tensor, length } of this.parts(position)) {
      this.model.ops.copy(packed, offset, tensor, 0, length);
      offset += length;
    }
  }

  /** Copies all of it to the memory of another session of the model. */
  copyTo(other: Memory, position: number): void {
    other.ensure(position, 0);
    const theirs = other.parts(position);
    this.parts(position).forEach(({ tensor, length }, i) => {
      this.model.ops.copy(tensor, 0, theirs[i]!.tensor, 0, length);
    });
  }

  release(): void {
    this.model.ops.release(...this.parts(0).map(({ tensor }) => tensor));
  }
}

export const sizeOf = ({ shape }: Tensor): number => shape.reduce((a, b) => a * b, 1);
const whole = (tensor: Tensor) => ({ tensor, length: sizeOf(tensor) });
const rowOf = ({ shape }: Tensor): number => shape[1]!;
