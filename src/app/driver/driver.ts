/**
 * The one place that talks to the engine. It holds no picture of its own: it compares what the store asks for
 * (prompt, sampling, intervention, cursor, length) with what the engine has computed, and does the next thing
 * that is missing until nothing is. Any number of changes may come in the meantime; the last one wins.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { EngineApi, Problem } from '../../engine/host/api';
import type { Actions, AppState } from '../store/state';
import { createActions } from './actions';
import { proxy, startEngine } from './client';
import { notices } from './notices';
import { recipeKey, recipeOf } from './recipe';
import { TaskMeter } from './taskMeter';

/** Where the model lives, relative to the page. */
const modelUrl = (): string => new URL('models/mamba/', document.baseURI).href;

/** A second loss within this time means that the graphics device cannot be relied on. */
const LOST_AGAIN_MS = 60_000;

export class Driver {
  readonly store: StoreApi<AppState>;
  /** Tokens that the reader wants the model to have written. */
  own: number;
  /** The token that the reader chose; Infinity = the last, whichever that is. */
  wantedToken: number;
  private readonly engine: EngineApi;
  private readonly meter: TaskMeter;
  /** What the engine has open: null before the first text. */
  private opened: { key: string; own: number } | null = null;
  /** The settings of the text on the screen, to come back to when new work is stopped. */
  private lastGood: Pick<AppState, 'prompt' | 'sampling' | 'intervention'> & { own: number };
  /** Which moment the page shows. */
  private shownMoment = '';
  private loaded = false;
  private running: Promise<void> | null = null;
  private stopped = false;
  private lastLoss = -Infinity;

  constructor(store: StoreApi<AppState>, engine: EngineApi = startEngine()) {
    this.store = store;
    this.engine = engine;
    this.meter = new TaskMeter(store);
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
    this.loaded = false;
    this.opened = null;
    this.shownMoment = '';
    this.stopped = false;
    this.store.setState({
      phase: { name: 'loading', bytes: 0, total: null, step: notices.loading },
      notice: null,
    });
    // Callbacks come on a channel of their own, and may come late.
    let over = false;
    const result = await this.engine.load(
      modelUrl(),
      useCpu,
      proxy((bytes: number, total: number | null) => {
        if (over) return;
        this.store.setState({ phase: { name: 'loading', bytes, total, step: notices.loading } });
      }),
      proxy((reason: string) => void this.onLost(reason)),
    );
    over = true;
    if (!result.ok) {
      this.fail(result.problem);
      return;
    }
    const { model, device, why } = result.value;
    this.loaded = true;
    this.store.setState({ model, device, deviceWhy: why });
    await this.settle();
  }

  /** Does what is missing; resolves when the page shows what the store asks for, or when it cannot. */
  settle(): Promise<void> {
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(): Promise<void> {
    while (this.loaded) {
      const done = await this.next();
      if (done) return;
    }
  }

  /** The next missing thing. True if nothing is missing any more, or if it cannot be had. */
  private async next(): Promise<boolean> {
    const { state, opened } = this;
    const key = recipeKey(state);
    if (!opened || opened.key !== key || opened.own > this.own) return await this.openTexts(key);
    if (opened.own < this.own) return await this.advance(opened);
    if (this.shownMoment !== momentKey(key, state.cursor.token)) {
      return await this.show(key, { yours: state.yours, before: state.before });
    }
    return true;
  }

  private async openTexts(key: string): Promise<boolean> {
    const recipe = recipeOf(this.state, this.own);
    const result = await this.meter.watch(notices.reading, (onProgress) =>
      this.engine.open(recipe, proxy(onProgress)),
    );
    if (!result.ok) return this.onProblem(result.problem);
    this.opened = { key, own: recipe.own };
    const { prompt, sampling, intervention, own } = recipe;
    this.lastGood = { prompt, sampling, intervention, own };
    return await this.show(key, result.value, {
      phase: { name: 'ready' },
      recorded: false,
      shownIntervention: recipe.intervention,
    });
  }

  private async advance(opened: { key: string; own: number }): Promise<boolean> {
    const result = await this.engine.advance(1);
    if (!result.ok) return this.onProblem(result.problem);
    const { yours, before, milliseconds } = result.value;
    this.opened = { ...opened, own: opened.own + 1 };
    this.lastGood.own = this.opened.own;
    const { state } = this;
    const speed = yours.tokens.length > 0 ? 1000 / milliseconds : null;
    const last = state.tokensPerSecond;
    const texts = {
      yours: { tokens: [...state.yours.tokens, ...yours.tokens], ended: yours.ended },
      before: { tokens: [...state.before.tokens, ...before.tokens], ended: before.ended },
    };
    // A moving average: single steps on a fast device jitter.
    const tokensPerSecond = speed && last ? 0.8 * last + 0.2 * speed : speed;
    return await this.show(opened.key, texts, { tokensPerSecond });
  }

  /**
   * Puts texts on the page together with the moment at the cursor, which stands where the reader wants it as far
   * as the text goes: no picture ever mixes two runs.
   */
  private async show(
    key: string,
    texts: Pick<AppState, 'yours' | 'before'>,
    change: Partial<AppState> = {},
  ): Promise<boolean> {
    const token = Math.max(0, Math.min(this.wantedToken, texts.yours.tokens.length - 1));
    const result = await this.meter.watch(notices.lookingBack, () => this.engine.moment(token));
    if (!result.ok) return this.onProblem(result.problem);
    this.shownMoment = momentKey(key, token);
    this.store.setState((state) => ({
      ...change,
      ...texts,
      moment: result.value,
      // The reader may have moved on within the text in the meantime.
      cursor: {
        ...state.cursor,
        token: Math.max(0, Math.min(this.wantedToken, texts.yours.tokens.length - 1)),
      },
    }));
    return false;
  }

  /** Reacts to what went wrong. True if the work ends here. */
  private onProblem(problem: Problem): boolean {
    if (problem.kind !== 'cancelled') {
      this.fail(problem);
      return true;
    }
    if (!this.stopped) return false; // newer settings are waiting
    this.stopped = false;
    // The reader stopped the work: back to the text that was there.
    const { own, ...settings } = this.lastGood;
    this.own = own;
    this.wantedToken = Math.min(this.wantedToken, this.state.yours.tokens.length - 1);
    this.opened = null;
    this.shownMoment = '';
    this.store.setState(settings);
    return false;
  }

  private fail(problem: Problem): void {
    this.store.setState({ playing: false, task: null });
    if (problem.kind === 'deviceLost') return; // onLost hears of it too, and starts again
    this.loaded = false;
    this.opened = null;
    this.store.setState({ phase: notices.failed(problem) });
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

const momentKey = (key: string, token: number): string => `${token} ${key}`;

/** Starts the engine and the loading of the model; returns what the reader can do. */
export function createDriver(store: StoreApi<AppState>): Actions {
  const driver = new Driver(store);
  void driver.load();
  return createActions(driver);
}
