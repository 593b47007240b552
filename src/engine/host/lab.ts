import { CancelledError } from '../errors';
import { type Means, measureMeans } from '../means';
import type { Model } from '../models/model';
import type { Tokenizer } from '../tokenizer/tokenizer';
import { freezes } from '../turn';
import type { Intervention, Moment, ProbeRequest, Sampling, TokenRecord } from '../types';
import { compute, type Computed, type ComputeRequest } from './compute';
import { Timeline } from './timeline';

/** What decides a text. The same recipe gives the same text, token for token, on the same device. */
export interface Recipe {
  prompt: string;
  sampling: Sampling;
  intervention: Intervention;
  /** How many tokens the model writes after the prompt. */
  own: number;
}

/** The two texts of a recipe; the same tokens twice while nothing is turned. */
export interface Texts {
  yours: { tokens: TokenRecord[]; ended: boolean };
  before: { tokens: TokenRecord[]; ended: boolean };
}

/** What `advance` adds. */
export interface Advance extends Texts {
  /** Milliseconds that the model took for the tokens of `yours`, reading them back included; null if it had them. */
  milliseconds: number | null;
}

/** Intermediates of some tokens of the text, of one layer. */
export interface TraceRequest {
  layer: number;
  probes: readonly Pick<ProbeRequest, 'name' | 'unit'>[];
  from: number;
  count: number;
}

/** In the order of the request, each in the shape that PROBES states; `before` is null while nothing is turned. */
export interface TracePair {
  yours: Float32Array[];
  before: Float32Array[] | null;
}

const turned = ({ deltaScale, aScale, freeze = [], zero = false }: Intervention): boolean =>
  deltaScale !== 1 || aScale !== 1 || freeze.length > 0 || zero;
const key = (...parts: unknown[]): string => JSON.stringify(parts);

/**
 * Runs a recipe beside its untouched twin. Up to three timelines: the untouched model's own text, the text under
 * the intervention, and the untouched model reading that same text, so that probabilities and states can be
 * compared word by word. Texts are a pure function of the recipe: turning a slider and putting it back ends
 * exactly where it began.
 *
 * Calls run one after the other; `open` and `advance` can be stopped by their signal and leave what is computed
 * consistent. After a stopped `open` there is no recipe: open one before anything else.
 */
export class Lab {
  private readonly model: Model;
  private readonly tokenizer: Tokenizer;
  /** The recipe whose texts are there; null while they are not, as after `open` was stopped. */
  private recipe: Recipe | null = null;
  private promptLength = 0;
  private base: { key: string; prompt: string; timeline: Timeline } | null = null;
  private mine: { key: string; prompt: string; timeline: Timeline; shadow: Timeline } | null = null;
  /** Of the last prompt in which something was frozen; the same whatever was. */
  private measured: { prompt: string; means: Means } | null = null;

  constructor(model: Model, tokenizer: Tokenizer) {
    this.model = model;
    this.tokenizer = tokenizer;
  }

  /** Makes the texts of a recipe, reusing what is there. `onProgress` counts tokens of all timelines. */
  async open(
    recipe: Recipe,
    signal?: AbortSignal,
    onProgress: (done: number, total: number) => void = () => {},
  ): Promise<Texts> {
    const prompt = this.tokenizer.encode(recipe.prompt);
    const isTurned = turned(recipe.intervention);
    const measuring = this.mustMeasure(recipe, prompt) ? prompt.length : 0;
    const total = (prompt.length + recipe.own) * (isTurned ? 3 : 1) + measuring;
    let done = 0;
    // A text that is there already may be longer than what is asked for.
    const tick = (tokens: number): void => onProgress(Math.min((done += tokens), total), total);
    this.recipe = null;
    this.promptLength = prompt.length;

    const base = await this.openBase(recipe, prompt);
    await this.complete(base, prompt, recipe, signal, tick);
    if (isTurned) {
      if (measuring > 0) {
        const means = await measureMeans(this.model, prompt, signal, tick);
        this.measured = { prompt: recipe.prompt, means };
      }
      const mine = await this.openMine(recipe, prompt);
      await this.complete(mine.timeline, prompt, recipe, signal, tick);
      await this.follow(mine, signal, tick);
    } else {
      this.closeMine();
    }
    this.recipe = recipe;
    const length = prompt.length + recipe.own;
    return { before: textOf(base, 0, length), yours: textOf(this.yours(), 0, length) };
  }

