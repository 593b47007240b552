import type { Recipe } from '../../engine/host/lab';
import { type AppState, isTurned } from '../store/state';

/** What decides the texts, without their length: two equal keys mean the same words as far as they go. */
export function recipeKey({ prompt, sampling, intervention }: Omit<Recipe, 'own'>): string {
  const { layer, deltaScale, aScale, freeze = [] } = intervention;
  // An untouched model is the same whichever layer the sliders point at.
  const where = isTurned(intervention) ? [layer, deltaScale, aScale, freeze.toSorted()] : null;
  return JSON.stringify([prompt, sampling, where]);
}

/** Names a text and the model that wrote it. */
export const runName = (model: string, key: string): string => `${model} ${key}`;

/** The recipe of the page's present settings. */
export function recipeOf(state: AppState, own: number): Recipe {
  const { prompt, sampling, intervention } = state;
  return { prompt, sampling, intervention, own };
}

/** The longest prompt that is accepted, in characters. */
export const LONGEST_PROMPT = 100_000;
