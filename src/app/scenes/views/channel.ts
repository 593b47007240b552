/** One channel's SSM over a block of words: the numbers that all three computations start from. Pure, in doubles. */
import { unitCount, unitOfChannel } from '../../../engine/probeShape';
import type { ModelInfo, ProbeName } from '../../../engine/types';
import type { AppState } from '../../store/state';
import { tracedIn } from '../../store/trace';

/** The most words that are looked at together: a matrix of them is made for every place of the slider. */
export const BLOCK = 128;

/** What selects: all of it may differ from word to word. L words, N numbers of the state. */
export interface Parts {
  /** Δ, (L). */
  delta: Float64Array;
  /** (N); imaginary parts of S4D, else null. */
  A: Float64Array;
  AIm: Float64Array | null;
  /** (L, N); null for S4D, where it is 1: what it does is in C. */
  B: Float64Array | null;
  /** (L, N); S4D: 2C(Ā − 1)/A, the same at every word. */
  C: Float64Array;
  CIm: Float64Array | null;
}

/** The recurrence h = a h + b x, y = Re(c·h) + D x, all (L, N). */
export interface Recurrence {
  a: Float64Array;
  aIm: Float64Array | null;
  b: Float64Array;
  c: Float64Array;
  cIm: Float64Array | null;
}

export interface Channel extends Recurrence {
  model: ModelInfo;
  layer: number;
  channel: number;
  N: number;
  /** Words `from` … `from + L − 1` of the text. */
  from: number;
  L: number;
  parts: Parts;
  D: number;
  /** (L). */
  x: Float64Array;
  /** The model's own C·h + D x, (L). */
  y: Float64Array;
  /** The model's own state after each word, (L, N). */
  h: Float64Array;
  hIm: Float64Array | null;
  /** And before the first of them, (N). */
  h0: Float64Array;
  h0Im: Float64Array | null;
}

type Needed = Pick<AppState, 'model' | 'trace'>;
export type Side = 'yours' | 'before';

/** Rows of the block that a word belongs to: blocks of 128 from the beginning of what was read, the last one as long. */
export function blockOf(token: number, first: number, rows: number): [from: number, to: number] {
  const row = Math.min(rows - 1, Math.max(0, token - first));
  const from = Math.min(Math.floor(row / BLOCK) * BLOCK, Math.max(0, rows - BLOCK));
  return [from, Math.min(rows, from + BLOCK)];
}

/** Ā, B̄ and C of every word. B̄ = ΔB, as the model's code has it. */
export function recurrenceOf({ delta, A, AIm, B, C, CIm }: Parts): Recurrence {
  const [L, N] = [delta.length, A.length];
  const a = new Float64Array(L * N);
  const aIm = AIm && new Float64Array(L * N);
  const b = new Float64Array(L * N);
  for (let t = 0; t < L; t++)
    for (let n = 0; n < N; n++) {
      const size = Math.exp(delta[t] * A[n]);
      a[t * N + n] = AIm ? size * Math.cos(delta[t] * AIm[n]) : size;
      if (aIm && AIm) aIm[t * N + n] = size * Math.sin(delta[t] * AIm[n]);
      b[t * N + n] = B ? delta[t] * B[t * N + n] : 1;
    }
  return { a, aIm, b, c: C, cIm: CIm };
}

/** 2C(Ā − 1)/A, what S4D reads its state with (arXiv 2206.11893, zero-order hold folded into C). */
function readOf(C: [number, number], A: [number, number], delta: number): [number, number] {
  const size = Math.exp(delta * A[0]);
  const angle = delta * A[1];
  // Ā − 1 without the difference of two numbers near 1.
  const re = Math.expm1(delta * A[0]) * Math.cos(angle) - 2 * Math.sin(angle / 2) ** 2;
  const im = size * Math.sin(angle);
  const square = A[0] ** 2 + A[1] ** 2;
  const q =
    square === 0
      ? [delta, 0]
      : [(re * A[0] + im * A[1]) / square, (im * A[0] - re * A[1]) / square];
  return [2 * (C[0] * q[0] - C[1] * q[1]), 2 * (C[0] * q[1] + C[1] * q[0])];
}

