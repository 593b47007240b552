import type { StoreApi } from 'zustand/vanilla';
import type { AppState } from '../store/state';

/** Work shorter than this shows nothing: a bar that only flickers tells nobody anything. */
const PATIENCE_MS = 300;
/** Work of more steps than this is worth stopping when it is out of date. */
const LONG = 400;

/** Shows a task's progress once it has taken a moment. One task at a time. */
export class TaskMeter {
  private readonly store: StoreApi<AppState>;
  private total = 0;

  constructor(store: StoreApi<AppState>) {
    this.store = store;
  }

  /** True while a task of many steps is running. */
  get isLong(): boolean {
    return this.total > LONG;
  }

  /** Runs `work`, which reports steps done and in all. */
  async watch<T>(
    label: string,
    work: (onProgress: (done: number, total: number) => void) => Promise<T>,
  ): Promise<T> {
    let progress = { done: 0, total: 0 };
    let visible = false;
    let over = false;
    const show = (): void => this.store.setState({ task: { label, ...progress } });
    const timer = setTimeout(() => {
      visible = true;
      show();
    }, PATIENCE_MS);
    try {
      return await work((done, total) => {
        if (over) return; // reports come on a channel of their own, and may come late
        progress = { done, total };
        this.total = total;
        if (visible) show();
      });
    } finally {
      over = true;
      clearTimeout(timer);
      this.total = 0;
      if (visible) this.store.setState({ task: null });
    }
  }
}
