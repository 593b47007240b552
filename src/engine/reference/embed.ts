import type { EmbedArgs } from '../ops';
import { dataOf, wordsOf } from './tensor';

/** out[t] = table[ids[t]]. */
export function embed({ ids, table, out }: EmbedArgs): void {
  const D = table.cols;
  const from = dataOf(table); // (V, D)
  const to = dataOf(out); // (L, D)
  const tokens = 'label' in ids ? lastOf(wordsOf(ids)) : ids;
  tokens.forEach((id, t) => to.set(from.subarray(id * D, (id + 1) * D), t * D));
}

const lastOf = (words: Uint32Array): number[] => [words[words[0]!]!];
