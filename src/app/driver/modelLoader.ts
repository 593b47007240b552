import type { StoreApi } from 'zustand/vanilla';
import type { EngineApi, Loaded, Problem } from '../../engine/host/api';
import type { ModelInfo } from '../../engine/types';
import type { AppState, Cursor } from '../store/state';
import { en } from '../strings.en';
import { proxy } from './client';
import { adapted, fitTo, modelUrl } from './models';
import { notices } from './notices';
import { safely } from './safely';

/** A second loss within this time means that the graphics device cannot be relied on. */
const LOST_AGAIN_MS = 60_000;

/** The driver, as far as loading goes. */
export interface Host {
  readonly store: StoreApi<AppState>;
  readonly engine: EngineApi;
  readonly wishedCursor: Omit<Cursor, 'token'> | null;
  begin(): void;
  take(loaded: Loaded): Promise<void>;
  stay(): Promise<void>;
  fail(problem: Problem): void;
}

/** Loads models, one after the other; the latest loading is the one that counts. */
export class ModelLoader {
  /** Counts loadings: what belongs to an earlier one is out of date. */
  age = 0;
  private readonly host: Host;
  /** The loading that the engine's model came with. */
  private living = 0;
  private useCpu = false;
  /** The model that the engine still has while another one is loaded. */
  private old: ModelInfo | null = null;
  private lastLoss = -Infinity;

  constructor(host: Host) {
    this.host = host;
  }

  /** Loads another model. `current` is the one that the engine has now; null while it has none. */
  async choose(name: string, current: ModelInfo | null): Promise<void> {
    const { store, engine } = this.host;
    const { modelName, phase } = store.getState();
    if (name === modelName && phase.name !== 'failed') return;
    // While another one is on its way, the one that stays is the last that had come.
    if (current) this.old = current;
    store.setState({ modelName: name, playing: false });
    void engine.cancel();
    await this.load();
  }

  /** Loads the model that the store names, on the CPU if that was asked for last. */
  async load(useCpu = this.useCpu): Promise<void> {
    const { store, engine } = this.host;
    const age = ++this.age;
    this.useCpu = useCpu;
    this.host.begin();
    const progress = (bytes: number, total: number | null): void =>
      store.setState({ phase: { name: 'loading', bytes, total, step: notices.loading } });
    progress(0, null);
    store.setState(({ notice }) => ({ notice: notice?.stays ? notice : null }));
    // Callbacks come on a channel of their own, and may come late.
    let over = false;
    const result = await safely(() =>
      engine.load(
        modelUrl(store.getState().modelName),
        useCpu,
        proxy((bytes: number, total: number | null) => {
          if (!over && age === this.age) progress(bytes, total);
        }),
        proxy((reason: string) => {
          if (age === this.living) void this.onLost(reason);
        }),
      ),
    );
    over = true;
    if (age !== this.age) return;
    if (result.ok) await this.arrived(age, result.value);
    else await this.failed(result.problem);
  }

  /** The model has come. What of the reader's settings it does not have is said. */
  private async arrived(age: number, loaded: Loaded): Promise<void> {
    const { store, wishedCursor } = this.host;
    const { model, device, why } = loaded;
    const { cursor, intervention } = store.getState();
    const wish = { cursor: { ...cursor, ...wishedCursor }, intervention };
    const news = adapted(model, wish, en.driver.adapted);
    this.living = age;
    this.old = null;
    store.setState({
      device,
      deviceWhy: why,
      // Another device or model has another speed.
      tokensPerSecond: null,
      intervention: fitTo(model, wish).intervention,
    });
    await this.host.take(loaded);
    if (news.length > 0) this.say(notices.adapted(model.kind, news));
  }

  /** The model has not come. If another one is still there, the page stays with that. */
  private async failed(problem: Problem): Promise<void> {
    const { old, host } = this;
    this.old = null;
    // One that finds no room has taken the place of the old one already.
    const stays =
      problem.kind === 'cancelled' || (problem.kind === 'checkpoint' && problem.code !== 'memory');
    if (!old || !stays) {
      host.fail(problem);
      return;
    }
    host.store.setState({ modelName: old.name });
    await host.stay();
    this.say(notices.notSwitched(old.kind, problem));
  }

  /** The graphics device went away: start again where the reader was, on the CPU if it happens twice. */
  private async onLost(reason: string): Promise<void> {
    const { store } = this.host;
    const now = performance.now();
    const again = now - this.lastLoss < LOST_AGAIN_MS;
    this.lastLoss = now;
    store.setState({ playing: false });
    await this.load(again);
    this.say(notices.deviceBack(reason, again));
    if (again && store.getState().phase.name === 'ready')
      store.setState({ deviceWhy: notices.cpuAfterLoss });
  }

  /** Puts a message on the page, if the page has come to where the message belongs. */
  private say(notice: AppState['notice']): void {
    const { store } = this.host;
    if (store.getState().phase.name === 'ready') store.setState({ notice });
  }
}