/**
 * The block that a word belongs to, of one channel. `outputC` is S4D's C, (E, 2N) real | imaginary, which no probe has.
 * Null while a part has not been read, or the state was read of another channel.
 */
export function channelOf(
  state: Needed,
  { token, channel }: { token: number; channel: number },
  outputC: Float32Array | null,
  side: Side = 'yours',
): Channel | null {
  const { model } = state;
  const { dInner: E, dState: N, heads, kind } = model;
  const values = (name: ProbeName) => tracedIn(state, name)?.[side]?.values ?? null;
  const head = tracedIn(state, 'layer.h');
  const unit = unitOfChannel(model, channel);
  if (!head || head.unit !== unit || head.rows === 0) return null;
  const [x, delta, A, D] = [
    values('layer.x'),
    values('layer.delta'),
    values('layer.A'),
    values('layer.D'),
  ];
  const [y, h, B, C] = [
    values('layer.ssmOut'),
    values('layer.h'),
    values('layer.B'),
    values('layer.C'),
  ];
  const complex = kind === 'S4D';
  if (!x || !delta || !A || !D || !y || !h) return null;
  if (complex ? !outputC : !B || !C) return null;

  let [r0, r1] = blockOf(token, head.first, head.rows);
  // The state before the first word must be known: nothing before the text, else the row before it.
  if (head.first > 0 && r0 === 0) r0 = Math.min(1, r1 - 1);
  const L = r1 - r0;
  const U = unitCount(model);
  const group = heads ? Math.floor((unit * heads.nGroups) / heads.nHeads) : 0;
  const shared = (heads?.nGroups ?? 1) * N;
  const width = heads ? heads.headDim * N : complex ? 2 * N : N;
  const inner = heads ? (channel % heads.headDim) * N : 0;

  const column = (of: Float32Array, w: number, i: number) =>
    Float64Array.from({ length: L }, (_, t) => of[(r0 + t) * w + i]);
  /** (L, N) numbers of rows that are `w` wide, from `at` on. */
  const grid = (of: Float32Array, w: number, at: number, start = r0) => {
    const out = new Float64Array(L * N);
    for (let t = 0; t < L; t++)
      for (let n = 0; n < N; n++) out[t * N + n] = of[(start + t) * w + at + n];
    return out;
  };
  const deltas = column(delta, U, unit);
  const numbers = (from: number) => Float64Array.from(A.subarray(from, from + N));
  const rate = heads
    ? new Float64Array(N).fill(A[unit])
    : numbers(complex ? channel * 2 * N : channel * N);
  const turn = complex ? numbers(channel * 2 * N + N) : null;
  const parts: Parts = complex
    ? {
        delta: deltas,
        A: rate,
        AIm: turn,
        B: null,
        ...readS4(outputC!, channel, rate, turn!, deltas),
      }
    : {
        delta: deltas,
        A: rate,
        AIm: null,
        B: grid(B!, shared, group * N),
        C: grid(C!, shared, group * N),
        CIm: null,
      };
  const before = (at: number) =>
    r0 === 0
      ? new Float64Array(N)
      : Float64Array.from(h.subarray((r0 - 1) * width + at, (r0 - 1) * width + at + N));
  return {
    ...recurrenceOf(parts),
    model,
    layer: head.layer,
    channel,
    N,
    from: head.first + r0,
    L,
    parts,
    D: D[unit],
    x: column(x, E, channel),
    y: column(y, E, channel),
    h: grid(h, width, inner),
    hIm: complex ? grid(h, width, N) : null,
    h0: before(inner),
    h0Im: complex ? before(N) : null,
  };
}

/** What S4D reads with, at every word of the block alike. */
function readS4(
  outputC: Float32Array,
  channel: number,
  A: Float64Array,
  AIm: Float64Array,
  delta: Float64Array,
) {
  const [L, N] = [delta.length, A.length];
  const C = new Float64Array(L * N);
  const CIm = new Float64Array(L * N);
  const at = channel * 2 * N;
  for (let n = 0; n < N; n++) {
    const [re, im] = readOf([outputC[at + n], outputC[at + N + n]], [A[n], AIm[n]], delta[0]);
    for (let t = 0; t < L; t++) [C[t * N + n], CIm[t * N + n]] = [re, im];
  }
  return { C, CIm };
}
