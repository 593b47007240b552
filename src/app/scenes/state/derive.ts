import type { TokenRecord } from '../../../engine/types';
import { toWord } from '../../../viz/tape/words';
import type { AppState } from '../../store/state';
import type { LiveValue } from '../scene';
import { deltaAt, layerRun, rateOf, type LayerRun } from './layer';
import { cacheBytesPerToken, convNumbers, crossing, stateBytes, stateNumbers } from './memory';

/** Tokens until a number of the state has faded to half, at the step of one token: ln 2 / (Δ_t |A|). */
export const halfLife = (delta: number, rate: number): number =>
  Math.LN2 / (delta * Math.abs(rate));

/** Half-life of every number of the layer's state at row t, (E, N), in tokens. */
export function halfLives(run: LayerRun, t: number): Float32Array {
  const { dInner: E, dState: N } = run.model;
  const out = new Float32Array(E * N);
  for (let e = 0; e < E; e++) {
    const delta = deltaAt(run, t, e);
    for (let n = 0; n < N; n++) out[e * N + n] = halfLife(delta, rateOf(run, e, n)[0]);
  }
  return out;
}

/** A histogram over doublings: `counts[i]` values lie in [from·2^i, from·2^{i+1}); what lies beyond stands in the end bins. */
export function doublings(values: ArrayLike<number>, from: number, bins: number): number[] {
  const counts = Array.from({ length: bins }, () => 0);
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor(Math.log2(values[i] / from));
    counts[Math.min(bins - 1, Math.max(0, bin))]++;
  }
  return counts;
}

/** Share of values that are at least `least`. */
export function shareFrom(values: ArrayLike<number>, least: number): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] >= least) count++;
  return values.length ? count / values.length : 0;
}

/** The middle value; NaN of nothing. */
export function median(values: Float32Array): number {
  const sorted = values.toSorted();
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** How far the two ways may differ by rounding in f32, as the engine's own tests allow: WebGPU's exp is the coarser one. */
export const STATE_TOLERANCE = { cpu: 1e-5, webgpu: 2e-4 } as const;

/** Largest |a − b| of two states. NaN stays NaN: it must not look like agreement. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    const d = Math.abs(a[i] - b[i]);
    if (!(d <= most)) most = d;
  }
  return most;
}

/** A round number (1, 2 or 5 times a power of ten) that all but the largest few values stay under. */
export function roundRange(values: ArrayLike<number>, quantile = 0.995): number {
  const sizes = Float64Array.from({ length: values.length }, (_, i) =>
    Math.abs(values[i]),
  ).toSorted();
  const top = sizes[Math.min(sizes.length - 1, Math.floor(quantile * sizes.length))] ?? 0;
  if (!(top > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(top));
  // The first step that is not smaller; a hair of slack for 0.2 / 0.1.
  const step = [1, 2, 5, 10].find((s) => s * power >= top * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(1));
}

/** At most `most` of a list, evenly spread, both ends among them. */
export function spread<T>(list: ArrayLike<T>, most: number): T[] {
  const count = Math.min(most, list.length);
  if (count === 1) return [list[0]];
  return Array.from(
    { length: count },
    (_, i) => list[Math.round((i * (list.length - 1)) / (count - 1))],
  );
}

/** The same with one of the list certainly among them: it takes the place of the one nearest to it. */
export function spreadWith(list: Uint16Array, most: number, wanted: number): number[] {
  const out = spread(list, most);
  const rank = list.indexOf(wanted);
  if (rank < 0 || out.includes(wanted)) return out;
  out[Math.round((rank / (list.length - 1)) * (out.length - 1))] = wanted;
  return out;
}

/** Channels for the small pictures: from slow to quick, the chosen one left out. */
export function companions(order: Uint16Array, chosen: number, most = 4): number[] {
  return spread(order, most + 1)
    .filter((channel) => channel !== chosen)
    .slice(0, most);
}

/** A word of the text by its number, as one reads it. */
export const wordAt = (tokens: readonly TokenRecord[], t: number): string =>
  toWord(tokens[t]?.text ?? '').text;

/** Half-life at the cursor of the number under it; null while it is not known. */
function cursorHalfLife(s: AppState): number | null {
  const run = layerRun(s);
  const { token, channel, state } = s.cursor;
  const t = run ? token - run.first : -1;
  if (!run || t < 0 || t >= run.rows) return null;
  return halfLife(deltaAt(run, t, channel), rateOf(run, channel, state)[0]);
}

/** What the prose states. */
export const live = {
  halfLife: cursorHalfLife,
  dState: (s) => s.model.dState,
  dInner: (s) => s.model.dInner,
  nLayers: (s) => s.model.nLayers,
  layerNumbers: (s) => stateNumbers(s.model) / s.model.nLayers,
  stateNumbers: (s) => stateNumbers(s.model),
  convNumbers: (s) => convNumbers(s.model),
  stateKilobytes: (s) => stateBytes(s.model) / 1000,
  cachePerToken: (s) => cacheBytesPerToken(s.model),
  crossing: (s) => crossing(s.model),
  channel: (s) => s.cursor.channel,
  state: (s) => s.cursor.state,
} satisfies Record<string, LiveValue>;
