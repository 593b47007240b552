/** The model folders below models/. */
import type { ModelInfo } from '../../engine/types';
import type { AppState } from '../store/state';

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
