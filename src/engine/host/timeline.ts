import type { Tokenizer } from '../tokenizer/tokenizer';
import { distribution, surpriseBits } from '../distribution';
import { CancelledError } from '../errors';
import type { Means } from '../means';
import type { Model } from '../models/model';
import { nextTask } from '../nextTask';
import { sampleToken } from '../sampling';
import type { Session } from '../session';
import type { Trace } from '../trace';
import type { Distribution, Intervention, ProbeRequest, Sampling, TokenRecord } from '../types';
import { Bookmarks } from './bookmarks';

/** What a timeline reads of every token, for its summaries. */
const PROBES: readonly ProbeRequest[] = [
  { name: 'logits' },
  { name: 'layer.delta' },
  { name: 'layer.hMoved' },
  { name: 'layer.hNorm' },
];

/** The model right after one token. */
export interface Standing {
  /** One (E, N) a layer. */
  h: Float32Array[];
  /** (V). */
  logits: Float32Array;
}

/** Tokens computed together when the reader asks for an earlier place, so that stepping back is quick. */
const REPLAY = 8;
/** Standings kept in memory: so many, and no more bytes of them than this (those around the last one always are). */
const KEPT = 64;
const KEPT_BYTES = 2 ** 25;

/**
 * One text under one set of interventions: its tokens with their summaries, and the way back to the model's
 * whole inside at any of them. Going back restores the nearest bookmark and reads on from there.
 */
export class Timeline {
  readonly tokens: TokenRecord[] = [];
  private readonly model: Model;
  private readonly tokenizer: Tokenizer;
  private readonly session: Session;
  private readonly replay: Session;
  private readonly bookmarks: Bookmarks;
  private readonly standings = new Map<number, Standing>();
  private readonly keptStandings: number;
  /** Reads intermediates for those who ask; made for the first. `at` is where it stands in this very text. */
  private reader: { session: Session; at: number } | null = null;
  private readonly openReader: () => Session;
  private pieces;
  /** Logits after the last token, (V); null before the first. */
  private logits: Float32Array | null = null;

