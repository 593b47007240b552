import type { EmbedArgs } from '../ops';
import { dataOf } from './tensor';

/** out[t] = table[ids[t]]. */
export function embed({ ids, table, out }: EmbedArgs): void {
  const D = table.cols;
  const from = dataOf(table); // (V, D)
  const to = dataOf(out); // (L, D)
  ids.forEach((id, t) => to.set(from.subarray(id * D, (id + 1) * D), t * D));
}
