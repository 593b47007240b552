import type { Sampling } from './types';

/**
 * A number in [0, 1) that depends on the seed and the position alone (PCG output hash, Jarzynski & Olano 2020,
 * "Hash Functions for GPU Rendering"). With no hidden state, the same seed gives the same text whether it is
 * played through, stepped, or computed again after an intervention, and a shader can draw the same number.
 */
export function uniformAt(seed: number, position: number): number {
  return hash(hash(seed >>> 0) ^ (position >>> 0)) / 2 ** 32;
}

function hash(value: number): number {
  const state = (Math.imul(value, 747796405) + 2891336453) >>> 0;
  const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277803737) >>> 0;
  return ((word >>> 22) ^ word) >>> 0;
}

/** Index of the largest logit; the first of equals. */
export function argmax(logits: Float32Array): number {
  let best = 0;
  for (let i = 1; i < logits.length; i++) if (logits[i]! > logits[best]!) best = i;
  return best;
}

/** Checks sampling settings. Returns what is wrong, for a reader, or null. */
export function samplingProblem({ temperature, topK, topP, seed }: Sampling): string | null {
  if (!(temperature >= 0 && temperature <= 10)) return 'Temperature must lie between 0 and 10.';
  if (!(Number.isInteger(topK) && topK >= 0)) return 'Top-k must be a whole number, 0 for off.';
  if (!(topP > 0 && topP <= 1)) return 'Top-p must be above 0 and at most 1.';
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)) {
    return 'The seed must be a whole number from 0 to 4294967295.';
  }
  return null;
}

/**
 * The next token: argmax at temperature 0, else drawn from softmax(logits / temperature) cut to the `topK`
 * likeliest and then to the smallest set whose probability reaches `topP` (Holtzman et al., arXiv 1904.09751).
 * `position` is the position that the new token will have.
 */
export function sampleToken(logits: Float32Array, sampling: Sampling, position: number): number {
  const { temperature, topK, topP, seed } = sampling;
  if (temperature === 0) return argmax(logits);
  const order = Array.from(logits.keys()).toSorted((a, b) => logits[b]! - logits[a]! || a - b);
  const kept = topK > 0 ? order.slice(0, topK) : order;
  const top = logits[kept[0]!]!;
  const weights = kept.map((id) => Math.exp((logits[id]! - top) / temperature));
  const total = weights.reduce((a, b) => a + b, 0);
  let count = 0;
  let mass = 0;
  while (count < kept.length && mass < topP * total) mass += weights[count++]!;
  let rest = uniformAt(seed, position) * mass;
  for (let i = 0; i < count; i++) {
    rest -= weights[i]!;
    if (rest < 0) return kept[i]!;
  }
  return kept[count - 1]!;
}
