/** Where a slider's values stand. Its units are doublings on a logarithmic track, the values themselves on an even one. */
export interface SliderScale {
  /** Ends of the track, in units. */
  min: number;
  max: number;
  /** What an arrow key moves, and what it moves with Shift, in units. */
  step: number;
  large: number;
  toUnit(value: number): number;
  toValue(unit: number): number;
}

/** `low` to `high`, both positive: an arrow moves a quarter of a doubling, with Shift a whole one. */
export const logScale = (low: number, high: number, step = 0.25, large = 1): SliderScale => ({
  min: Math.log2(low),
  max: Math.log2(high),
  step,
  large,
  toUnit: Math.log2,
  toValue: (unit) => 2 ** unit,
});

/** `low` to `high` in even steps; Shift moves ten of them. */
export const linearScale = (
  low: number,
  high: number,
  step: number,
  large = 10 * step,
): SliderScale => ({
  min: low,
  max: high,
  step,
  large,
  toUnit: (value) => value,
  toValue: (unit) => unit,
});

/** A factor on the model: 1/16 … 16, with 1, the untouched model, in the middle. */
export const FACTOR_SCALE = logScale(1 / 16, 16);

const inside = (scale: SliderScale, unit: number): number =>
  Math.min(scale.max, Math.max(scale.min, unit));

/** Nearest step of the slider to a value, in units; values beyond the ends stand at the end. */
export function nearestUnit(scale: SliderScale, value: number): number {
  const steps = Math.round((scale.toUnit(value) - scale.min) / scale.step);
  return inside(scale, scale.min + steps * scale.step) || 0;
}

/** Position along the track, 0 … 1, of a value between its ends. */
export const toPosition = (scale: SliderScale, value: number): number =>
  (inside(scale, scale.toUnit(value)) - scale.min) / (scale.max - scale.min);

/** Where a key takes the slider from `at`, in units, or null if the key means nothing to it. */
export function keyStep(
  scale: SliderScale,
  key: string,
  shift: boolean,
  at: number,
): number | null {
  const step = shift ? scale.large : scale.step;
  const target: Record<string, number> = {
    ArrowRight: at + step,
    ArrowUp: at + step,
    ArrowLeft: at - step,
    ArrowDown: at - step,
    PageUp: at + scale.large,
    PageDown: at - scale.large,
    Home: scale.min,
    End: scale.max,
  };
  const next = target[key];
  return next === undefined ? null : inside(scale, next);
}
