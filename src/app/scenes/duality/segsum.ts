/**
 * Four ways to L_ij = a_{j+1} … a_i in f32, on a longer stretch of real decays: which of them hold. All of it is rounded to
 * f32 after every operation, as a GPU in f32 does; the truth beside it is in doubles.
 */
const f32 = Math.fround;

/** The largest x whose exp is finite in f32, and the smallest that is not 0. */
export const LARGEST = Math.log(3.4028234663852886e38);
export const SMALLEST_POWER = 2 ** -149;

export interface Stability {
  length: number;
  /** exp of the cumulative sum, in f32, (length). */
  products: Float32Array;
  /** First word whose product is 0 in f32; null if there is none. */
  dies: number | null;
  /** L_{t,t−1} as the ratio gives it, (length); the first is 1. NaN is 0/0. */
  ratio: Float32Array;
  /** The truth: a_t, (length). */
  decays: Float64Array;
  /** Entries on and below the diagonal. */
  entries: number;
  ways: Record<'ratio' | 'maskLate' | 'difference' | 'segment', Way>;
}

export interface Way {
  /** Entries of the matrix, of all length², that are not a number. */
  broken: number;
  /** Largest error of a neighbour, L_{t,t−1}, as a fraction of it; null where some are not a number. */
  error: number | null;
}

/** The text's own log decays, over and over, up to a length. */
export const repeated = (logDecay: ArrayLike<number>, length: number): Float32Array =>
  Float32Array.from({ length }, (_, t) => logDecay[t % logDecay.length]);

/** Longest stretch that is looked at. */
export const MOST = 65_536;

/** A length, a power of two from 128 on, at which e to the sum lies well below what f32 has; at most `MOST`. */
export function tellingLength(logDecay: Float64Array): number {
  const mean = logDecay.reduce((a, b) => a + b, 0) / logDecay.length;
  const needed = (1.5 * Math.log(SMALLEST_POWER)) / Math.min(mean, -1e-12);
  return Math.min(MOST, Math.max(128, 2 ** Math.ceil(Math.log2(needed))));
}

/** Largest relative error of neighbours; null if one of them is not a number. */
function worst(values: ArrayLike<number>, truth: Float64Array): number | null {
  let most = 0;
  for (let t = 1; t < truth.length; t++) {
    const off = Math.abs(values[t] - truth[t]) / truth[t];
    if (Number.isNaN(off)) return null;
    most = Math.max(most, off);
  }
  return most;
}

/** Works out all four ways. `logDecay` in f32, none positive. O(length). */
export function stabilityOf(logDecay: Float32Array): Stability {
  const { length } = logDecay;
  let sum = 0;
  const sums = logDecay.map((v) => (sum = f32(sum + v)));
  const products = sums.map((s) => Math.exp(s));
  const decays = Float64Array.from(logDecay, (v) => Math.exp(v));
  const ratio = products.map((v, t) => (t === 0 ? 1 : v / products[t - 1]));
  const difference = sums.map((s, t) => (t === 0 ? 1 : Math.exp(f32(s - sums[t - 1]))));
  const segment = logDecay.map((v) => Math.exp(v));
  const first = products.indexOf(0);
  const dies = first < 0 ? null : first;
  // 0/0: both words lie where products are 0.
  const dead = dies === null ? 0 : length - dies;
  return {
    length,
    products,
    dies,
    ratio,
    decays,
    entries: (length * (length + 1)) / 2,
    ways: {
      ratio: { broken: (dead * (dead + 1)) / 2, error: worst(ratio, decays) },
      // ∞ · 0: above the diagonal the exponent is positive, and the mask comes too late.
      maskLate: { broken: overflows(sums), error: worst(difference, decays) },
      difference: { broken: 0, error: worst(difference, decays) },
      segment: { broken: 0, error: worst(segment, decays) },
    },
  };
}

/** Pairs i < j whose exp(s_i − s_j) is infinite in f32. The sums fall, so one pointer follows the other. */
function overflows(sums: Float32Array): number {
  let count = 0;
  let i = 0;
  for (let j = 0; j < sums.length; j++) {
    while (i < j && f32(Math.exp(f32(sums[i] - sums[j]))) === Infinity) i++;
    count += i;
  }
  return count;
}
