import { CancelledError } from './errors';
import type { Means } from './means';
import { Memory, sizeOf } from './memory';
import type { LayerState } from './models/mixer';
import type { Model } from './models/model';
import { nextTask } from './nextTask';
import type { Tensor } from './ops';
import { samplingProblem } from './sampling';
import { Trace } from './trace';
import type { Turns } from './turn';
import type { Intervention, ProbeRequest, Sampling } from './types';

export interface PrefillOptions {
  probes?: readonly ProbeRequest[];
  /** Called after each piece with its trace and the position of its first token; nothing is kept then. */
  onPiece?: (trace: Trace, from: number) => void;
  signal?: AbortSignal;
}

export interface GenerateOptions {
  /** The token that ends the text, as the last one that is written; none if null or left out. */
  stopAt?: number | null;
  /** Called after each piece with its tokens. */
  onPiece?: (ids: readonly number[]) => void;
  signal?: AbortSignal;
}

/** A session's whole memory at one position, copied on the device. */
export class Snapshot {
  readonly position: number;
  private readonly packed: Tensor;
  private readonly model: Model;

  constructor(model: Model, position: number, packed: Tensor) {
    this.model = model;
    this.position = position;
    this.packed = packed;
  }

  /** For sessions of the same model. */
  tensorFor(model: Model): Tensor {
    if (model !== this.model)
      throw new Error('A snapshot belongs to the model that it was taken of.');
    return this.packed;
  }

  dispose(): void {
    this.model.ops.release(this.packed);
  }
}

/**
 * One text being read by a model: a position and the state of every layer, of constant size; a Transformer's caches
 * grow with the text. Calls of one session must not overlap; different sessions of a model may run side by side.
 */
export class Session {
  private readonly model: Model;
  private readonly memory: Memory;
  private turned: { interventions: readonly Intervention[]; means?: Means; turns: Turns };
  private at = 0;

  /** Throws as `turnTo` does. */
  constructor(model: Model, interventions: readonly Intervention[], means?: Means) {
    this.model = model;
    this.turned = { interventions, means, turns: model.createTurns(interventions, means) };
    this.memory = new Memory(model);
  }

  /** Tokens read so far. */
  get position(): number {
    return this.at;
  }

  /** What is changed in the model for this session. */
  get interventions(): readonly Intervention[] {
    return this.turned.interventions;
  }

  /**
   * Applies these interventions, and no others, to every token from now on; what was read stays read. `means` is what
   * to freeze to (see measureMeans). Throws, and leaves all as it was, for a layer or unit that the model does not
   * have (RangeError), B or C frozen for one unit (RangeError), something frozen without means (Error).
   */
  turnTo(interventions: readonly Intervention[], means?: Means): void {
    const turns = this.model.createTurns(interventions, means);
    this.turned.turns.dispose();
    this.turned = { interventions, means, turns };
  }

  /**
   * Reads tokens, in pieces if there are many. Resolves with what was asked for of all of them (empty with
   * `onPiece`). Throws RangeError for an id outside the vocabulary or a probe that the model does not have, before
   * anything is computed, OutOfMemoryError likewise for a text that a Transformer has no room for, and CancelledError
   * between two pieces; the session then stands where the last whole piece ended.
   */
  async prefill(ids: readonly number[], options: PrefillOptions = {}): Promise<Trace> {
    const { probes = [], onPiece, signal } = options;
    const most = this.model.rowsAtOnce(probes);
    this.check(ids, probes);
    if (!this.hasRoom(ids.length)) await this.reserve(ids.length);
    const parts: Trace[] = [];
    for (let from = 0; from < ids.length; from += most) {
      if (signal?.aborted) throw new CancelledError('Stopped.');
      const trace = await this.run(ids.slice(from, from + most), probes);
      if (onPiece) onPiece(trace, this.at - trace.length);
      else parts.push(trace);
      if (from + most < ids.length) await nextTask();
    }
    return onPiece || parts.length === 0 ? new Trace(0) : Trace.join(parts);
  }

  /** Reads one token. Throws RangeError and OutOfMemoryError as `prefill` does. */
  async step(id: number, probes: readonly ProbeRequest[] = []): Promise<Trace> {
    this.check([id], probes);
    if (!this.hasRoom(1)) await this.reserve(1);
    return await this.run([id], probes);
  }

