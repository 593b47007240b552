import { Lanes } from './lanes';

/** 1 / √(mean(x²) + ε) of `length` numbers; the squares are summed in 16 places. */
export function inverseRms(x: usize, length: i32, epsilon: f32): f32 {
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let i = 0;
  let at = x;
  for (; i + 16 <= length; i += 16) {
    const v0 = v128.load(at);
    const v1 = v128.load(at, 16);
    const v2 = v128.load(at, 32);
    const v3 = v128.load(at, 48);
    a = f32x4.add(a, f32x4.mul(v0, v0));
    b = f32x4.add(b, f32x4.mul(v1, v1));
    c = f32x4.add(c, f32x4.mul(v2, v2));
    d = f32x4.add(d, f32x4.mul(v3, v3));
    at += 64;
  }
  for (; i < length; i += 4) {
    const v = Lanes.load(at, length - i);
    a = f32x4.add(a, f32x4.mul(v, v));
    at += 16;
  }
  const sum = Lanes.sum(f32x4.add(f32x4.add(a, b), f32x4.add(c, d)));
  return 1 / sqrt<f32>(sum / <f32>length + epsilon);
}

/** out = x / √(mean(x²) + ε) · weight for rows of `cols` numbers that begin `stride` numbers apart; out (rows, cols). */
export function rmsNorm(
  rows: i32,
  x: usize,
  stride: i32,
  cols: i32,
  weight: usize,
  epsilon: f32,
  out: usize,
): void {
  for (let t = 0; t < rows; t++) {
    const scale = f32x4.splat(inverseRms(x, cols, epsilon));
    for (let i = 0; i < cols; i += 4) {
      const at = (<usize>i) << 2;
      const count = cols - i;
      const v = f32x4.mul(Lanes.load(x + at, count), scale);
      Lanes.store(out + at, f32x4.mul(v, Lanes.load(weight + at, count)), count);
    }
    x += (<usize>stride) << 2;
    out += (<usize>cols) << 2;
  }
}
