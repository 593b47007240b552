import type { SceneMeta } from '../scenes/scene';
import type { AppState, Cursor } from '../store/state';

/** What a scene, by its id, needs of the model. */
export type MetaOf = (scene: string) => Pick<SceneMeta, 'probes' | 'moment'>;

/** What the page begins with. */
export interface Start {
  /** What the address asks for: `own` words, and the cursor; a token of null is the last one. */
  wished: Omit<Cursor, 'token'> & { token: number | null; own: number };
  /** The settings of the text that is shown until then. */
  shown: Pick<AppState, 'prompt' | 'sampling' | 'intervention' | 'yours'>;
}
