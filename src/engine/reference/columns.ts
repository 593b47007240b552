import type { ColumnsArgs } from '../ops';
import { dataOf } from './tensor';

/** out[t] = the `width` numbers of row t of the input from `first` on. */
export function columns({ rows, input, first, stride, width, out }: ColumnsArgs): void {
  const from = dataOf(input); // rows of `stride`
  const to = dataOf(out); // (L, width)
  for (let t = 0; t < rows; t++) {
    const at = t * stride + first;
    to.set(from.subarray(at, at + width), t * width);
  }
}
