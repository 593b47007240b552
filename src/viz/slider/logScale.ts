/** A factor's slider: 1/16 … 16, logarithmic, 1 in the middle. Positions are doublings. */

export const MIN_DOUBLINGS = -4;
export const MAX_DOUBLINGS = 4;
/** An arrow key moves a quarter of a doubling, with Shift a whole one. */
export const SMALL_STEP = 0.25;
export const LARGE_STEP = 1;

/** Nearest step of the slider to a factor; factors beyond the ends stand at the end. */
export function toDoublings(factor: number): number {
  const steps = Math.round(Math.log2(factor) / SMALL_STEP) * SMALL_STEP;
  return Math.min(MAX_DOUBLINGS, Math.max(MIN_DOUBLINGS, steps)) || 0;
}

export const toFactor = (doublings: number): number => 2 ** doublings;

/** Position along the track, 0 … 1. */
export const toPosition = (doublings: number): number =>
  (doublings - MIN_DOUBLINGS) / (MAX_DOUBLINGS - MIN_DOUBLINGS);

/** Where a key takes the slider, or null if the key means nothing to it. */
export function keyStep(key: string, shift: boolean, at: number): number | null {
  const step = shift ? LARGE_STEP : SMALL_STEP;
  const target: Record<string, number> = {
    ArrowRight: at + step,
    ArrowUp: at + step,
    ArrowLeft: at - step,
    ArrowDown: at - step,
    PageUp: at + LARGE_STEP,
    PageDown: at - LARGE_STEP,
    Home: MIN_DOUBLINGS,
    End: MAX_DOUBLINGS,
  };
  const next = target[key];
  return next === undefined ? null : Math.min(MAX_DOUBLINGS, Math.max(MIN_DOUBLINGS, next));
}
