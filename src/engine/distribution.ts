import type { Candidate, Distribution } from './types';

/** log Σ_i e^{ℓ_i}, without overflow. */
export function logSumExp(logits: Float32Array): number {
  let top = -Infinity;
  for (const v of logits) if (v > top) top = v;
  let sum = 0;
  for (const v of logits) sum += Math.exp(v - top);
  return top + Math.log(sum);
}

/** −log2 p(id) in bits under these logits. */
export function surpriseBits(logits: Float32Array, id: number): number {
  return (logSumExp(logits) - logits[id]!) / Math.LN2;
}

/**
 * Summary of a next-token distribution: the `count` likeliest candidates, those in `also`, the entropy in bits.
 * `textOf` names a token.
 */
export function distribution(
  logits: Float32Array,
  textOf: (id: number) => string,
  also: readonly number[] = [],
  count = 10,
): Distribution {
  const lse = logSumExp(logits);
  let entropy = 0;
  for (const v of logits) {
    const p = Math.exp(v - lse);
    if (p > 0) entropy -= (p * (v - lse)) / Math.LN2;
  }
  const ids = new Set([...likeliest(logits, count), ...also]);
  const top = [...ids]
    .map((id): Candidate => {
      const logit = logits[id]!;
      return { id, text: textOf(id), p: Math.exp(logit - lse), logit };
    })
    .toSorted((a, b) => b.p - a.p || a.id - b.id);
  return { top, logSumExp: lse, entropy };
}

/** Indices of the `count` largest logits, largest first; one pass with a short sorted list. */
function likeliest(logits: Float32Array, count: number): number[] {
  const best: number[] = [];
  for (let id = 0; id < logits.length; id++) {
    if (best.length === count && logits[id]! <= logits[best[count - 1]!]!) continue;
    const at = best.findIndex((other) => logits[id]! > logits[other]!);
    best.splice(at < 0 ? best.length : at, 0, id);
    if (best.length > count) best.pop();
  }
  return best;
}
