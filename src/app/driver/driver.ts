/**
 * The one place that talks to the engine. It holds no picture of its own: it compares what the store asks for
 * (prompt, sampling, intervention, cursor, length) with what the engine has computed, and does the next thing
 * that is missing until nothing is. Any number of changes may come in the meantime; the last one wins.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { EngineApi, Loaded, Problem, Result } from '../../engine/host/api';
import type { Intervention } from '../../engine/types';
import type { SceneMeta } from '../scenes/scene';
import { type Actions, type AppState, isTurned, type Run } from '../store/state';
import { createActions } from './actions';
import { BENCH_MODELS } from './benchModels';
import { proxy, startEngine, type StartEngine } from './client';
import { Inside, type InsideWish } from './inside';
import { fitTo, modelsUrl, modelUrl } from './models';
import { notices } from './notices';
import { recipeKey, recipeOf, runName } from './recipe';
import { TaskMeter } from './taskMeter';

/** A second loss within this time means that the graphics device cannot be relied on. */
const LOST_AGAIN_MS = 60_000;

/** What a scene, by its id, needs of the model. */
export type MetaOf = (scene: string) => Pick<SceneMeta, 'probes' | 'moment'>;

export class Driver {
  readonly store: StoreApi<AppState>;
  /** Tokens that the reader wants the model to have written. */
  own: number;
  /** The token that the reader chose; Infinity = the last, whichever that is. */
  wantedToken: number;
  private readonly start: StartEngine;
  private engine: EngineApi;
  private readonly meter: TaskMeter;
  /** What the engine has open: null before the first text. */
  private opened: { key: string; own: number } | null = null;
  /** The settings of the text on the screen, to come back to when new work is stopped. */
  private lastGood: Pick<AppState, 'prompt' | 'sampling' | 'intervention'> & { own: number };
  /** Counts loadings: what belongs to an earlier one is out of date. */
  private age = 0;
  private readonly inside: Inside;
  private readonly metaOf: MetaOf;
  /** The model that has been loaded and not yet shown: it comes onto the page together with its text. */
  private fresh: Loaded | null = null;
  private loaded = false;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;
  private lastLoss = -Infinity;

  constructor(store: StoreApi<AppState>, metaOf: MetaOf, start: StartEngine = startEngine) {
    this.store = store;
    this.start = start;
    this.engine = start((message) => this.onBroken(message));
    this.metaOf = metaOf;
    this.meter = new TaskMeter(store);
    this.inside = new Inside(this.meter);
    const { prompt, sampling, intervention, yours, cursor } = store.getState();
    this.own = yours.tokens.filter((token) => token.own).length;
    this.wantedToken = cursor.token;
    this.lastGood = { prompt, sampling, intervention, own: this.own };
  }

  get state(): AppState {
    return this.store.getState();
  }

  /** Loads the model and takes the page over from the recorded run. */
  async load(useCpu = false): Promise<void> {
    const age = ++this.age;
    this.loaded = false;
    this.opened = null;
    this.inside.clear();
    this.stopped = false;
    this.store.setState({
      phase: { name: 'loading', bytes: 0, total: null, step: notices.loading },
      notice: null,
    });
    // Callbacks come on a channel of their own, and may come late.
    let over = false;
    const result = await safely(() =>
      this.engine.load(
        modelUrl(this.state.modelName),
        useCpu,
        proxy((bytes: number, total: number | null) => {
          if (over || age !== this.age) return;
          this.store.setState({ phase: { name: 'loading', bytes, total, step: notices.loading } });
        }),
        proxy((reason: string) => {
          if (age === this.age) void this.onLost(reason);
        }),
      ),
    );
    over = true;
    if (age !== this.age) return;
    if (!result.ok) {
      this.fail(result.problem);
      return;
    }
    const { device, why } = result.value;
    this.loaded = true;
    this.fresh = result.value;
    // Another device has another speed.
    this.store.setState({
      device,
      deviceWhy: why,
      tokensPerSecond: null,
      intervention: fitTo(result.value.model, this.state).intervention,
    });
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
    const { age } = this;
    // A stop that came too late for the last thing is not meant for this one.
    this.stopped = false;
    const result = await safely(work);
    // A new loading has begun since: this is about a model that is gone.
    if (age !== this.age) return null;
    if (result.ok) return result.value;
    if (result.problem.kind !== 'cancelled') this.fail(result.problem);
    else if (this.stopped) this.goBack();
    return null;
  }