  /** A timeline whose text belongs to the recipe as far as it goes. */
  private async openBase({ prompt, sampling }: Recipe, ids: readonly number[]): Promise<Timeline> {
    const wanted = key(prompt, sampling);
    if (this.base && this.base.prompt !== prompt) {
      this.base.timeline.dispose();
      this.base = null;
    }
    this.base ??= { key: wanted, prompt, timeline: new Timeline(this.model, this.tokenizer, []) };
    if (this.base.key !== wanted) {
      // The prompt has been read already; only the model's own words are drawn again.
      this.base.key = wanted;
      await this.base.timeline.truncate(ids.length);
    }
    return this.base.timeline;
  }

  /** Whether the recipe freezes what has not been measured over its prompt yet. */
  private mustMeasure({ prompt, intervention }: Recipe, ids: readonly number[]): boolean {
    const frozen = freezes([intervention], this.model.turnShape) && ids.length > 0;
    return frozen && this.measured?.prompt !== prompt;
  }

  private async openMine({ prompt, sampling, intervention }: Recipe, ids: readonly number[]) {
    const reading = key(prompt, intervention);
    const wanted = key(prompt, intervention, sampling);
    if (this.mine && this.mine.prompt !== reading) this.closeMine();
    // An empty prompt has no means, and no text follows from it.
    const interventions = ids.length > 0 ? [intervention] : [];
    this.mine ??= {
      key: wanted,
      prompt: reading,
      timeline: new Timeline(this.model, this.tokenizer, interventions, this.measured?.means),
      shadow: new Timeline(this.model, this.tokenizer, []),
    };
    if (this.mine.key !== wanted) {
      this.mine.key = wanted;
      await this.mine.timeline.truncate(ids.length);
      await this.mine.shadow.truncate(ids.length);
    }
    return this.mine;
  }

  private closeMine(): void {
    this.mine?.timeline.dispose();
    this.mine?.shadow.dispose();
    this.mine = null;
  }

  /** Reads what is left of the prompt and writes what is left to write. */
  private async complete(
    timeline: Timeline,
    prompt: readonly number[],
    { sampling, own }: Recipe,
    signal: AbortSignal | undefined,
    tick: (tokens: number) => void,
  ): Promise<void> {
    tick(Math.min(timeline.length, prompt.length + own));
    await timeline.read(prompt.slice(timeline.length), false, signal, tick);
    while (timeline.length < prompt.length + own) {
      if (signal?.aborted) throw new CancelledError('Stopped.');
      if (!(await timeline.write(sampling))) break;
      tick(1);
    }
  }

  /** The untouched model reads on in the intervened text. */
  private async follow(
    { timeline, shadow }: { timeline: Timeline; shadow: Timeline },
    signal?: AbortSignal,
    tick: (tokens: number) => void = () => {},
  ): Promise<void> {
    tick(shadow.length);
    const rest = timeline.tokens.slice(shadow.length);
    const prompt = rest.filter((token) => !token.own).map((token) => token.id);
    const own = rest.filter((token) => token.own).map((token) => token.id);
    await shadow.read(prompt, false, signal, tick);
    await shadow.read(own, true, signal, tick);
  }

