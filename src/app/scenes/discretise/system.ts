/** What the figures draw: one number of the state, the steps it takes, and where it starts. From the trace, or a toy. */
import { unitOfChannel } from '../../../engine/probeShape';
import type { ProbeName } from '../../../engine/types';
import type { AppState, Traced, TraceView } from '../../store/state';
import { rowOf, tracedIn } from '../../store/trace';
import { growth, ONE, scale, size, times, ZERO, type Complex } from './complex';
import type { HeldStep } from './schemes';

/** A step that a token took in the running model. */
export interface TokenStep extends HeldStep {
  token: number;
  /** The channel's input at this token. */
  x: number;
  /** B of this token and state; 1 in S4D, which has folded it into C. */
  B: number;
}

/** One number of the state, h′ = A h + B x, over some tokens. */
export interface System {
  A: Complex;
  /** h before the first of the steps. */
  h0: Complex;
  steps: TokenStep[];
  /** The model's own h after each step, in the units of h′ = A h + B x. */
  own: Complex[];
  layer: number;
  channel: number;
  state: number;
}

type Needed = Pick<AppState, 'model' | 'trace' | 'cursor'>;

/** A of one channel and state n; null until it has been read. */
export function rateOf(
  { model, trace }: Omit<Needed, 'cursor'>,
  e: number,
  n: number,
): Complex | null {
  const A = trace?.of['layer.A']?.yours.values;
  if (!A) return null;
  const { dState: N, heads, kind } = model;
  if (heads) return [A[unitOfChannel(model, e)], 0];
  if (kind === 'S4D') return [A[2 * N * e + n], A[2 * N * e + N + n]];
  return [A[N * e + n], 0];
}

/** A of channel and state under the cursor; null until it has been read. */
export const ownA = (state: Needed): Complex | null =>
  rateOf(state, state.cursor.channel, state.cursor.state);

/** Δ of the cursor's channel at a token; null outside of what was read. */
export function deltaOf(state: Needed, token: number): number | null {
  const delta = tracedIn(state, 'layer.delta');
  const row = delta && rowOf(delta.yours, delta, token);
  return row ? row[unitOfChannel(state.model, state.cursor.channel)] : null;
}

/** The model's h of the cursor's channel and state after a token, in the units of h′ = A h + B x. */
function heldAfter(state: Needed, token: number, A: Complex, delta: number): Complex | null {
  const h = tracedIn(state, 'layer.h');
  const row = h && rowOf(h.yours, h, token);
  if (!row) return null;
  const { model, cursor } = state;
  const { dState: N, heads, kind } = model;
  if (heads) return [row[(cursor.channel % heads.headDim) * N + cursor.state], 0];
  if (kind !== 'S4D') return [row[cursor.state], 0];
  // S4D keeps h = Ā h + x and multiplies by (Ā − 1)/A when it reads: the same state in other units.
  const unit = scale(growth(scale(A, delta)), delta);
  return times(unit, [row[cursor.state], row[N + cursor.state]]);
}

/** The tokens `cursor.token − most + 1 … cursor.token` as the model took them; null until all of it has been read. */
export function ownSystem(state: Needed, most: number): System | null {
  const { model, cursor, trace } = state;
  const A = ownA(state);
  const head = tracedIn(state, 'layer.h');
  const x = tracedIn(state, 'layer.x');
  const B = tracedIn(state, 'layer.B');
  const unit = unitOfChannel(model, cursor.channel);
  if (!trace || !A || !x || !head || head.unit !== unit) return null;
  if (!B && model.kind !== 'S4D') return null;
  const last = cursor.token;
  // The state before the first step must be known: nothing before the text, else a row of the trace.
  const first = Math.max(head.first > 0 ? head.first + 1 : 0, last - most + 1);
  const group = model.heads
    ? Math.floor(unit / (model.heads.nHeads / model.heads.nGroups)) * model.dState
    : 0;
  const steps: TokenStep[] = [];
  const own: Complex[] = [];
  for (let token = first; token <= last; token++) {
    const delta = deltaOf(state, token);
    const xs = rowOf(x.yours, x, token);
    const Bs = B && rowOf(B.yours, B, token);
    if (delta === null || !xs || (B && !Bs)) return null;
    const b = Bs ? Bs[group + cursor.state] : 1;
    const h = heldAfter(state, token, A, delta);
    if (!h) return null;
    steps.push({ token, delta, x: xs[cursor.channel], B: b, u: [b * xs[cursor.channel], 0] });
    own.push(h);
  }
  const before = first > 0 ? deltaOf(state, first - 1) : null;
  const h0 = before === null ? ZERO : heldAfter(state, first - 1, A, before);
  if (!steps.length || !h0) return null;
  return { A, h0, steps, own, layer: trace.layer, channel: cursor.channel, state: cursor.state };
}

/** The same trace as the untouched model wrote it; null while nothing is turned. */
export function untouched(trace: TraceView | null): TraceView | null {
  if (!trace) return null;
  const of: TraceView['of'] = {};
  for (const [name, one] of Object.entries(trace.of) as [ProbeName, Traced][]) {
    if (!one.before) return null;
    of[name] = { ...one, yours: one.before };
  }
  return { ...trace, of };
}

/** What the reader has moved; null is the model's own. */
export interface Moved {
  delta: number | null;
  /** Real and imaginary part of A. */
  re: number | null;
  im: number | null;
}

export const UNMOVED: Moved = { delta: null, re: null, im: null };

/** The same steps with the last one's Δ, and with A, as the reader has them: a toy. */
export function movedSystem(system: System, { delta, re, im }: Moved): System {
  const last = system.steps.length - 1;
  const steps = system.steps.map((step, i) =>
    i === last && delta !== null ? { ...step, delta } : step,
  );
  return { ...system, A: [re ?? system.A[0], im ?? system.A[1]], steps };
}

export type ToyInput = 'step' | 'impulse';
/** Steps drawn at most: more of them are one line. */
const MOST_STEPS = 400;

/** Time that a toy's axis shows: four time constants of this A, or four turns if it turns. */
export const toyTime = (A: Complex): number => Math.min(4 / Math.abs(A[0]), 24 / size(A));

/**
 * A toy: equal steps of Δ for `time`. “step”: from rest, x = 1, with B = −A, so that h ends at 1.
 * “impulse”: h starts at 1, and nothing comes in.
 */
export function toySteps(input: ToyInput, A: Complex, delta: number, time: number) {
  const n = Math.max(1, Math.min(MOST_STEPS, Math.floor(time / delta + 1e-9)));
  const u = input === 'step' ? scale(A, -1) : ZERO;
  return {
    h0: input === 'step' ? ZERO : ONE,
    steps: Array.from({ length: n }, (): HeldStep => ({ delta, u })),
  };
}
