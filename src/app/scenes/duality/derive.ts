import { unitOfChannel } from '../../../engine/probeShape';
import type { TokenRecord } from '../../../engine/types';
import { toWord } from '../../../viz/tape/words';
import type { AppState } from '../../store/state';
import { tracedIn } from '../../store/trace';
import type { LiveValue } from '../scene';
import { crossing } from './cost';
import { headRun, type HeadRun, type Stretch } from './head';
import { inputOf, mixingOf, type Mixing } from './matrix';
import {
  fourSteps,
  largestDifference,
  modelOutput,
  recurrence,
  sumOf,
  wholeMatrix,
  type FourSteps,
} from './steps';

/** Words that the matrix shows at most: on a screen, on a phone. */
export const MOST_WORDS = 64;
export const MOST_NARROW = 32;

/** One way to y, (T, P), and its largest difference from the model's. */
interface Way {
  y: Float64Array;
  apart: number;
}

/** What is worked out of a stretch, whatever the chunks. T words, P channels, N states. */
export interface Uncut {
  stretch: Stretch;
  mixing: Mixing;
  /** State before the stretch, (P, N); null if the text's beginning was not read, and nothing can be compared. */
  incoming: Float64Array | null;
  /** What the model gave, y − D x, (T, P). */
  model: Float64Array;
  ways: Record<'matrix' | 'recurrence', Way>;
}

/** The same, cut into chunks. */
export interface Worked extends Omit<Uncut, 'ways'> {
  steps: FourSteps;
  ways: Record<WayName, Way>;
}

export type WayName = 'matrix' | 'chunks' | 'recurrence';

const wayTo = (y: Float64Array, model: Float64Array): Way => ({
  y,
  apart: largestDifference(y, model),
});

const zeros = ({ run }: Stretch): Float64Array => new Float64Array(run.headDim * run.dState);

/** The state before a stretch; null if its text was read from the middle only. */
export const stateBefore = ({ run, from }: Stretch): Float64Array | null =>
  run.first > 0 ? null : recurrence(run, 0, from).h;

/** The matrix, and y by it and by the recurrence. */
export function workOutUncut(stretch: Stretch): Uncut {
  const { run, from, size } = stretch;
  const mixing = mixingOf(stretch);
  const incoming = stateBefore(stretch);
  const before = incoming ?? zeros(stretch);
  const model = modelOutput(stretch);
  const ways = {
    matrix: wayTo(wholeMatrix(stretch, mixing, before), model),
    recurrence: wayTo(recurrence(run, from, size, before).y, model),
  };
  return { stretch, mixing, incoming, model, ways };
}

/** The four steps, and y by them. */
export function workOut(uncut: Uncut, chunkSize: number): Worked {
  const { stretch, mixing, incoming, model, ways } = uncut;
  const steps = fourSteps(stretch, mixing, chunkSize, incoming ?? zeros(stretch));
  return { ...uncut, steps, ways: { ...ways, chunks: wayTo(sumOf(steps), model) } };
}

/** How far ways may lie apart by rounding in f32, of numbers of this size: WebGPU's exp is the coarser one. */
export const TOLERANCE = { cpu: 1e-5, webgpu: 2e-4 } as const;

/** Of a row of M (Δx) for one channel: what comes from its own chunk, and from all before. */
export function rowParts(
  stretch: Stretch,
  mixing: Mixing,
  i: number,
  p: number,
  chunkSize: number,
) {
  const first = i - (i % chunkSize);
  const input = inputOf(stretch, p);
  let inside = 0;
  for (let j = first; j <= i; j++) inside += mixing.M[i * mixing.size + j] * input[j];
  const { run, from } = stretch;
  const at = (from + i) * run.headDim + p;
  const skip = run.D * run.x[at];
  return { inside, through: run.y[at] - skip - inside, skip, y: run.y[at] };
}