  /** `means` is what to freeze to, if an intervention freezes. */
  constructor(
    model: Model,
    tokenizer: Tokenizer,
    interventions: readonly Intervention[],
    means?: Means,
  ) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.session = model.createSession(interventions, means);
    this.replay = model.createSession(interventions, means);
    this.openReader = () => model.createSession(interventions, means);
    const { nLayers, dInner, dState } = model.info;
    this.keptStandings = Math.min(KEPT, Math.floor(KEPT_BYTES / (4 * nLayers * dInner * dState)));
    this.bookmarks = new Bookmarks(this.session);
    this.pieces = tokenizer.createPieces();
  }

  get length(): number {
    return this.tokens.length;
  }

  get ids(): number[] {
    return this.tokens.map((token) => token.id);
  }

  /** True once the model itself has written the end of the text. */
  get ended(): boolean {
    const last = this.tokens.at(-1);
    return last !== undefined && last.own && last.id === this.tokenizer.endOfText;
  }

  /** Reads given tokens. Stops between pieces with CancelledError; what was read until then stays. */
  async read(
    ids: readonly number[],
    own: boolean,
    signal?: AbortSignal,
    onProgress?: (tokens: number) => void,
  ): Promise<void> {
    let from = 0;
    while (from < ids.length) {
      if (signal?.aborted) throw new CancelledError('Stopped.');
      const count = Math.min(
        this.bookmarks.untilNext(),
        this.model.rowsAtOnce(PROBES),
        ids.length - from,
      );
      const piece = ids.slice(from, from + count);
      this.append(piece, own, await this.session.prefill(piece, { probes: PROBES }));
      from += count;
      onProgress?.(count);
      if (from < ids.length) await nextTask();
    }
  }

  /** Lets the model write one token. Returns it, or null if the text has ended or not begun. */
  async write(sampling: Sampling): Promise<TokenRecord | null> {
    if (!this.logits || this.ended) return null;
    await nextTask();
    const id = sampleToken(this.logits, sampling, this.length);
    this.append([id], true, await this.session.step(id, PROBES));
    return this.tokens.at(-1)!;
  }

  private append(ids: readonly number[], own: boolean, trace: Trace): void {
    const { vocabSize: V, dInner: E, nLayers, heads } = this.model.info;
    const steps = heads?.nHeads ?? E; // numbers of Δ a token
    const logits = trace.get('logits'); // (L, V)
    const layers = Array.from({ length: nLayers }, (_, layer) => ({
      delta: trace.get('layer.delta', layer), // (L, E); Mamba-2 (L, H)
      moved: trace.get('layer.hMoved', layer), // (L, E)
      norm: trace.get('layer.hNorm', layer), // (L, E)
    }));
    ids.forEach((id, t) => {
      const moved = layers.map((layer) => sumRow(layer.moved, t, E));
      const norm = layers.map((layer) => sumRow(layer.norm, t, E));
      this.tokens.push({
        id,
        text: this.pieces.push(id),
        own,
        surprise: this.logits && surpriseBits(this.logits, id),
        meanDelta: layers.map((layer) => sumRow(layer.delta, t, steps) / steps),
        hChange: moved.map((value, layer) => change(value, norm[layer]!)),
        hChangeAll: change(sum(moved), sum(norm)),
      });
      this.logits = logits.slice(t * V, (t + 1) * V);
    });
    this.bookmarks.note();
  }

  /** Goes back to the first `length` tokens, as if the others had never been. */
  async truncate(length: number): Promise<void> {
    if (length >= this.length) return;
    const { ids } = this;
    this.bookmarks.truncate(length);
    if (this.reader && this.reader.at > length) this.reader.at = Infinity;
    const from = this.bookmarks.restore(this.session, length);
    // The same is asked for as at first: other kernels would round otherwise.
    await this.session.prefill(ids.slice(from, length), { probes: PROBES, onPiece: () => {} });
    this.tokens.length = length;
    this.logits = length > 0 ? await this.session.logits() : null;
    this.pieces = this.tokenizer.createPieces();
    for (const id of ids.slice(0, length)) this.pieces.push(id);
    for (const t of this.standings.keys()) if (t >= length) this.standings.delete(t);
  }

  /**
   * Intermediates of tokens `from` … `from + count − 1`, read by a session of its own that goes on from where it last
   * stood: for words just written, one token is computed each. Throws RangeError for tokens that are not there and for
   * probes that the model does not have, CancelledError between two pieces.
   */
  async trace(
    probes: readonly ProbeRequest[],
    from: number,
    count: number,
    signal?: AbortSignal,
  ): Promise<Trace> {
    const { ids } = this;
    if (from < 0 || count < 1 || from + count > ids.length) {
      throw new RangeError(`There are no tokens ${from} … ${from + count - 1} (of ${ids.length}).`);
    }
    this.model.checkProbes(probes);
    const reader = (this.reader ??= { session: this.openReader(), at: 0 });
    const { session } = reader;
    const start = reader.at <= from ? reader.at : this.bookmarks.restore(session, from);
    // Until it has arrived it stands nowhere: a stop in between leaves it to start from a bookmark.
    reader.at = Infinity;
    await session.prefill(ids.slice(start, from), { onPiece: () => {}, signal });
    const trace = await session.prefill(ids.slice(from, from + count), { probes, signal });
    reader.at = from + count;
    return trace;
  }

  /** The model right after token t; zeros before the first (t = −1). */
  async standing(t: number): Promise<Standing> {
    if (t < 0) {
      this.bookmarks.restore(this.replay, 0);
      return { h: await this.replay.stateH(), logits: await this.replay.logits() };
    }
    if (t >= this.length) throw new RangeError(`There is no token ${t} yet.`);
    if (!this.standings.has(t)) {
      if (t === this.length - 1) this.keep(t, await this.session.stateH(), this.logits!);
      else await this.recompute(t);
    }
    return this.standings.get(t)!;
  }

  /** Fills in the standings of the block of tokens around t. */
  private async recompute(t: number): Promise<void> {
    const { ids } = this;
    const first = Math.max(0, Math.floor(t / REPLAY) * REPLAY - 1);
    const last = Math.min(first + REPLAY, this.length - 1);
    const from = this.bookmarks.restore(this.replay, first);
    await this.replay.prefill(ids.slice(from, first), { probes: PROBES, onPiece: () => {} });
    for (let at = first; at <= last; at++) {
      await this.replay.step(ids[at]!);
      if (this.standings.has(at)) continue;
      this.keep(at, await this.replay.stateH(), await this.replay.logits());
    }
  }

  private keep(t: number, h: Float32Array[], logits: Float32Array): void {
    this.standings.set(t, { h, logits });
    for (const old of this.standings.keys()) {
      if (this.standings.size <= this.keptStandings) break;
      if (Math.abs(old - t) > REPLAY + 1) this.standings.delete(old);
    }
  }

  /** The next-token distribution after token t, with the candidates `also` included. */
  async next(t: number, also: readonly number[] = []): Promise<Distribution> {
    const { logits } = await this.standing(t);
    return distribution(logits, (id) => this.tokenizer.decode([id]), also);
  }

  dispose(): void {
    this.bookmarks.dispose();
    this.session.dispose();
    this.replay.dispose();
    this.reader?.session.dispose();
  }
}

function sumRow(values: Float32Array, row: number, width: number): number {
  let total = 0;
  for (let i = row * width; i < (row + 1) * width; i++) total += values[i]!;
  return total;
}

/** ‖h_t − h_{t−1}‖ / ‖h_t‖ of the squares; a state that is zero (Δ × 0) has not changed. */
const change = (moved: number, norm: number): number => (norm > 0 ? Math.sqrt(moved / norm) : 0);

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
