import { Lanes } from './lanes';

/**
 * Depthwise causal convolution of width K over time, then SiLU, four channels at a time: input (rows, stride) from its
 * first channel on, weight (E, K), bias (E), state (E, K − 1) oldest first, out (rows, E). The sums before SiLU go to
 * `sums`, (rows, E), unless that is 0. `scratch` takes 4 (2K − 1 + rows) numbers.
 */
export function causalConv1d(
  rows: i32,
  input: usize,
  stride: i32,
  E: i32,
  K: i32,
  weight: usize,
  bias: usize,
  state: usize,
  out: usize,
  sums: usize,
  scratch: usize,
): void {
  const P = K - 1;
  const weights = scratch; // (K, 4)
  const line = scratch + ((<usize>K) << 4); // (K − 1 + rows, 4): past inputs, then these
  for (let e = 0; e < E; e += 4) {
    const count = E - e;
    for (let k = 0; k < K; k++) {
      const from = weight + ((<usize>e * K + k) << 2);
      v128.store(weights + ((<usize>k) << 4), Lanes.gather(from, (<usize>K) << 2, count));
    }
    for (let i = 0; i < P; i++) {
      const from = state + ((<usize>e * P + i) << 2);
      v128.store(line + ((<usize>i) << 4), Lanes.gather(from, (<usize>P) << 2, count));
    }
    const b = Lanes.load(bias + ((<usize>e) << 2), count);
    let from = input + ((<usize>e) << 2);
    let at = (<usize>e) << 2;
    let newest = line + ((<usize>P) << 4);
    for (let t = 0; t < rows; t++) {
      v128.store(newest, Lanes.load(from, count));
      let sum = b;
      let past = newest - ((<usize>P) << 4);
      for (let k = weights; k < line; k += 16) {
        sum = f32x4.add(sum, f32x4.mul(v128.load(k), v128.load(past)));
        past += 16;
      }
      Lanes.store(out + at, Lanes.silu(sum), count);
      if (sums) Lanes.store(sums + at, sum, count);
      newest += 16;
      from += (<usize>stride) << 2;
      at += (<usize>E) << 2;
    }
    for (let i = 0; i < P; i++) {
      const last = v128.load(line + ((<usize>(rows + i)) << 4));
      Lanes.scatter(state + ((<usize>e * P + i) << 2), (<usize>P) << 2, last, count);
    }
  }
}
