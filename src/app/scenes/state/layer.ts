/** One layer's SSM as it ran over the text, for all three families: what its recurrence is made of, and its steps. */
import { unitCount, unitOfChannel } from '../../../engine/probeShape';
import type { ModelInfo, ProbeName } from '../../../engine/types';
import type { AppState, Tensor, Traced } from '../../store/state';
import { tracedIn } from '../../store/trace';

/** Tokens `first` … `first + rows − 1` of the text, under one set of interventions. U = E, or H of Mamba-2. */
export interface LayerRun {
  model: ModelInfo;
  layer: number;
  first: number;
  rows: number;
  /** The channel (Mamba-2: the head) that h was read of. */
  unit: number;
  /** (L, E). */
  x: Float32Array;
  /** (L, U). */
  delta: Float32Array;
  /** (E, N); Mamba-2 (H); S4D (E, 2N): real | imaginary. */
  A: Float32Array;
  /** (L, G·N); null for S4D, which has folded it into C. */
  B: Float32Array | null;
  /** (L, G·N); null for S4D: it is the same at every token. */
  C: Float32Array | null;
  /** (E); Mamba-2 (H). */
  D: Float32Array;
  /** C·h + D x, (L, E). */
  y: Float32Array;
  /** State of the cursor's channel, (L, N); Mamba-2 of its head, (L, P, N); S4D (L, 2N). */
  h: Float32Array;
}

export type Side = 'yours' | 'before';

/** Reads a run out of the trace; null while a part of it is missing, or while nothing is turned and `before` is asked for. */
export function layerRun(
  state: Pick<AppState, 'model' | 'trace'>,
  side: Side = 'yours',
): LayerRun | null {
  const { model } = state;
  const of = (name: ProbeName): Traced | null => tracedIn(state, name);
  const values = (name: ProbeName): Float32Array | null => {
    const tensor: Tensor | null | undefined = of(name)?.[side];
    return tensor?.values ?? null;
  };
  const head = of('layer.h');
  const [x, delta, A, D] = [
    values('layer.x'),
    values('layer.delta'),
    values('layer.A'),
    values('layer.D'),
  ];
  const [y, h] = [values('layer.ssmOut'), values('layer.h')];
  if (!head || head.unit === null || !x || !delta || !A || !D || !y || !h) return null;
  const { first, rows, layer, unit } = head;
  return {
    model,
    layer,
    first,
    rows,
    unit,
    x,
    delta,
    A,
    D,
    y,
    h,
    B: values('layer.B'),
    C: values('layer.C'),
  };
}

/** Δ of a channel at row t. */
export const deltaAt = ({ model, delta }: LayerRun, t: number, channel: number): number =>
  delta[t * unitCount(model) + unitOfChannel(model, channel)];

/** A of a number of the state: its real and (S4D) imaginary part. */
export function rateOf(
  { model, A }: LayerRun,
  channel: number,
  n: number,
): [re: number, im: number] {
  const N = model.dState;
  if (model.heads) return [A[unitOfChannel(model, channel)], 0];
  if (model.kind === 'S4D') return [A[channel * 2 * N + n], A[channel * 2 * N + N + n]];
  return [A[channel * N + n], 0];
}

/** Ā = exp(ΔA) at row t. */
export function decayAt(
  run: LayerRun,
  t: number,
  channel: number,
  n: number,
): [re: number, im: number] {
  const delta = deltaAt(run, t, channel);
  const [re, im] = rateOf(run, channel, n);
  const size = Math.exp(Math.min(0, delta * re));
  return im === 0 ? [size, 0] : [size * Math.cos(delta * im), size * Math.sin(delta * im)];
}

/** A number of B or C for a channel at row t, (L, G·N); null for S4D. */
export function sharedAt(
  { model, B, C }: LayerRun,
  which: 'B' | 'C',
  t: number,
  channel: number,
  n: number,
): number | null {
  const values = which === 'B' ? B : C;
  if (!values) return null;
  const { heads, dState: N } = model;
  const groups = heads?.nGroups ?? 1;
  const group = heads
    ? Math.floor(unitOfChannel(model, channel) / (heads.nHeads / heads.nGroups))
    : 0;
  return values[t * groups * N + group * N + n];
}

