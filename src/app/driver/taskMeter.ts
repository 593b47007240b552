import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../store/state';

/** Work shorter than this shows nothing: a bar that only flickers tells nobody anything. */
const PATIENCE_MS = 300;
/** Nobody reads a number that changes more often. */
const REFRESH_MS = 100;
/** Work with more steps or more time than this still before it is worth stopping when it is out of date. */
const LONG = 400;
const LONG_MS = 600;

/** Shows a task's progress once it has taken a moment. One task at a time. */
export class TaskMeter {
  private readonly store: StoreApi<AppState>;
  /** What is going on: steps still to do, and how long they will take at the pace so far. */
  private left = { steps: 0, ms: 0 };

  constructor(store: StoreApi<AppState>) {
    this.store = store;
  }

  /** True while there is much to do yet. */
  get isLong(): boolean {
    return this.left.steps > LONG || this.left.ms > LONG_MS;
  }

  /** Runs `work`, which reports steps done and in all. */
  async watch<T>(
    label: string,
    work: (onProgress: (done: number, total: number) => void) => Promise<T>,
  ): Promise<T> {
    let progress = { done: 0, total: 0 };
    let visible = false;
    let over = false;
    let last = 0;
    const started = performance.now();
    const show = (): void => {
      last = performance.now();
      this.store.setState({ task: { label, ...progress } });
    };
    const timer = setTimeout(() => {
      visible = true;
      show();
    }, PATIENCE_MS);
    try {
      return await work((done, total) => {
        if (over) return; // reports come on a channel of their own, and may come late
        progress = { done, total };
        const steps = total - done;
        this.left = { steps, ms: done > 0 ? ((performance.now() - started) / done) * steps : 0 };
        if (visible && performance.now() - last >= REFRESH_MS) show();
      });
    } finally {
      over = true;
      clearTimeout(timer);
      this.left = { steps: 0, ms: 0 };
      if (visible) this.store.setState({ task: null });
    }
  }
}
