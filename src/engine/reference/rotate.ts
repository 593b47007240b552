import { angleAt, type AttentionArgs } from '../attentionOps';
import { dataOf, wordsOf } from './tensor';

/** Place in the text of the first row's token. */
export const firstPlace = ({
  position,
  drawn,
}: Pick<AttentionArgs, 'position' | 'drawn'>): number =>
  drawn ? position + wordsOf(drawn)[0]! - 1 : position;

/**
 * RoPE (arXiv 2104.09864, eq. 34) in Llama's order, number i with number i + P/2: q is rotated where it stands, k on its
 * way to the cache; v goes there as it is.
 */
export function rotate(args: AttentionArgs): void {
  const { rows, nHeads: H, nKvHeads: G, headDim: P } = args;
  const qkv = dataOf(args.qkv); // (L, (H + 2G)·P)
  const cache = dataOf(args.cache); // (capacity, 2·G·P)
  const rates = dataOf(args.rates); // (P / 2, 2)
  const half = P / 2;
  const first = firstPlace(args);
  for (let t = 0; t < rows; t++) {
    const from = t * (H + 2 * G) * P;
    const to = (first + t) * 2 * G * P;
    for (let i = 0; i < half; i++) {
      const angle = angleAt(rates, i, first + t);
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      for (let h = 0; h < H + G; h++) {
        const a = qkv[from + h * P + i]!;
        const b = qkv[from + h * P + half + i]!;
        const [into, at] = h < H ? [qkv, from + h * P + i] : [cache, to + (h - H) * P + i];
        into[at] = a * cos - b * sin;
        into[at + half] = b * cos + a * sin;
      }
    }
    const values = from + (H + G) * P;
    cache.set(qkv.subarray(values, values + G * P), to + G * P);
  }
}
