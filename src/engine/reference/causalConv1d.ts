import type { CausalConv1dArgs } from '../ops';
import { silu } from './math';
import { dataOf } from './tensor';

/** Depthwise causal convolution of width K over time, then SiLU (Mamba §3.4). Carries the last K − 1 inputs. */
export function causalConv1d(args: CausalConv1dArgs): void {
  const { rows, firstColumn = 0, weight, bias, state, out } = args;
  const input = dataOf(args.input); // (L, stride)
  const w = dataOf(weight); // (E, K)
  const b = dataOf(bias); // (E)
  const past = dataOf(state); // (E, K − 1)
  const to = dataOf(out); // (L, E)
  const kept = args.sum && dataOf(args.sum); // (L, E)
  const E = b.length;
  const K = weight.shape[1]!;
  const P = K - 1;
  const stride = args.input.shape.at(-1)!;
  /** Input at time t of this call; negative times lie in the carried state. */
  const at = (t: number, e: number): number =>
    t < 0 ? past[e * P + P + t]! : input[t * stride + firstColumn + e]!;
  for (let e = 0; e < E; e++) {
    for (let t = 0; t < rows; t++) {
      let sum = b[e]!;
      for (let k = 0; k < K; k++) sum += w[e * K + k]! * at(t - P + k, e);
      to[t * E + e] = silu(sum);
      if (kept) kept[t * E + e] = sum;
    }
    const next = Array.from({ length: P }, (_, i) => at(rows - P + i, e));
    past.set(next, e * P);
  }
}
