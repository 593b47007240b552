import { toWord } from '../../../viz/tape/words';
import type { HeatScale } from '../../../viz/heat/scale';
import { rowMedians } from '../../../viz/heat/scale';
import type { AppState, Traced } from '../../store/state';
import type { LiveValue } from '../scene';
import { gateAt, halfLifeOf, keepOf, softplus } from './identities';
import { numbersAt, readingOf, realA, rowAt, type Reading, type Side } from './reading';
import { greatest, roundUp, sizeAt, sortedUnits, type Order } from './rows';

/** Numbers of the untouched run, which scales are made of: they stand still while the reader turns something. */
export const calm = (traced: Traced): Float32Array => (traced.before ?? traced.yours).values;

/** The unit's Δ at each token that was read of one run. */
export function unitDeltas(r: Reading, side: Side): Float32Array {
  const { values, shape } = r.delta[side] ?? r.delta.yours;
  return Float32Array.from({ length: r.delta.rows }, (_, i) => values[i * shape[0] + r.unit]);
}

/** Ends of the lane’s axis are halves that can be read. */
const AXIS_STEPS = [1, 2, 4, 5, 6, 8, 10];

/** Where the scales end: round numbers above what the untouched run holds. */
export function scalesOf(r: Reading): {
  stem: number;
  delta: HeatScale;
  shared: HeatScale;
  h: HeatScale;
} {
  const signed = (size: number): HeatScale => ({ kind: 'signed', max: roundUp(size) });
  const one = (traced: Traced | null) => (traced ? sizeAt(calm(traced), 0.98) : 0);
  return {
    stem: roundUp(greatest(unitDeltas(r, r.delta.before ? 'before' : 'yours')).value, AXIS_STEPS),
    delta: { kind: 'magnitude', max: roundUp(sizeAt(calm(r.delta), 0.99)) },
    shared: signed(Math.max(one(r.B), one(r.C))),
    h: signed(one(r.h)),
  };
}

/** Channel that stands for a unit: itself, or the first of its head. */
export const firstChannel = ({ model }: Reading, unit: number): number =>
  unit * (model.heads?.headDim ?? 1);

/** The channel to go to in a unit: in Mamba-2 the one at the cursor's place within its head. */
export const channelIn = ({ model: { heads } }: Reading, unit: number, channel: number): number =>
  heads ? unit * heads.headDim + (channel % heads.headDim) : unit;

/** Units from top to bottom: from the slowest to forget to the quickest, or from the least Δ at a token to the greatest. */
export function orderOf(r: Reading, order: Order, token: number): Uint16Array {
  const deltas = order === 'delta' ? rowAt(r.delta, 'yours', token) : null;
  if (deltas) return sortedUnits(deltas, r.units);
  const halfLife = r.model.halfLife[r.layer];
  return sortedUnits(
    Float32Array.from({ length: r.units }, (_, unit) => -halfLife[firstChannel(r, unit)]),
    r.units,
  );
}

/** Each unit's middle Δ over the text in the untouched run. */
export function mediansOf(r: Reading): Float64Array {
  const values = calm(r.delta);
  return rowMedians(r.units, r.delta.rows, (unit, t) => values[t * r.units + unit]);
}

/** Ā of some (unit, state): of each row's unit at one state. NaN where it is not known. */
export function keepOfUnits(
  r: Reading,
  side: Side,
  units: ArrayLike<number>,
  { token, state }: { token: number; state: number },
): Float64Array | null {
  const delta = rowAt(r.delta, side, token);
  if (!delta || !r.A?.[side]) return null;
  return Float64Array.from(units, (unit) =>
    keepOf(delta[unit], realA({ ...r, unit }, side, firstChannel(r, unit), state)),
  );
}

/** Ā of every state of the channel at one token. */
export function keepOfStates(
  r: Reading,
  side: Side,
  { token, channel }: { token: number; channel: number },
): Float64Array | null {
  const delta = rowAt(r.delta, side, token)?.[r.unit];
  if (delta === undefined || !r.A?.[side]) return null;
  return Float64Array.from({ length: r.model.dState }, (_, n) =>
    keepOf(delta, realA(r, side, channel, n)),
  );
}