/** What the word at row t writes into a number of the state: B̄ x = Δ B x; S4D, whose B̄ is folded into C, x. */
export function writeAt(run: LayerRun, t: number, channel: number, n: number): number {
  const x = run.x[t * run.model.dInner + channel];
  const B = sharedAt(run, 'B', t, channel, n);
  return B === null ? x : deltaAt(run, t, channel) * B * x;
}

/** Numbers of a channel's state that a picture shows: N; of S4D the real parts. */
const offsetOf = (run: LayerRun, t: number, channel: number): number => {
  const { heads, dState: N, kind } = run.model;
  const width = heads ? heads.headDim * N : kind === 'S4D' ? 2 * N : N;
  return t * width + (heads ? (channel % heads.headDim) * N : 0);
};

/** h of the cursor's channel as the model had it after row t, (N); before the text it is 0. A view; S4D: real parts. */
export function heldAt(run: LayerRun, t: number, channel: number): Float32Array {
  const N = run.model.dState;
  if (t < 0) return new Float32Array(N);
  const from = offsetOf(run, t, channel);
  return run.h.subarray(from, from + N);
}

/** S4D's imaginary parts of the same; null for the others. */
function imaginaryAt(run: LayerRun, t: number, channel: number): Float32Array | null {
  const N = run.model.dState;
  if (run.model.kind !== 'S4D') return null;
  if (t < 0) return new Float32Array(N);
  const from = offsetOf(run, t, channel) + N;
  return run.h.subarray(from, from + N);
}

/** One step of the cursor's channel: h_t = Ā h_{t−1} + B̄ x, in its two parts; both (N), S4D: real parts. */
export function stepAt(run: LayerRun, t: number, channel: number) {
  const N = run.model.dState;
  const previous = heldAt(run, t - 1, channel);
  const turned = imaginaryAt(run, t - 1, channel);
  const kept = new Float64Array(N);
  const written = new Float64Array(N);
  for (let n = 0; n < N; n++) {
    const [re, im] = decayAt(run, t, channel, n);
    kept[n] = re * previous[n] - im * (turned?.[n] ?? 0);
    written[n] = writeAt(run, t, channel, n);
  }
  return { previous, kept, written, now: heldAt(run, t, channel) };
}

/**
 * The recurrence of any channel, word by word from the text's beginning, (L, N); S4D: real parts. Of the same Δ, A, B and
 * x that the model used, so it equals `layer.h` of that channel up to rounding. Null if the beginning was not read.
 */
export function replay(run: LayerRun, channel: number): Float32Array | null {
  if (run.first !== 0) return null;
  const N = run.model.dState;
  const out = new Float32Array(run.rows * N);
  for (let n = 0; n < N; n++) {
    let re = 0;
    let im = 0;
    for (let t = 0; t < run.rows; t++) {
      const [a, b] = decayAt(run, t, channel, n);
      [re, im] = [a * re - b * im + writeAt(run, t, channel, n), a * im + b * re];
      out[t * N + n] = re;
    }
  }
  return out;
}

/** The same of one number n of many channels at once, (channels, L): what the field draws through time. */
export function replayOne(
  run: LayerRun,
  channels: ArrayLike<number>,
  n: number,
): Float32Array | null {
  if (run.first !== 0) return null;
  const out = new Float32Array(channels.length * run.rows);
  for (let c = 0; c < channels.length; c++) {
    let re = 0;
    let im = 0;
    for (let t = 0; t < run.rows; t++) {
      const [a, b] = decayAt(run, t, channels[c], n);
      [re, im] = [a * re - b * im + writeAt(run, t, channels[c], n), a * im + b * re];
      out[c * run.rows + t] = re;
    }
  }
  return out;
}
