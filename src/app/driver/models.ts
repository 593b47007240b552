/** The model folders below models/, and what changes with the model. */
import type { ModelInfo } from '../../engine/types';
import { type AppState, isTurned } from '../store/state';
import type { driverWords } from '../strings.driver.en';
import list from '../../../public/models/models.json';

/** A model that comes with the page. */
export interface ModelEntry {
  /** Its folder, and its name in the address. */
  name: string;
  kind: string;
  title: string | null;
  /** To download. */
  bytes: number;
}

/** Of the models that `npm run manifest` lists, those with a state to show: every scene runs each of them. */
export const MODELS: readonly ModelEntry[] = list.filter(({ kind }) => kind !== 'Transformer');
export const MODEL_NAMES: readonly string[] = MODELS.map(({ name }) => name);

/** Where the models live, relative to the page. */
export const modelsUrl = (): string => new URL('models/', document.baseURI).href;
export const modelUrl = (name: string): string => `${modelsUrl()}${name}/`;

const within = (value: number, length: number): number => Math.max(0, Math.min(value, length - 1));

/** Cursor and intervention as far as a model has them. */
export function fitTo(
  model: ModelInfo,
  { cursor, intervention }: Pick<AppState, 'cursor' | 'intervention'>,
): Pick<AppState, 'cursor' | 'intervention'> {
  const { layer, freeze } = intervention;
  return {
    cursor: {
      token: cursor.token,
      layer: within(cursor.layer, model.nLayers),
      channel: within(cursor.channel, model.dInner),
      state: within(cursor.state, model.dState),
    },
    intervention: {
      ...intervention,
      layer: layer === 'all' ? layer : within(layer, model.nLayers),
      // S4D has nothing to freeze.
      freeze: model.kind === 'S4D' ? undefined : freeze,
    },
  };
}

/** What of cursor and intervention a model does not have, in the page's words; empty if it has all. */
export function adapted(
  model: ModelInfo,
  state: Pick<AppState, 'cursor' | 'intervention'>,
  words: typeof driverWords.adapted,
): string[] {
  const fit = fitTo(model, state);
  const { cursor, intervention } = state;
  return [
    ...(fit.cursor.layer !== cursor.layer ? [words.layer(fit.cursor.layer)] : []),
    ...(fit.cursor.channel !== cursor.channel ? [words.channel(fit.cursor.channel)] : []),
    ...(fit.cursor.state !== cursor.state ? [words.state(fit.cursor.state)] : []),
    ...(isTurned(intervention) && fit.intervention.layer !== intervention.layer
      ? [words.turn(Number(fit.intervention.layer))]
      : []),
    ...((intervention.freeze?.length ?? 0) > (fit.intervention.freeze?.length ?? 0)
      ? [words.freeze]
      : []),
  ];
}