const known = new WeakMap<Float32Array, ReturnType<typeof greatest>>();

/** The greatest Δ of the layer over the text that was read, and where. Remembered: prose asks for it often. */
export function greatestDelta(r: Reading): { value: number; unit: number; token: number } {
  const { values } = r.delta.yours;
  const found = known.get(values) ?? greatest(values);
  known.set(values, found);
  const { index, value } = found;
  return { value, unit: index % r.units, token: r.delta.first + Math.floor(index / r.units) };
}

/** Mean bits of the tokens `from … to − 1`; the first token has none. Null without any. */
export function meanBits(bits: ArrayLike<number>, from: number, to: number): number | null {
  let [sum, count] = [0, 0];
  for (let t = Math.max(from, 1); t < Math.min(to, bits.length); t++) {
    if (!Number.isFinite(bits[t])) continue;
    sum += bits[t];
    count++;
  }
  return count ? sum / count : null;
}

/** Tokens of the prompt: the text up to the model's own words. */
export const promptLength = (tokens: readonly { own: boolean }[]): number => {
  const own = tokens.findIndex((t) => t.own);
  return own < 0 ? tokens.length : own;
};

/** What a model does not have reads so in a sentence. */
const NONE = '–';

type At = NonNullable<ReturnType<typeof numbersAt>>;

/** A number at the cursor, of yours. */
const here =
  (get: (at: At) => number | string | null): LiveValue =>
  (s) => {
    const r = readingOf(s, s.cursor.channel);
    const at = r && numbersAt(r, 'yours', s.cursor);
    return at ? get(at) : null;
  };

/** A number of dt + bias, which S4D has not. */
const input = (get: (dt: number, bias: number) => number): LiveValue =>
  here(({ dt, bias }) => (dt === null || bias === null ? NONE : get(dt, bias)));

const parameters =
  (get: (rank: number, inner: number) => number): LiveValue =>
  ({ model: { dtRank, dInner } }: AppState) =>
    dtRank === null ? NONE : get(dtRank, dInner);

const largest =
  (get: (found: ReturnType<typeof greatestDelta>, s: AppState) => number | string): LiveValue =>
  (s) => {
    const r = readingOf(s, s.cursor.channel);
    return r && get(greatestDelta(r), s);
  };

/** What the prose states. */
export const live = {
  word: (s) => toWord(s.yours.tokens[s.cursor.token]?.text ?? '').text,
  layer: (s) => s.cursor.layer,
  channel: (s) => s.cursor.channel,
  state: (s) => s.cursor.state,
  delta: here((at) => at.delta),
  A: here((at) => at.A),
  keep: here((at) => keepOf(at.delta, at.A)),
  letGo: here((at) => 1 - keepOf(at.delta, at.A)),
  halfLife: here((at) => halfLifeOf(at.delta, at.A)),
  dt: input((dt) => dt),
  bias: input((_, bias) => bias),
  v: input((dt, bias) => dt + bias),
  inside: input((dt, bias) => softplus(dt + bias)),
  outside: input((dt, bias) => softplus(dt) + bias),
  restingDelta: input((_, bias) => softplus(bias)),
  g: input((dt, bias) => gateAt(dt + bias).g),
  oneMinusG: input((dt, bias) => gateAt(dt + bias).oneMinusG),
  gateKeep: input((dt, bias) => gateAt(dt + bias).keep),
  hold: input((dt, bias) => gateAt(dt + bias).hold),
  code: input((dt, bias) => gateAt(dt + bias).code),
  largest: largest((found) => found.value),
  largestWord: largest((found, s) => toWord(s.yours.tokens[found.token]?.text ?? '').text),
  largestUnit: largest((found) => found.unit),
  dtRank: parameters((rank) => rank),
  lowRank: parameters((rank, inner) => 2 * rank * inner),
  full: parameters((_, inner) => inner * inner),
  dInner: (s) => s.model.dInner,
  dState: (s) => s.model.dState,
  units: (s) => s.model.heads?.nHeads ?? s.model.dInner,
} satisfies Record<string, LiveValue>;
