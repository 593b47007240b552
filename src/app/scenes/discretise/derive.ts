import { unitOfChannel } from '../../../engine/probeShape';
import { fixed } from '../../../viz/format';
import type { AppState } from '../../store/state';
import { rowOf, tracedIn } from '../../store/trace';
import type { LiveValue } from '../scene';
import { scale, size, type Complex } from './complex';
import { abar, bfactor, codeRatio, exact, type HeldStep } from './schemes';
import { deltaOf, ownA, rateOf } from './system';

/** Which way of discretising a model's code takes: S4D full ZOH, the Mambas exp(ΔA) and ΔB. */
export const codeScheme = (kind: string): 'zoh' | 'mamba' => (kind === 'S4D' ? 'zoh' : 'mamba');

/** Ends of the steps, from 0: what Δ adds up to, (steps + 1). */
export function edges(steps: readonly HeldStep[]): number[] {
  let time = 0;
  return [0, ...steps.map(({ delta }) => (time += delta))];
}

/** Samples of a step: enough for a curve that bends within it, and for its turns. */
const SAMPLES = 14;
const A_TURN = 24;

/** The exact solution, real part, as points (time, h). */
export function curveOf(
  A: Complex,
  steps: readonly HeldStep[],
  h0: Complex,
  until = Infinity,
): [number, number][] {
  const points: [number, number][] = [[0, h0[0]]];
  let [h, time] = [h0, 0];
  for (const { delta, u } of steps) {
    const span = Math.min(delta, until - time);
    if (span <= 0) break;
    const turns = (Math.abs(A[1]) * span) / (2 * Math.PI);
    // Many short steps need few samples each.
    const n = Math.ceil(Math.max(steps.length > 40 ? 2 : SAMPLES, A_TURN * turns));
    // What decays quickly bends at the beginning of a step: samples lie closer there.
    for (let i = 1; i <= n; i++) {
      const share = (i / n) ** 2;
      points.push([time + span * share, exact(A, u, h, span * share)[0]]);
    }
    h = exact(A, u, h, delta);
    time += delta;
  }
  return points;
}

/** Low and high end of an axis that holds all values and 0, with some room; fixed by what it was made from. */
export function axisRange(values: Iterable<number>): [number, number] {
  let [low, high] = [0, 0];
  for (const v of values) {
    if (v < low) low = v;
    if (v > high) high = v;
  }
  const room = 0.22 * (high - low) || 1;
  return [low - room, high + room];
}

/** Three significant digits, without an exponent where people can do without: 0.0054, 0.41, −3.9, 2·10⁻⁶. */
export function digits(value: number, most = 3): string {
  const s = Math.abs(value);
  if (s === 0) return '0';
  if (s < 5e-5) {
    const power = Math.floor(Math.log10(s));
    const up = [...String(-power)].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]).join('');
    return `${value < 0 ? '−' : ''}${fixed(s / 10 ** power, 1)}·10⁻${up}`;
  }
  const decimals = Math.max(0, most - 1 - Math.floor(Math.log10(s)));
  return fixed(value, Math.min(6, decimals));
}

/** A complex number as people write it: −0.5 + 3.1i; a real one alone. */
export function complexText([re, im]: Complex, most = 3): string {
  if (im === 0) return digits(re, most);
  return `${digits(re, most)} ${im < 0 ? '−' : '+'} ${digits(Math.abs(im), most)}i`;
}

/** More decimals than this nobody reads down a column. */
const MOST_DECIMALS = 5;

/**
 * A column of numbers with the same decimals: three digits that matter in the larger of the first two, which are
 * ZOH's and the code's. What has blown up beside them is written for itself. Complex ones come in two parts.
 */
