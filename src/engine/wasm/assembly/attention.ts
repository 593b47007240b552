import { Lanes } from './lanes';

/**
 * Causal attention of rows whose keys and values are in the cache: y = softmax(q·k / √P) v. q (rows, ≥ H·P) with
 * `stride` numbers a row, rotated; cache (capacity, 2·G·P): keys | values; the first row's token stands at `place`; y
 * (rows, H·P). `scores` takes place + rows + 3 numbers: those of one head and row, which become its probabilities.
 */
export function attention(
  rows: i32,
  place: i32,
  H: i32,
  G: i32,
  P: i32,
  q: usize,
  stride: i32,
  cache: usize,
  y: usize,
  scores: usize,
): void {
  const row = (<usize>(2 * G * P)) << 2; // of the cache, in bytes
  for (let h = 0; h < H; h++) {
    const keys = cache + ((<usize>(h / (H / G)) * P) << 2);
    const values = keys + (row >> 1);
    for (let t = 0; t < rows; t++) {
      const from = q + ((<usize>(t * stride + h * P)) << 2);
      const count = place + t + 1;
      const sum = Head.probabilities(from, keys, row, count, P, scores);
      Head.mean(values, row, count, P, scores, sum, y + ((<usize>((t * H + h) * P)) << 2));
    }
  }
}

abstract class Head {
  /** exp(q·k / √P − max) of every key, zeros up to a multiple of four; returns their sum. */
  @inline
  static probabilities(q: usize, keys: usize, row: usize, count: i32, P: i32, scores: usize): f32 {
    const scale: f32 = 1 / sqrt<f32>(<f32>P);
    let most: f32 = -Infinity;
    let key = keys;
    for (let j = 0; j < count; j++) {
      // Two sums in turn: one would make each addition wait for the one before.
      let a = f32x4.splat(0);
      let b = a;
      for (let i = 0; i < P; i += 4) {
        const at = (<usize>i) << 2;
        const longer = f32x4.add(
          b,
          f32x4.mul(Lanes.load(q + at, P - i), Lanes.load(key + at, P - i)),
        );
        b = a;
        a = longer;
      }
      const score = Lanes.sum(f32x4.add(a, b)) * scale;
      store<f32>(scores + ((<usize>j) << 2), score);
      most = max<f32>(most, score);
      key += row;
    }
    const end = (count + 3) & ~3;
    for (let j = count; j < end; j++) store<f32>(scores + ((<usize>j) << 2), -Infinity);
    const highest = f32x4.splat(most);
    let sum = f32x4.splat(0);
    for (let j = 0; j < end; j += 4) {
      const at = scores + ((<usize>j) << 2);
      const power = Lanes.exp(f32x4.sub(v128.load(at), highest));
      v128.store(at, power);
      sum = f32x4.add(sum, power);
    }
    return Lanes.sum(sum);
  }

  /** Σ_j weight_j · value_j / sum, sixteen numbers of the head at a time. */
  @inline
  static mean(
    values: usize,
    row: usize,
    count: i32,
    P: i32,
    weights: usize,
    sum: f32,
    out: usize,
  ): void {
    const share = f32x4.splat(1 / sum);
    const end = weights + ((<usize>count) << 2);
    let i = 0;
    for (; i + 16 <= P; i += 16) {
      const at = (<usize>i) << 2;
      let a = f32x4.splat(0);
      let b = a;
      let c = a;
      let d = a;
      let value = values + at;
      for (let w = weights; w < end; w += 4) {
        const weight = v128.load32_splat(w);
        a = f32x4.add(a, f32x4.mul(weight, v128.load(value)));
        b = f32x4.add(b, f32x4.mul(weight, v128.load(value, 16)));
        c = f32x4.add(c, f32x4.mul(weight, v128.load(value, 32)));
        d = f32x4.add(d, f32x4.mul(weight, v128.load(value, 48)));
        value += row;
      }
      v128.store(out + at, f32x4.mul(a, share));
      v128.store(out + at, f32x4.mul(b, share), 16);
      v128.store(out + at, f32x4.mul(c, share), 32);
      v128.store(out + at, f32x4.mul(d, share), 48);
    }
    for (; i < P; i += 4) {
      const at = (<usize>i) << 2;
      let a = f32x4.splat(0);
      let value = values + at;
      for (let w = weights; w < end; w += 4) {
        a = f32x4.add(a, f32x4.mul(v128.load32_splat(w), Lanes.load(value, P - i)));
        value += row;
      }
      Lanes.store(out + at, f32x4.mul(a, share), P - i);
    }
  }
}
