/** What the page shows of the model's inside beside the texts: the moment at the cursor, and the scene's trace. */
import type { EngineApi, Result } from '../../engine/host/api';
import type { SceneMeta } from '../scenes/scene';
import type { AppState, MomentPair, TraceView } from '../store/state';
import { notices } from './notices';
import type { TaskMeter } from './taskMeter';
import { TraceBook, type TraceWish } from './trace';

/** What is to be shown: of this text, at this place, for this scene. */
export interface InsideWish extends Omit<TraceWish, 'probes'> {
  scene: Pick<SceneMeta, 'probes' | 'moment'>;
}

/** What belongs together on the page. */
export type InsideView = Pick<AppState, 'moment' | 'trace'>;

/** Asks the engine for one thing; null if it was not to be had, which the driver has then dealt with. */
type Ask = <T>(work: () => Promise<Result<T>>) => Promise<T | null>;

export class Inside {
  private readonly meter: TaskMeter;
  private readonly book = new TraceBook();
  /** The last moment, and which one it is: its text belongs to the run, whatever the scene. */
  private moment: { name: string; pair: MomentPair } | null = null;
  /** The last trace, and which one it is. */
  private traced: { name: string; view: TraceView | null } | null = null;
  /** What is on the page. */
  private shown = '';
  /** What the reader has stopped: not asked for again until they want something else. */
  private declined = '';

  constructor(meter: TaskMeter) {
    this.meter = meter;
  }

  /** True if the page shows what the wish names. */
  isShown(wish: InsideWish): boolean {
    return this.shown === nameOf(wish);
  }

  /** Reads what is missing. Null if something was not to be had. */
  async read(engine: EngineApi, wish: InsideWish, ask: Ask): Promise<InsideView | null> {
    let trace: TraceView | null = null;
    const traced = { ...wish, probes: wish.scene.probes };
    const name = TraceBook.nameOf(traced);
    if (name !== this.declined) {
      for (
        let request = this.book.missing(traced);
        request !== null;
        request = this.book.missing(traced)
      ) {
        const missing = request;
        this.declined = name;
        const pair = await ask(() =>
          this.meter.watch(notices.readingInside, () => engine.trace(missing)),
        );
        if (!pair) return null;
        this.declined = '';
        this.book.add(traced, missing, pair);
      }
      // The cursor has moved, the trace has not: then it stays the same object, which scenes remember their work by.
      if (this.traced?.name !== name) this.traced = { name, view: this.book.view(traced) };
      trace = this.traced.view;
    }
    if (!wish.scene.moment) return { trace, moment: null };
    const momentName = momentNameOf(wish);
    if (this.moment?.name !== momentName) {
      const pair = await ask(() =>
        this.meter.watch(notices.lookingBack, () => engine.moment(wish.cursor.token)),
      );
      if (!pair) return null;
      this.moment = { name: momentName, pair };
    }
    return { trace, moment: this.moment.pair };
  }

  /** The page shows it now. */
  show(wish: InsideWish): void {
    this.shown = nameOf(wish);
  }

  /** The page shows another text's inside, or that text anew. */
  forget(): void {
    this.shown = '';
    this.moment = null;
    this.traced = null;
  }

  /** Another model. */
  clear(): void {
    this.forget();
    this.declined = '';
    this.book.clear();
  }
}

const momentNameOf = ({ run, cursor, length }: InsideWish): string =>
  // At the last token but one, the word that came is one more candidate once it is there.
  JSON.stringify([run, cursor.token, Math.min(length, cursor.token + 2)]);

const nameOf = (wish: InsideWish): string =>
  `${TraceBook.nameOf({ ...wish, probes: wish.scene.probes })} ${wish.scene.moment ? momentNameOf(wish) : ''}`;
