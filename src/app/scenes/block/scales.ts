/** Ends of the tensors' scales: round numbers that stay while the text grows. */
import type { ProbeName } from '../../../engine/types';
import type { HeatScale } from '../../../viz/heat/scale';
import type { Numbers, Rows } from './numbers';

/** The next 1, 2 or 5 times a power of ten: a scale's end that stays while the text grows. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((s) => s * power >= value * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** Ends of scales by the numbers they are of, and where in a row these begin. */
const known = new WeakMap<object, Map<number, number>>();
const MOST_ROWS = 64;

/** √(mean of squares) of some numbers from `first` on in rows of `stride`: of 64 rows at most, evenly spread. */
function spread(values: Float32Array, stride: number, first: number, width: number): number {
  const rows = Math.floor(values.length / stride);
  const by = Math.max(1, Math.ceil(rows / MOST_ROWS));
  let sum = 0;
  let count = 0;
  for (let r = 0; r < rows; r += by)
    for (let i = 0; i < width; i++, count++) sum += values[r * stride + first + i] ** 2;
  return count ? Math.sqrt(sum / count) : 0;
}

/** The end of a scale for an intermediate: three times its usual size over the text, of the untouched model if that is there. */
export function usual(n: Numbers, name: ProbeName, first: number, width: number): number {
  const traced = n.traced(name);
  if (!traced) return 1;
  const { values, shape } = traced.before ?? traced.yours;
  const stride = shape.reduce((a, b) => a * b, 1);
  const ends = known.get(values) ?? new Map<number, number>();
  known.set(values, ends);
  const end = ends.get(first) ?? roundUp(3 * spread(values, stride, first, width));
  ends.set(first, end);
  return end;
}

/** The state's scale: four times its usual size where it was first seen, kept for the layer. Square-root steps. */
export function stateScale({ model, layer }: Numbers, rows: Rows): HeatScale {
  const values = rows.before ?? rows.yours;
  const layerOfModel = model.halfLife[layer];
  const ends = known.get(layerOfModel) ?? new Map<number, number>();
  if (values && !ends.has(0)) {
    ends.set(0, roundUp(4 * spread(values, values.length, 0, values.length)));
    known.set(layerOfModel, ends);
  }
  return { kind: 'signed', bend: 'sqrt', max: ends.get(0) ?? 1 };
}
