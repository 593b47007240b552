import type { Intervention } from '../../../engine/types';

/** The untouched weights with nothing left that depends on the word. */
export const TWIN: Intervention = {
  layer: 'all',
  deltaScale: 1,
  aScale: 1,
  freeze: ['delta', 'B', 'C'],
};
