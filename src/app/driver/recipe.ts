import type { Recipe } from '../../engine/host/lab';
import type { AppState } from '../store/state';

/** What decides the texts, without their length: two equal keys mean the same words as far as they go. */
export function recipeKey({ prompt, sampling, intervention }: Omit<Recipe, 'own'>): string {
  const { layer, deltaScale, aScale } = intervention;
  // An untouched model is the same whichever layer the sliders point at.
  const where = deltaScale === 1 && aScale === 1 ? null : [layer, deltaScale, aScale];
  return JSON.stringify([prompt, sampling, where]);
}

/** The recipe of the page's present settings. */
export function recipeOf(state: AppState, own: number): Recipe {
  const { prompt, sampling, intervention } = state;
  return { prompt, sampling, intervention, own };
}

/** The longest prompt that is accepted, in characters. */
export const LONGEST_PROMPT = 100_000;
