import { CancelledError } from './errors';
import type { Means } from './means';
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
 * One text being read by a model: a position and the state of every layer, of constant size. Calls of one
 * session must not overlap; different sessions of a model may run side by side.
 */
export class Session {
  private readonly model: Model;
  private readonly states: LayerState[];
  private readonly lastLogits: Tensor; // (V)
  private turned: { interventions: readonly Intervention[]; means?: Means; turns: Turns };
  private at = 0;

  /** Throws as `turnTo` does. */
  constructor(model: Model, interventions: readonly Intervention[], means?: Means) {
    this.model = model;
    this.turned = { interventions, means, turns: model.createTurns(interventions, means) };
    this.states = model.createStates();
    this.lastLogits = model.ops.zeros('logits', [model.info.vocabSize]);
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
   * anything is computed, and
   * CancelledError between two pieces; the session then stands where the last whole piece ended.
   */
  async prefill(ids: readonly number[], options: PrefillOptions = {}): Promise<Trace> {
    const { probes = [], onPiece, signal } = options;
    const most = this.model.rowsAtOnce(probes);
    this.check(ids, probes);
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

  /** Reads one token. Throws RangeError as `prefill` does. */
  async step(id: number, probes: readonly ProbeRequest[] = []): Promise<Trace> {
    this.check([id], probes);
    return await this.run([id], probes);
  }

  /**
   * Lets the model write up to `count` tokens and resolves with them: each is drawn from the logits and read, as by
   * `sampleToken` and `step` in turn, but in pieces, with one reading back for each. The session then stands after
   * the last of them. Throws RangeError for sampling settings that make no sense or where nothing has been read yet,
   * and CancelledError between two pieces; the session then stands where the last whole piece ended.
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
    const before = stopAt !== null && maxWritten > 1 ? this.packedRoom() : null;
    try {
      while (ids.length < count && (ids.length === 0 || ids.at(-1) !== stopAt)) {
        if (ids.length > 0) await nextTask();
        if (signal?.aborted) throw new CancelledError('Stopped.');
        if (before) this.pack(before);
        const piece = await this.write(Math.min(maxWritten, count - ids.length), sampling);
        const end = stopAt === null ? -1 : piece.indexOf(stopAt);
        if (end >= 0 && end < piece.length - 1) {
          this.unpack(before!);
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
    const { model, states, lastLogits, turned } = this;
    const drawn = model.write(count, sampling, this.at, states, lastLogits, turned.turns);
    this.at += count;
    const [words] = await model.ops.collect([drawn]);
    return [...new Uint32Array(words!.buffer, words!.byteOffset, count)];
  }

  private run(ids: readonly number[], probes: readonly ProbeRequest[]): Promise<Trace> {
    const { model } = this;
    const pass = model.forward(ids, this.states, this.lastLogits, probes, this.turned.turns);
    model.ops.flush();
    this.at += ids.length;
    return pass.collect();
  }

  private check(ids: readonly number[], probes: readonly ProbeRequest[]): void {
    this.model.checkProbes(probes);
    this.model.checkIds(ids);
  }

  /** Next-token logits after the last token, (V). All zeros before the first. */
  async logits(): Promise<Float32Array> {
    const { ops } = this.model;
    const [values] = await ops.collect([
      ops.capture(this.lastLogits, 0, this.model.info.vocabSize),
    ]);
    return values!;
  }

  /** The state of every layer after the last token, one (E, N) a layer. */
  async stateH(): Promise<Float32Array[]> {
    return await this.readStates((state) => state.h);
  }

  /** The last K − 1 inputs of every layer's convolution, one (E, K − 1) a layer. */
  async stateConv(): Promise<Float32Array[]> {
    return await this.readStates((state) => state.conv);
  }

  private async readStates(of: (state: LayerState) => Tensor): Promise<Float32Array[]> {
    const { ops } = this.model;
    return await ops.collect(
      this.states.map((state) => ops.capture(of(state), 0, sizeOf(of(state)))),
    );
  }

  /** Copies the whole memory. The caller disposes of it. */
  snapshot(): Snapshot {
    const packed = this.packedRoom();
    this.pack(packed);
    return new Snapshot(this.model, this.at, packed);
  }

  /** Goes back to a snapshot, bit for bit. Interventions stay as they are. */
  restore(snapshot: Snapshot): void {
    this.unpack(snapshot.tensorFor(this.model));
    this.at = snapshot.position;
  }

  /** Room for a copy of the whole memory. */
  private packedRoom(): Tensor {
    const length = this.parts().reduce((sum, part) => sum + sizeOf(part), 0);
    return this.model.ops.zeros('snapshot', [length]);
  }

  private pack(packed: Tensor): void {
    let offset = 0;
    for (const part of this.parts()) {
      this.model.ops.copy(part, 0, packed, offset, sizeOf(part));
      offset += sizeOf(part);
    }
  }

  private unpack(packed: Tensor): void {
    let offset = 0;
    for (const part of this.parts()) {
      this.model.ops.copy(packed, offset, part, 0, sizeOf(part));
      offset += sizeOf(part);
    }
  }

  /** A second session that stands where this one does; from here on they are independent. */
  fork(): Session {
    const { interventions, means } = this.turned;
    const twin = new Session(this.model, interventions, means);
    const twins = twin.parts();
    this.parts().forEach((part, i) => {
      this.model.ops.copy(part, 0, twins[i]!, 0, sizeOf(part));
    });
    twin.at = this.at;
    return twin;
  }

  dispose(): void {
    this.turned.turns.dispose();
    this.model.ops.release(...this.parts());
  }

  /** Everything that makes up the memory, in a fixed order. */
  private parts(): Tensor[] {
    return [...this.states.flatMap(({ conv, h }) => [conv, h]), this.lastLogits];
  }
}

const sizeOf = ({ shape }: Tensor): number => shape.reduce((a, b) => a * b, 1);