  /** Writes `count` more tokens in both texts and returns those alone. */
  async advance(count: number, signal?: AbortSignal): Promise<Advance> {
    const { recipe } = this;
    if (!recipe || !this.base) throw new Error('Open a recipe first.');
    const from = this.promptLength + recipe.own;
    const until = from + count;
    const yours = this.yours();
    const had = yours.length;
    const started = performance.now();
    await writeUntil(yours, until, recipe.sampling, signal);
    const milliseconds = yours.length > had ? performance.now() - started : null;
    await writeUntil(this.base.timeline, until, recipe.sampling, signal);
    if (this.mine) await this.follow(this.mine, signal);
    this.recipe = { ...recipe, own: recipe.own + count };
    return {
      yours: textOf(yours, from, until),
      before: textOf(this.base.timeline, from, until),
      milliseconds,
    };
  }

  /** What the model says and holds right after token t of `yours`, beside the untouched model on the same text. */
  async moment(t: number): Promise<{ yours: Moment; before: Moment | null }> {
    const yours = this.yours();
    const { mine } = this;
    // The word that really came next is always among the candidates.
    const came = yours.ids.slice(t + 1, t + 2);
    const mineTop = [...(await yours.next(t)).top.map((candidate) => candidate.id), ...came];
    if (!mine) return { yours: await momentOf(yours, t, came), before: null };
    const beforeTop = (await mine.shadow.next(t)).top.map((candidate) => candidate.id);
    return {
      yours: await momentOf(yours, t, [...beforeTop, ...came]),
      before: await momentOf(mine.shadow, t, mineTop),
    };
  }

  /** Intermediates of tokens of `yours`, and of the untouched model reading them: see Timeline.trace. */
  async trace(request: TraceRequest, signal?: AbortSignal): Promise<TracePair> {
    const { layer, probes, from, count } = request;
    const wanted = probes.map(({ name, unit }) => ({ name, unit, layers: [layer] }));
    const read = async (timeline: Timeline): Promise<Float32Array[]> => {
      const trace = await timeline.trace(wanted, from, count, signal);
      return probes.map(({ name, unit }) => trace.get(name, layer, unit));
    };
    const yours = await read(this.yours());
    return { yours, before: this.mine ? await read(this.mine.shadow) : null };
  }

  /** Works out what was asked for of the text as far as it is written: see compute.ts. */
  async compute(request: ComputeRequest, signal?: AbortSignal): Promise<Computed> {
    const yours = this.yours();
    const { intervention, prompt, own } = this.recipe!;
    // More may have been written before than is shown now.
    const ids = yours.ids.slice(0, this.promptLength + own);
    const interventions =
      request.under === 'yours'
        ? [intervention]
        : request.under === 'before'
          ? []
          : [request.under];
    const promptIds = ids.slice(0, this.promptLength);
    if (freezes(interventions, this.model.turnShape) && this.measured?.prompt !== prompt) {
      this.measured = { prompt, means: await measureMeans(this.model, promptIds, signal) };
    }
    return await compute(this.model, ids, request, interventions, this.measured?.means, signal);
  }

  private yours(): Timeline {
    if (!this.base || !this.recipe) throw new Error('Open a recipe first.');
    return this.mine?.timeline ?? this.base.timeline;
  }

  dispose(): void {
    this.closeMine();
    this.base?.timeline.dispose();
    this.base = null;
  }
}

async function writeUntil(
  timeline: Timeline,
  length: number,
  sampling: Sampling,
  signal?: AbortSignal,
): Promise<void> {
  while (timeline.length < length) {
    if (signal?.aborted) throw new CancelledError('Stopped.');
    if (!(await timeline.write(sampling))) return;
  }
}

function textOf(timeline: Timeline, from: number, until: number) {
  const tokens = timeline.tokens.slice(from, until);
  return { tokens, ended: timeline.ended && timeline.length <= until };
}

async function momentOf(timeline: Timeline, t: number, also: readonly number[]): Promise<Moment> {
  const next = await timeline.next(t, also);
  const { h } = await timeline.standing(t);
  const { h: hPrevious } = await timeline.standing(t - 1);
  return { token: t, next, h, hPrevious };
}