export function sameDigits(values: readonly Complex[]): string[][] {
  const measure = Math.max(...values.slice(0, 2).map(size));
  const decimals =
    measure > 0 ? Math.min(MOST_DECIMALS, Math.max(0, 2 - Math.floor(Math.log10(measure)))) : 2;
  const turns = values.some(([, im]) => im !== 0);
  return values.map(([re, im]) => {
    const blown = Math.hypot(re, im) > 1000 * measure;
    const write = (v: number) => (blown ? digits(v) : fixed(v, decimals));
    return turns ? [write(re), `${im < 0 ? '−' : '+'} ${write(Math.abs(im))}i`] : [write(re)];
  });
}

/** A share as a percentage with two digits that matter: 0.4%, 12%, 297%. */
export const percentage = (share: number): string =>
  share !== 0 && share < 0.0005 ? '<0.1%' : `${digits(100 * share, 2)}%`;

/** Token of the text at which the cursor's channel has its largest Δ; null until it has been read. */
export function longestStep(state: Pick<AppState, 'trace' | 'model' | 'cursor'>): number | null {
  const traced = tracedIn(state, 'layer.delta');
  if (!traced) return null;
  let best: number | null = null;
  let most = -1;
  for (let t = traced.first; t < traced.first + traced.rows; t++) {
    const delta = deltaOf(state, t) ?? -1;
    if (delta > most) [best, most] = [t, delta];
  }
  return best;
}

/** The number of the layer, at this token, with the largest |ΔA|: there the formulas lie furthest apart. */
export function fastest(
  state: Pick<AppState, 'trace' | 'model' | 'cursor'>,
): { channel: number; state: number } | null {
  const { model, cursor } = state;
  const traced = tracedIn(state, 'layer.delta');
  const row = traced && rowOf(traced.yours, traced, cursor.token);
  const channels = model.heads ? model.heads.nHeads : model.dInner;
  const P = model.heads?.headDim ?? 1;
  if (!row) return null;
  let best: { channel: number; state: number } | null = null;
  let most = 0;
  for (let u = 0; u < channels; u++)
    for (let n = 0; n < (model.heads ? 1 : model.dState); n++) {
      const A = rateOf(state, u * P, n);
      const z = A ? row[u] * size(A) : 0;
      if (z > most) [best, most] = [{ channel: u * P, state: model.heads ? cursor.state : n }, z];
    }
  return best;
}

/** z = ΔA of the model's own at the cursor. */
function ownZ(state: AppState): Complex | null {
  const A = ownA(state);
  const delta = deltaOf(state, state.cursor.token);
  return A && delta !== null ? scale(A, delta) : null;
}

const fromZ =
  (of: (z: Complex, state: AppState) => number | string): LiveValue =>
  (state) => {
    const z = ownZ(state);
    return z && of(z, state);
  };

/** Largest Δ of the layer over what has been read of the text. */
function largestDelta(state: AppState): number | null {
  const values = tracedIn(state, 'layer.delta')?.yours.values;
  return values ? values.reduce((most, v) => Math.max(most, v), 0) : null;
}

/** What the prose states. All of the model, at the cursor; never of the toy. */
export const live = {
  channel: (s) => s.cursor.channel,
  state: (s) => s.cursor.state,
  unit: (s) => unitOfChannel(s.model, s.cursor.channel),
  delta: (s) => {
    const delta = deltaOf(s, s.cursor.token);
    return delta === null ? null : digits(delta);
  },
  A: (s) => {
    const A = ownA(s);
    return A && complexText(A);
  },
  z: fromZ((z) => complexText(z)),
  Abar: fromZ((z) => complexText(abar('zoh', z))),
  zohFactor: fromZ((z) => complexText(bfactor('zoh', z))),
  ratio: fromZ((z) => digits(codeRatio(z))),
  largest: (s) => {
    const most = largestDelta(s);
    return most === null ? null : digits(most);
  },
  euler: fromZ((z) => complexText(abar('euler', z))),
  eulerVerdict: fromZ((z) => (size(abar('euler', z)) < 1 ? 'inside the disc' : 'outside the disc')),
  bilinear: fromZ((z) => complexText(abar('bilinear', z))),
} satisfies Record<string, LiveValue>;
