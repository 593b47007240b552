import { type AttentionArgs, probabilityCount } from '../attentionOps';
import { firstPlace, rotate } from './rotate';
import { dataOf } from './tensor';

/** Causal attention over the cache: y = softmax(q·k / √P) v, head by head; one row of probabilities at a time, in f64. */
export function attention(args: AttentionArgs): void {
  rotate(args);
  const { rows, nHeads: H, nKvHeads: G, headDim: P, probe } = args;
  const cache = dataOf(args.cache); // (capacity, 2·G·P)
  const y = dataOf(args.y); // (L, H·P)
  const first = firstPlace(args);
  for (let t = 0; t < rows; t++) {
    for (let h = 0; h < H; h++) {
      const p = probabilities(args, t, first + t, h); // (place + 1)
      const value = G * P + Math.floor(h / (H / G)) * P; // of the head's values in a row of the cache
      for (let i = 0; i < P; i++) {
        let sum = 0;
        for (let j = 0; j < p.length; j++) sum += p[j]! * cache[2 * j * G * P + value + i]!;
        y[(t * H + h) * P + i] = sum;
      }
    }
  }
  if (probe) writeProbabilities(args);
}

/** Writes what a probe asks for. q is rotated already, and the keys are in the cache. */
export function writeProbabilities(args: AttentionArgs): void {
  const { heads, out } = args.probe!;
  const asked = dataOf(out);
  const first = firstPlace(args);
  heads.forEach((head, i) => {
    const from = i * probabilityCount(first, args.rows);
    for (let t = 0; t < args.rows; t++) {
      const p = probabilities(args, t, first + t, head);
      asked.set(p, from + probabilityCount(first, t));
    }
  });
}

/** What head h of row t, whose token stands at `place`, makes of each token up to its own, (place + 1). */
function probabilities(args: AttentionArgs, t: number, place: number, h: number): Float64Array {
  const { nHeads: H, nKvHeads: G, headDim: P } = args;
  const cache = dataOf(args.cache);
  const from = (t * (H + 2 * G) + h) * P;
  const q = dataOf(args.qkv).subarray(from, from + P);
  const scores = Float64Array.from({ length: place + 1 }, (_, j) => {
    const key = (2 * j * G + Math.floor(h / (H / G))) * P;
    let dot = 0;
    for (let i = 0; i < P; i++) dot += q[i]! * cache[key + i]!;
    return dot / Math.sqrt(P);
  });
  const most = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