/** Which part of the matrix is lit in a step: what has been computed so far, and what the chunk at hand is about. */
export function isLit(
  step: number,
  chunk: number,
  of: (word: number) => number,
  i: number,
  j: number,
) {
  const [row, column] = [of(i), of(j)];
  if (step === 0) return true;
  if (row === column) return step > 1 || row <= chunk;
  if (step === 2) return column === chunk;
  if (step === 3) return column <= chunk && row > chunk;
  return step === 4 && row <= chunk;
}

/** A round number (1, 2 or 5 times a power of ten) that all but the largest few values stay under. */
export function roundRange(values: ArrayLike<number>, quantile = 0.995): number {
  const sizes = Float64Array.from(values, Math.abs).toSorted();
  const top = sizes[Math.min(sizes.length - 1, Math.floor(quantile * sizes.length))] ?? 0;
  if (!(top > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(top));
  const step = [1, 2, 5, 10].find((s) => s * power >= top * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(1));
}

/** A small or large number as people read it: 3·10⁻⁸. */
export function scientific(value: number): string {
  if (value === 0) return '0';
  const power = Math.floor(Math.log10(Math.abs(value)) + 1e-12);
  const digits = [...String(Math.abs(power))].map((d) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(d)]).join('');
  return `${Math.round(value / 10 ** power)}·10${power < 0 ? '⁻' : ''}${digits}`;
}

/** A word of the text by its number. */
export const wordAt = (tokens: readonly TokenRecord[], t: number): string =>
  toWord(tokens[t]?.text ?? '').text;

/** Largest difference of two neighbours on a diagonal of a matrix (T, T), lower triangle: 0 for a convolution. */
export function diagonalSpread(values: ArrayLike<number>, size: number): number {
  let most = 0;
  for (let i = 1; i < size; i++)
    for (let j = 1; j <= i; j++)
      most = Math.max(most, Math.abs(values[i * size + j] - values[(i - 1) * size + j - 1]));
  return most;
}

/** Least and greatest decay exp(Δ_t A_n) of a Mamba channel's N states at a word; null where there are not several. */
export function channelDecays(state: AppState): { least: number; most: number } | null {
  const { model, cursor } = state;
  const [delta, A] = [tracedIn(state, 'layer.delta'), tracedIn(state, 'layer.A')];
  const row = delta ? cursor.token - delta.first : -1;
  if (model.kind !== 'Mamba' || !delta || !A || row < 0 || row >= delta.rows) return null;
  const N = model.dState;
  const step = delta.yours.values[row * model.dInner + cursor.channel];
  const own = A.yours.values.subarray(cursor.channel * N, (cursor.channel + 1) * N);
  const decays = Array.from(own, (a) => Math.exp(step * a));
  return { least: Math.min(...decays), most: Math.max(...decays) };
}

/** The head at the cursor, for numbers in sentences and in Code. */
export function atCursor(state: AppState): { run: HeadRun; row: number } | null {
  const run = headRun(state);
  if (!run) return null;
  const row = state.cursor.token - run.first;
  return row < 0 || row >= run.rows ? null : { run, row };
}

/** a_t at the cursor. */
export const decayAt = ({ run, row }: { run: HeadRun; row: number }): number =>
  Math.exp(run.delta[row] * run.A);

const shape = ({ model }: AppState) =>
  model.heads && { headDim: model.heads.headDim, dState: model.dState };

/** What the prose states. */
export const live = {
  a: (s) => {
    const here = atCursor(s);
    return here && decayAt(here);
  },
  head: (s) => (s.model.heads ? unitOfChannel(s.model, s.cursor.channel) : null),
  nHeads: (s) => s.model.heads?.nHeads ?? null,
  headDim: (s) => s.model.heads?.headDim ?? null,
  nGroups: (s) => s.model.heads?.nGroups ?? null,
  dState: (s) => s.model.dState,
  dInner: (s) => s.model.dInner,
  crossing: (s) => {
    const of = shape(s);
    return of && crossing(of);
  },
} satisfies Record<string, LiveValue>;
