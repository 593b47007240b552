/**
 * The one place that talks to the engine. It holds no picture of its own: it compares what the store asks for
 * (prompt, sampling, intervention, cursor, length) with what the engine has computed, and does the next thing
 * that is missing until nothing is. Any number of changes may come in the meantime; the last one wins.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { EngineApi, Loaded, Problem, Result } from '../../engine/host/api';
import type { Intervention, ModelInfo } from '../../engine/types';
import { type AppState, type Cursor, isTurned, type Run } from '../store/state';
import { proxy, startEngine, type StartEngine } from './client';
import { grow } from './grow';
import { Inside, type InsideWish } from './inside';
import { ModelLoader } from './modelLoader';
import { fitTo } from './models';
import { notices } from './notices';
import { recipeKey, recipeOf, runName } from './recipe';
import { safely } from './safely';
import type { MetaOf, Start } from './start';
import { TaskMeter } from './taskMeter';

export class Driver {
  readonly store: StoreApi<AppState>;
  /** Tokens that the reader wants the model to have written. */
  own: number;
  /** The token that the reader chose; Infinity = the last, whichever that is. */
  wantedToken: number;
  /** What the address asks for, until there is a model that can say whether it has it. */
  wishedCursor: Omit<Cursor, 'token'> | null;
  /** Makes an engine in a worker of its own. */
  readonly start: StartEngine;
  engine: EngineApi;
  private readonly meter: TaskMeter;
  /** Counts what the engine was asked to do to the texts: what is worked out of them meanwhile may be of either. */
  changes = 0;
  /** What the engine has open: null before the first text. */
  private opened: { key: string; own: number } | null = null;
  /** The settings of the text on the screen, to come back to when new work is stopped. */
  private lastGood: Pick<AppState, 'prompt' | 'sampling' | 'intervention'> & { own: number };
  private readonly loader: ModelLoader;
  private readonly inside: Inside;
  private readonly metaOf: MetaOf;
  /** The model that has been loaded and not yet shown: it comes onto the page together with its text. */
  private fresh: Loaded | null = null;
  private loaded = false;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    store: StoreApi<AppState>,
    metaOf: MetaOf,
    { wished, shown }: Start,
    startWorker: StartEngine = startEngine,
  ) {
    this.store = store;
    this.start = startWorker;
    this.engine = startWorker((message) => this.onBroken(message));
    this.metaOf = metaOf;
    this.meter = new TaskMeter(store);
    this.inside = new Inside(this.meter);
    this.loader = new ModelLoader(this);
    const { prompt, sampling, intervention, yours } = shown;
    this.own = wished.own;
    this.wantedToken = wished.token ?? Infinity;
    const { layer, channel, state } = wished;
    this.wishedCursor = { layer, channel, state };
    const own = yours.tokens.filter((token) => token.own).length;
    this.lastGood = { prompt, sampling, intervention, own };
  }

  get state(): AppState {
    return this.store.getState();
  }

  /** Loads the model and takes the page over from what is there: the recorded run, or another model's. */
  load(useCpu?: boolean): Promise<void> {
    return this.loader.load(useCpu);
  }

  /** Another model takes the text over; until it is loaded, and if it cannot be, the old one stays. */
  async chooseModel(name: string): Promise<void> {
    await this.loader.choose(name, this.loaded ? (this.fresh?.model ?? this.state.model) : null);
  }

  /** A loading begins: nothing is computed until it ends. */
  begin(): void {
    this.loaded = false;
    this.opened = null;
    this.stopped = false;
  }

  /** A model has come: it goes onto the page together with its text. */
  async take(fresh: Loaded): Promise<void> {
    this.loaded = true;
    this.fresh = fresh;
    this.inside.clear();
    await this.settle();
  }

  /** No other model has come; the one that was there goes on. */
  async stay(): Promise<void> {
    this.loaded = true;
    await this.settle();
  }

  /** Does what is missing; resolves when the page shows what the store asks for, or when it cannot. */
  settle(): Promise<void> {
    this.again = true;
    this.running ??= Promise.resolve().then(() => this.run());
    return this.running;
  }

  /** True while the text on the page is not yet the one that the store asks for. */
  get isBehind(): boolean {
    const { opened } = this;
    return !opened || opened.key !== recipeKey(this.state) || opened.own > this.own;
  }

  /** True if the reader has changed settings since the text on the page was made. */
  get isChanged(): boolean {
    return recipeKey(this.state) !== recipeKey(this.lastGood);
  }

  private async run(): Promise<void> {
    try {
      // A wish may come while the last look finds nothing missing: look again then.
      while (this.again) {
        this.again = false;
        while (this.loaded && (await this.next()));
      }
    } finally {
      this.running = null;
    }
  }

  /** Does the next missing thing. False if nothing is missing any more. */
  private async next(): Promise<boolean> {
    const { state, opened } = this;
    const key = recipeKey(state);
    if (!opened || this.isBehind) await this.openTexts(key);
    else if (opened.own < this.own) await this.advance(opened);
    else if (!this.inside.isShown(this.wishFor(key, state.yours, state.shownIntervention)))
      await this.show(key, { yours: state.yours, before: state.before });
    else return false;
    return true;
  }

  /** Where the reader's token stands in a text: as far on as the text goes. */
  private tokenIn(text: Run): number {
    return Math.max(0, Math.min(this.wantedToken, text.tokens.length - 1));
  }

  /** Asks the engine for one thing. Null if it was not to be had, which is then dealt with. */
  private async ask<T>(work: () => Promise<Result<T>>): Promise<T | null> {
    const { age } = this.loader;
    // A stop that came too late for the last thing is not meant for this one.
    this.stopped = false;
    const result = await safely(work);
    // A new loading has begun since: this is about a model that is gone.
    if (age !== this.loader.age) return null;
    if (result.ok) return result.value;
    if (result.problem.kind !== 'cancelled') this.fail(result.problem);
    else if (this.stopped) this.goBack();
    return null;
  }

  private async openTexts(key: string): Promise<void> {
    const recipe = recipeOf(this.state, this.own);
    // A stopped `open` leaves the engine without any text.
    this.opened = null;
    this.changes++;
    const texts = await this.ask(() =>
      this.meter.watch(notices.reading, (onProgress) =>
        this.engine.open(recipe, proxy(onProgress)),
      ),
    );
    if (!texts) return;
    const shown = await this.show(key, texts, {
      run: runName(this.state.modelName, key),
      phase: { name: 'ready' },
      recorded: false,
      // What was said while there was no model is out of date.
      ...(this.state.phase.name !== 'ready' && !this.state.notice?.stays && { notice: null }),
      shownIntervention: recipe.intervention,
    });
    if (!shown) return;
    this.opened = { key, own: recipe.own };
    const { prompt, sampling, intervention, own } = recipe;
    this.lastGood = { prompt, sampling, intervention, own };
  }

  private async advance(opened: { key: string; own: number }): Promise<void> {
    this.changes++;
    const added = await this.ask(() => this.engine.advance(1));
    if (!added) return;
    const { tokensPerSecond, ...texts } = grow(this.state, added);
    const own = opened.own + 1;
    this.opened = { ...opened, own };
    if (await this.show(opened.key, texts, { tokensPerSecond })) this.lastGood.own = own;
    // The engine is a token ahead of the page: open anew.
    else this.opened = null;
  }

  /** The cursor as far as a model has it. */
  private cursorIn(model: ModelInfo): Cursor {
    const { cursor, intervention } = this.state;
    return fitTo(model, { cursor: { ...cursor, ...this.wishedCursor }, intervention }).cursor;
  }

  /** What of the model's inside belongs to a text, where the reader is. */
  private wishFor(key: string, yours: Run, intervention: Intervention): InsideWish {
    const { modelName, model: old, scene } = this.state;
    const model = this.fresh?.model ?? old;
    const cursor = this.cursorIn(model);
    return {
      scene: this.metaOf(scene),
      model,
      run: runName(modelName, key),
      isTurned: isTurned(intervention),
      cursor: { ...cursor, token: this.tokenIn(yours) },
      length: yours.tokens.length,
    };
  }

  /**
   * Puts texts on the page together with what belongs to them inside the model, with the cursor where the reader wants
   * it as far as the text goes: no picture ever mixes two runs. False if that was not to be had.
   */
  private async show(
    key: string,
    texts: Pick<AppState, 'yours' | 'before'>,
    change: Partial<AppState> = {},
  ): Promise<boolean> {
    const wish = this.wishFor(
      key,
      texts.yours,
      change.shownIntervention ?? this.state.shownIntervention,
    );
    const inside = await this.inside.read(this.engine, wish, (work) => this.ask(work));
    if (!inside) return false;
    this.inside.show(wish);
    this.store.setState(({ cursor }) => ({
      ...change,
      ...texts,
      ...inside,
      model: wish.model,
      // The reader may have moved on within the text in the meantime.
      cursor: sameOr(cursor, { ...this.cursorIn(wish.model), token: this.tokenIn(texts.yours) }),
    }));
    this.fresh = null;
    this.wishedCursor = null;
    return true;
  }

  /** The reader stopped the work: back to the text that is still on the page, and its settings. */
  private goBack(): void {
    const { own, ...settings } = this.lastGood;
    this.own = own;
    this.wantedToken = this.state.cursor.token;
    this.opened = null;
    this.inside.forget();
    this.store.setState(settings);
  }

  /** What went wrong, on the page. */
  fail(problem: Problem): void {
    this.opened = null;
    this.store.setState({ playing: false, task: null });
    // onLost hears of a lost device too, and starts again; before there is a model, nobody does.
    const loading = !this.loaded;
    this.loaded = false;
    if (problem.kind === 'deviceLost' && !loading) return;
    this.store.setState({ phase: notices.failed(problem) });
  }

  /** The engine itself has not come: no call will ever be answered. The next loading takes a new one. */
  private onBroken(message: string): void {
    this.loader.age++;
    this.engine = this.start((again) => this.onBroken(again));
    this.fail({ kind: 'unexpected', message });
  }

  /** New settings make the running work pointless if there is much of it; little is quicker done than stopped. */
  interrupt(): void {
    if (this.meter.isLong) void this.engine.cancel();
  }

  /** The reader stops what is going on. */
  cancel(): void {
    this.stopped = true;
    this.store.setState({ playing: false });
    void this.engine.cancel();
  }
}

/** The old cursor if the new one is the same place: then no view is rendered again for it. */
function sameOr(old: Cursor, cursor: Cursor): Cursor {
  const { token, layer, channel, state } = cursor;
  const same = old.token === token && old.layer === layer && old.channel === channel;
  return same && old.state === state ? old : cursor;
}
