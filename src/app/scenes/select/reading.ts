/** What the scene reads of the model, and single numbers of it. */
import { unitCount, unitOfChannel } from '../../../engine/probeShape';
import type { Intervention, ModelInfo } from '../../../engine/types';
import type { AppState, Cursor, Traced } from '../../store/state';
import { rowOf, tracedIn } from '../../store/trace';

export type Side = 'yours' | 'before';

/** All of one layer. What a model does not have is null. `unit` is the cursor's channel, or its head in Mamba-2. */
export interface Reading {
  model: ModelInfo;
  layer: number;
  unit: number;
  /** Channels with a Δ of their own: E, or H heads of Mamba-2. */
  units: number;
  delta: Traced;
  dt: Traced | null;
  dtBias: Traced | null;
  A: Traced | null;
  B: Traced | null;
  C: Traced | null;
  x: Traced | null;
  /** Of the unit alone. */
  h: Traced | null;
}

/** Null until Δ has been read. The state of another channel than the cursor's is left out. */
export function readingOf(
  state: Pick<AppState, 'model' | 'trace'>,
  channel: number,
): Reading | null {
  const { model } = state;
  const read = (name: Parameters<typeof tracedIn>[1]) => tracedIn(state, name);
  const delta = read('layer.delta');
  if (!delta) return null;
  const unit = unitOfChannel(model, channel);
  const h = read('layer.h');
  return {
    model,
    layer: delta.layer,
    unit,
    units: unitCount(model),
    delta,
    dt: read('layer.dt'),
    dtBias: read('layer.dtBias'),
    A: read('layer.A'),
    B: read('layer.B'),
    C: read('layer.C'),
    x: read('layer.x'),
    h: h?.unit === unit ? h : null,
  };
}

/** One token's numbers of one run; null where there are none. */
export function rowAt(traced: Traced | null, side: Side, token: number): Float32Array | null {
  const tensor = traced?.[side];
  return traced && tensor ? rowOf(tensor, traced, token) : null;
}

/** A of a channel and state, the real part of S4D's: negative, per unit of Δ. NaN if it has not been read. */
export function realA(r: Reading, side: Side, channel: number, n: number): number {
  const A = r.A?.[side]?.values;
  if (!A) return NaN;
  if (r.model.heads) return A[r.unit];
  return A[channel * (A.length / r.model.dInner) + n];
}

/** Where state n of a channel stands in a row of `layer.h` of its unit; of S4D the real part. */
export const stateIndex = ({ heads, dState }: ModelInfo, channel: number, n: number): number =>
  (heads ? (channel % heads.headDim) * dState : 0) + n;

/** Where state n stands in a token's B and C: of the group of the channel's head in Mamba-2. */
export const sharedIndex = ({ heads, dState }: ModelInfo, unit: number, n: number): number =>
  (heads ? Math.floor((unit * heads.nGroups) / heads.nHeads) * dState : 0) + n;

/** Everything at one token, channel and state. What is not known or not there is null. */
export interface Numbers {
  delta: number;
  dt: number | null;
  bias: number | null;
  A: number;
  B: number | null;
  C: number | null;
  x: number | null;
  h: number | null;
  hPrevious: number | null;
}

export function numbersAt(
  r: Reading,
  side: Side,
  { token, channel, state }: Pick<Cursor, 'token' | 'channel' | 'state'>,
): Numbers | null {
  const { model, unit } = r;
  const delta = rowAt(r.delta, side, token)?.[unit];
  if (delta === undefined) return null;
  const one = (traced: Traced | null, t: number, i: number) => rowAt(traced, side, t)?.[i] ?? null;
  const h = (t: number) => one(r.h, t, stateIndex(model, channel, state));
  const shared = sharedIndex(model, unit, state);
  return {
    delta,
    dt: one(r.dt, token, unit),
    bias: r.dtBias?.[side]?.values[unit] ?? null,
    A: realA(r, side, channel, state),
    B: one(r.B, token, shared),
    C: one(r.C, token, shared),
    x: one(r.x, token, channel),
    h: h(token),
    // Before the first word there is nothing in it.
    hPrevious: token === 0 ? (r.h ? 0 : null) : h(token - 1),
  };
}

/** What an intervention does to Δ, B and C of a layer: what is held, and the factor on Δ. */
export function turnedIn({ layer, deltaScale, freeze = [] }: Intervention, at: number) {
  const acts = layer === 'all' || layer === at;
  return { held: acts ? freeze : [], factor: acts ? deltaScale : 1 };
}

/** True if an intervention makes a layer time-invariant: nothing in its recurrence depends on the token any more. */
export const isInvariant = (i: Intervention, layer: number): boolean =>
  (['delta', 'B', 'C'] as const).every((part) => turnedIn(i, layer).held.includes(part));
