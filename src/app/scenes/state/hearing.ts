/** The implied attention of one channel, and that what it says adds up: of the words in the matrix, and of those before it. */
import { unitOfChannel } from '../../../engine/probeShape';
import { decayAt, heldAt, sharedAt, type LayerRun } from './layer';

/** A matrix of (size, size) numbers: what token `first` + i hears of token `first` + j. */
export interface Hearing {
  values: Float32Array;
  size: number;
  first: number;
}

/** Tokens of a matrix: so many before the word at least, where the text has them, and it moves by so many. */
export const PAST = 384;
export const AHEAD = 128;

/** The token that the matrix for a word begins with. */
export const hearingFrom = (token: number): number =>
  Math.max(0, Math.floor(token / AHEAD) * AHEAD - PAST);

/** M_ij; null outside of the matrix, and above its diagonal. */
export function heardOf({ values, size, first }: Hearing, i: number, j: number): number | null {
  const [row, column] = [i - first, j - first];
  return column < 0 || column > row || row >= size ? null : values[row * size + column];
}

/** One number a word, of the words `from`, `from` + 1, … */
export interface Parts {
  from: number;
  values: Float64Array;
}

/** The number of a word; null if it has none. */
export const partOf = ({ from, values }: Parts, j: number): number | null =>
  values[j - from] ?? null;

/**
 * M_ij x_j of the words up to i: what each still adds to y of one channel at token i. They begin where matrix and trace
 * do, and where the state before is known: see `carried`. Null if i is not among them.
 */
export function contributions(
  hearing: Hearing,
  run: LayerRun,
  channel: number,
  i: number,
): Parts | null {
  const from = Math.max(hearing.first, run.first > 0 ? run.first + 1 : 0);
  if (i < from || i >= hearing.first + hearing.size || i >= run.first + run.rows) return null;
  const x = (j: number) => run.x[(j - run.first) * run.model.dInner + channel];
  const values = Float64Array.from(
    { length: i - from + 1 },
    (_, k) => heardOf(hearing, i, from + k)! * x(from + k),
  );
  return { from, values };
}

/** A row of the matrix itself; null if i is not in it. */
export function weights(hearing: Hearing, i: number): Parts | null {
  const { values, size, first } = hearing;
  const row = i - first;
  if (row < 0 || row >= size) return null;
  return {
    from: first,
    values: Float64Array.from(values.subarray(row * size, row * size + row + 1)),
  };
}

/**
 * What all words before `from` together still add to y at token i: C_i (∏_{k=from..i} Ā_k) h_{from−1}. 0 if there are none;
 * null for S4D, whose C is not read.
 */
export function carried(run: LayerRun, channel: number, from: number, i: number): number | null {
  if (from === 0) return 0;
  if (!run.C) return null;
  const before = heldAt(run, from - 1 - run.first, channel);
  let sum = 0;
  for (let n = 0; n < before.length; n++) {
    let left = before[n];
    for (let k = from; k <= i; k++) left *= decayAt(run, k - run.first, channel, n)[0];
    sum += sharedAt(run, 'C', i - run.first, channel, n)! * left;
  }
  return sum;
}

/** y − D x of a channel at row t: what the state gave. */
export function readOut(run: LayerRun, channel: number, t: number): number {
  const { dInner: E } = run.model;
  const { x, y, D, model } = run;
  return y[t * E + channel] - D[unitOfChannel(model, channel)] * x[t * E + channel];
}

/** Σ_j M_ij x_j, with what the words before them add, against y_i − D x_i. Null differences are of what is not known. */
export function sumCheck({ from, values }: Parts, run: LayerRun, channel: number) {
  const i = from + values.length - 1;
  const earlier = carried(run, channel, from, i);
  const sum = values.reduce((a, b) => a + b, 0);
  const out = readOut(run, channel, i - run.first);
  return {
    sum,
    earlier,
    out,
    difference: earlier === null ? null : Math.abs(sum + earlier - out),
  };
}

/** The words whose parts are largest in size, largest first, at most `most`. */
export function loudest({ from, values }: Parts, most: number): number[] {
  const order = Array.from(values, (_, k) => k);
  const sorted = order.toSorted((a, b) => Math.abs(values[b]) - Math.abs(values[a]));
  return sorted.slice(0, most).map((k) => from + k);
}