  private async openTexts(key: string): Promise<void> {
    const recipe = recipeOf(this.state, this.own);
    // A stopped `open` leaves the engine without any text.
    this.opened = null;
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
      ...(this.state.phase.name !== 'ready' && { notice: null }),
      shownIntervention: recipe.intervention,
    });
    if (!shown) return;
    this.opened = { key, own: recipe.own };
    const { prompt, sampling, intervention, own } = recipe;
    this.lastGood = { prompt, sampling, intervention, own };
  }

  private async advance(opened: { key: string; own: number }): Promise<void> {
    const added = await this.ask(() => this.engine.advance(1));
    if (!added) return;
    const { yours, before, milliseconds } = added;
    const { state } = this;
    const speed = milliseconds === null ? null : 1000 / milliseconds;
    const last = state.tokensPerSecond;
    const texts = {
      yours: { tokens: [...state.yours.tokens, ...yours.tokens], ended: yours.ended },
      before: { tokens: [...state.before.tokens, ...before.tokens], ended: before.ended },
    };
    // A moving average: single steps on a fast device jitter.
    const tokensPerSecond = speed && last ? 0.8 * last + 0.2 * speed : (speed ?? last);
    const own = opened.own + 1;
    this.opened = { ...opened, own };
    if (await this.show(opened.key, texts, { tokensPerSecond })) this.lastGood.own = own;
    // The engine is a token ahead of the page: open anew.
    else this.opened = null;
  }

  /** What of the model's inside belongs to a text, where the reader is. */
  private wishFor(key: string, yours: Run, intervention: Intervention): InsideWish {
    const { modelName, model: old, scene } = this.state;
    const model = this.fresh?.model ?? old;
    const { cursor } = fitTo(model, this.state);
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
    this.store.setState((state) => ({
      ...change,
      ...texts,
      ...inside,
      model: wish.model,
      // The reader may have moved on within the text in the meantime.
      cursor: { ...fitTo(wish.model, state).cursor, token: this.tokenIn(texts.yours) },
    }));
    this.fresh = null;
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
  private fail(problem: Problem): void {
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
    this.age++;
    this.engine = this.start((again) => this.onBroken(again));
    this.fail({ kind: 'unexpected', message });
  }

  /** The graphics device went away: start again where the reader was, on the CPU if it happens twice. */
  private async onLost(reason: string): Promise<void> {
    const now = performance.now();
    const again = now - this.lastLoss < LOST_AGAIN_MS;
    this.lastLoss = now;
    this.store.setState({ playing: false });
    await this.load(again);
    if (this.state.phase.name !== 'ready') return;
    this.store.setState({ notice: notices.deviceBack(reason, again) });
    if (again) this.store.setState({ deviceWhy: notices.cpuAfterLoss });
  }

  bench: Actions['bench'] = (options, onEvent) =>
    safely(() => this.engine.bench(modelsUrl(), BENCH_MODELS, options, proxy(onEvent)));

  stopBench(): void {
    void this.engine.stopBench();
  }

  compute: Actions['compute'] = (request) => safely(() => this.engine.compute(request));

  stopCompute(): void {
    void this.engine.stopCompute();
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

/** A call that throws, or is thrown away on its way to the worker, is a problem like any other. */
async function safely<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { kind: 'unexpected', message } };
  }
}

/** Starts the engine and the loading of the model; returns what the reader can do. */
export function createDriver(store: StoreApi<AppState>, metaOf: MetaOf): Actions {
  const driver = new Driver(store, metaOf);
  void driver.load();
  return createActions(driver);
}