  /**
   * Lets the model write up to `count` tokens and resolves with them: each is drawn from the logits and read, as by
   * `sampleToken` and `step` in turn, but in pieces, with one reading back for each. The session then stands after
   * the last of them. Throws RangeError for sampling settings that make no sense or where nothing has been read yet,
   * and between two pieces CancelledError, or OutOfMemoryError where a Transformer's text has no more room; the session
   * then stands where the last whole piece ended.
   */
  async generate(
    count: number,
    sampling: Sampling,
    { stopAt = null, onPiece, signal }: GenerateOptions = {},
  ): Promise<number[]> {
    const { ops, maxWritten } = this.model;
    const problem = this.at === 0 ? 'Nothing has been read yet.' : samplingProblem(sampling);
    if (problem) throw new RangeError(problem);
    const ids: number[] = [];
    // A text may end within a piece: what was computed after its end is undone by going back and doing less.
    const before = stopAt !== null && maxWritten > 1 ? this.memory.packedRoom(0) : null;
    try {
      while (ids.length < count && (ids.length === 0 || ids.at(-1) !== stopAt)) {
        if (ids.length > 0) await nextTask();
        if (signal?.aborted) throw new CancelledError('Stopped.');
        const next = Math.min(maxWritten, count - ids.length);
        if (!this.hasRoom(next)) await this.reserve(next);
        if (before) this.memory.pack(before, 0);
        const piece = await this.write(next, sampling);
        const end = stopAt === null ? -1 : piece.indexOf(stopAt);
        if (end >= 0 && end < piece.length - 1) {
          this.memory.unpack(before!, 0);
          this.at -= piece.length;
          piece.length = end + 1;
          await this.write(piece.length, sampling);
        }
        ids.push(...piece);
        onPiece?.(piece);
      }
    } finally {
      if (before) ops.release(before);
    }
    return ids;
  }

  /** Writes 1 … maxWritten tokens. */
  private async write(count: number, sampling: Sampling): Promise<number[]> {
    const { model, memory, turned } = this;
    const { states, logits } = memory;
    const drawn = model.write(count, sampling, this.at, states, logits, turned.turns);
    this.at += count;
    const [words] = await model.ops.collect([drawn]);
    return [...new Uint32Array(words!.buffer, words!.byteOffset, count)];
  }

  private run(ids: readonly number[], probes: readonly ProbeRequest[]): Promise<Trace> {
    const { model, at, turned } = this;
    const { states, logits } = this.memory;
    const pass = model.forward(ids, at, states, logits, probes, turned.turns);
    model.ops.flush();
    this.at += ids.length;
    return pass.collect();
  }

  private hasRoom(more: number): boolean {
    return this.memory.hasRoom(this.at + more);
  }

  private reserve(more: number): Promise<void> {
    return this.memory.reserve(this.at + more, this.at);
  }

  private check(ids: readonly number[], probes: readonly ProbeRequest[]): void {
    this.model.checkProbes(probes);
    this.model.checkIds(ids);
  }

  /** Next-token logits after the last token, (V). All zeros before the first. */
  async logits(): Promise<Float32Array> {
    const { ops } = this.model;
    const [values] = await ops.collect([
      ops.capture(this.memory.logits, 0, this.model.info.vocabSize),
    ]);
    return values!;
  }

  /** The state of every layer after the last token, one (E, N) a layer. Throws RangeError for a Transformer. */
  async stateH(): Promise<Float32Array[]> {
    return await this.readStates((state) => 'h' in state && [state.h, sizeOf(state.h)]);
  }

  /** The last K − 1 inputs of every layer's convolution, one (E, K − 1) a layer. Throws as stateH does. */
  async stateConv(): Promise<Float32Array[]> {
    return await this.readStates((state) => 'conv' in state && [state.conv, sizeOf(state.conv)]);
  }

  /**
   * A Transformer's keys, rotated, and values of all tokens, one (position, 2·G·P) a layer. Throws RangeError for other
   * models.
   */
  async stateKv(): Promise<Float32Array[]> {
    return await this.readStates(
      (state) => 'kv' in state && [state.kv, this.at * state.kv.shape[1]!],
    );
  }

  private async readStates(
    of: (state: LayerState) => false | [tensor: Tensor, length: number],
  ): Promise<Float32Array[]> {
    const { ops, info } = this.model;
    const captures = this.memory.states.map((state) => {
      const found = of(state);
      if (!found) {
        const kept = info.attention ? 'keeps keys and values, and no state' : 'keeps no keys';
        throw new RangeError(`A ${info.kind} model ${kept}.`);
      }
      return ops.capture(found[0], 0, found[1]);
    });
    return await ops.collect(captures);
  }

  /** Copies the whole memory. The caller disposes of it. */
  snapshot(): Snapshot {
    const packed = this.memory.packedRoom(this.at);
    this.memory.pack(packed, this.at);
    return new Snapshot(this.model, this.at, packed);
  }

  /** Goes back to a snapshot, bit for bit. Interventions stay as they are. */
  restore(snapshot: Snapshot): void {
    const { position } = snapshot;
    const packed = snapshot.tensorFor(this.model);
    this.memory.ensure(position, 0);
    this.memory.unpack(packed, position);
    this.at = position;
  }

  /** A second session that stands where this one does; from here on they are independent. */
  fork(): Session {
    const { interventions, means } = this.turned;
    const twin = new Session(this.model, interventions, means);
    this.memory.copyTo(twin.memory, this.at);
    twin.at = this.at;
    return twin;
  }

  dispose(): void {
    this.turned.turns.dispose();
    this.memory.release();
  }
}
