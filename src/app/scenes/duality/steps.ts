/** One y in three ways: the whole matrix, the four steps by chunks, the recurrence. Of one head; y without the skip D x. */
import type { HeadRun, Stretch } from './head';
import { decay, type Mixing } from './matrix';

/** Words `first` … `first + length − 1` of a stretch. */
export interface Chunk {
  first: number;
  length: number;
}

/** Cuts T words into chunks of Q; the last one takes what is left. */
export const chunksOf = (size: number, chunkSize: number): Chunk[] =>
  Array.from({ length: Math.ceil(size / chunkSize) }, (_, c) => ({
    first: c * chunkSize,
    length: Math.min(chunkSize, size - c * chunkSize),
  }));

/** What each step of SSD gives (arXiv 2405.21060, §6 and Listing 1). K chunks, T words, P channels, N states. */
export interface FourSteps {
  chunks: Chunk[];
  /** 1: what a word hears within its own chunk, (T, P). */
  diagonal: Float64Array;
  /** 2: what each chunk by itself leaves behind, (K, P, N). */
  states: Float64Array;
  /** 3: the state before each chunk, and after the last, (K + 1, P, N). */
  passed: Float64Array;
  /** 3: what is left of a state after a whole chunk, exp(its sum of log a), (K). */
  kept: Float64Array;
  /** 4: what a word hears of all earlier chunks, through one state, (T, P). */
  offDiagonal: Float64Array;
}

/** Runs the four steps. `before` is the state that comes in, (P, N): not zero if the text began earlier. */
export function fourSteps(
  { run, from, size }: Stretch,
  mixing: Mixing,
  chunkSize: number,
  before: Float64Array,
): FourSteps {
  const { headDim: P, dState: N, B, C, delta, x } = run;
  const chunks = chunksOf(size, chunkSize);
  const [diagonal, offDiagonal] = [0, 1].map(() => new Float64Array(size * P));
  const states = new Float64Array(chunks.length * P * N);
  const passed = new Float64Array((chunks.length + 1) * P * N);
  const kept = new Float64Array(chunks.length);
  passed.set(before);
  chunks.forEach(({ first, length }, c) => {
    const last = first + length - 1;
    // The sums begin anew with every chunk.
    const start = first === 0 ? 0 : mixing.sums[first - 1];
    kept[c] = decay(mixing.sums[last] - start);
    for (let j = first; j <= last; j++) {
      const left = decay(mixing.sums[last] - mixing.sums[j]);
      for (let p = 0; p < P; p++) {
        const input = delta[from + j] * x[(from + j) * P + p];
        // 1. Diagonal blocks.
        for (let i = j; i <= last; i++) diagonal[i * P + p] += mixing.M[i * size + j] * input;
        // 2. Chunk states.
        const at = (c * P + p) * N;
        for (let n = 0; n < N; n++) states[at + n] += left * input * B[(from + j) * N + n];
      }
    }
    for (let at = 0; at < P * N; at++) {
      // 3. Passing.
      const own = c * P * N + at;
      passed[own + P * N] = kept[c] * passed[own] + states[own];
    }
    for (let i = first; i <= last; i++) {
      const reached = decay(mixing.sums[i] - start);
      for (let p = 0; p < P; p++) {
        // 4. Output.
        let sum = 0;
        const at = (c * P + p) * N;
        for (let n = 0; n < N; n++) sum += C[(from + i) * N + n] * passed[at + n];
        offDiagonal[i * P + p] = reached * sum;
      }
    }
  });
  return { chunks, diagonal, states, passed, kept, offDiagonal };
}

/** The two parts together, (T, P). */
export const sumOf = ({ diagonal, offDiagonal }: FourSteps): Float64Array =>
  diagonal.map((v, i) => v + offDiagonal[i]);

/** M (Δx), the whole matrix at once, and what the incoming state adds, (T, P). */
export function wholeMatrix(
  { run, from, size }: Stretch,
  { M, sums }: Mixing,
  before: Float64Array,
): Float64Array {
  const { headDim: P, dState: N, C, delta, x } = run;
  const out = new Float64Array(size * P);
  const isZero = before.every((v) => v === 0);
  for (let i = 0; i < size; i++)
    for (let p = 0; p < P; p++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) {
        sum += M[i * size + j] * delta[from + j] * x[(from + j) * P + p];
      }
      let old = 0;
      if (!isZero) for (let n = 0; n < N; n++) old += C[(from + i) * N + n] * before[p * N + n];
      out[i * P + p] = sum + decay(sums[i]) * old;
    }
  return out;
}

export interface Recurrence {
  /** C·h, (T, P). */
  y: Float64Array;
  /** After the last word, (P, N). */
  h: Float64Array;
}

/** h_t = a_t h_{t−1} + Δ_t x_t ⊗ B_t, y_t = h_t C_t, word by word from row `from`, `size` of them. */
export function recurrence(
  run: HeadRun,
  from: number,
  size: number,
  before: Float64Array = new Float64Array(run.headDim * run.dState),
): Recurrence {
  const { headDim: P, dState: N, B, C, delta, x, A } = run;
  const h = before.slice();
  const y = new Float64Array(size * P);
  for (let t = 0; t < size; t++) {
    const row = from + t;
    const a = Math.exp(delta[row] * A);
    for (let p = 0; p < P; p++) {
      const input = delta[row] * x[row * P + p];
      let sum = 0;
      for (let n = 0; n < N; n++) {
        const at = p * N + n;
        h[at] = a * h[at] + input * B[row * N + n];
        sum += C[row * N + n] * h[at];
      }
      y[t * P + p] = sum;
    }
  }
  return { y, h };
}

/** What the model itself gave, without the skip: y − D x, (T, P). */
export const modelOutput = ({ run, from, size }: Stretch): Float64Array => {
  const [begin, end] = [from * run.headDim, (from + size) * run.headDim];
  return run.y.subarray(begin, end).map((v, i) => v - run.D * run.x[begin + i]);
};

/** Largest |a − b|. NaN stays NaN: it must not look like agreement. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    const d = Math.abs(a[i] - b[i]);
    if (!(d <= most)) most = d;
  }
  return most;
}
