import { Lanes } from './lanes';
import { tile } from './tile';

/**
 * A weight matrix (M, K) lies in panels of 8 outputs: panel after panel, in each for every k the eight weights of its
 * outputs, 32 bytes; outputs beyond M are zeros. Weights are read once, front to back, whether for one row or for many.
 * Each output is one sum over k in order, so that a row gives the same bits alone as among others.
 */
abstract class Panel {
  /** Writes up to 8 outputs: sums (+ bias) (+ what is there). */
  @inline
  static finish(a: v128, b: v128, bias: usize, out: usize, add: bool, count: i32): void {
    if (bias) {
      a = f32x4.add(a, Lanes.load(bias, count));
      if (count > 4) b = f32x4.add(b, Lanes.load(bias + 16, count - 4));
    }
    if (add) {
      a = f32x4.add(a, Lanes.load(out, count));
      if (count > 4) b = f32x4.add(b, Lanes.load(out + 16, count - 4));
    }
    Lanes.store(out, a, count);
    if (count > 4) Lanes.store(out + 16, b, count - 4);
  }
}

/** out = x Wᵀ (+ bias) (+ out): x (rows, ≥ K) with `stride` numbers a row, out (rows, M), bias 0 if none, room for 32 numbers at `sums`. */
export function linear(
  rows: i32,
  x: usize,
  stride: i32,
  weight: usize,
  M: i32,
  K: i32,
  bias: usize,
  out: usize,
  add: bool,
  sums: usize,
): void {
  const xRow = (<usize>stride) << 2;
  const outRow = (<usize>M) << 2;
  const tiled = rows & ~3;
  // Panel by panel: the panel stays in the nearest cache while all rows pass by.
  const last = rows < 4 ? 0 : M;
  for (let m = 0; m < last; m += 8) {
    const panel = weight + ((<usize>m * K) << 2);
    const b = bias ? bias + ((<usize>m) << 2) : 0;
    let at = out + ((<usize>m) << 2);
    for (let t = 0; t < tiled; t += 4) {
      tile(x + <usize>t * xRow, xRow, 4, panel, 32, K, sums, 32);
      for (let r: usize = 0; r < 128; r += 32) {
        Panel.finish(v128.load(sums + r), v128.load(sums + r, 16), b, at, add, M - m);
        at += outRow;
      }
    }
  }
  for (let t = tiled; t < rows; t++) {
    linearStep(x + <usize>t * xRow, weight, M, K, bias, out + <usize>t * outRow, add);
  }
}

/** The same for one row. Bound by the reading of weights: four panels at once, so that four streams are under way. */
function linearStep(
  x: usize,
  weight: usize,
  M: i32,
  K: i32,
  bias: usize,
  out: usize,
  add: bool,
): void {
  const panel = (<usize>K) << 5;
  const end = x + ((<usize>K) << 2);
  let w = weight;
  let m = 0;
  for (; m + 24 < M; m += 32) {
    let a0 = f32x4.splat(0);
    let a1 = a0;
    let b0 = a0;
    let b1 = a0;
    let c0 = a0;
    let c1 = a0;
    let d0 = a0;
    let d1 = a0;
    let wb = w + panel;
    let wc = wb + panel;
    let wd = wc + panel;
    for (let k = x; k < end; k += 4) {
      const s = v128.load32_splat(k);
      a0 = f32x4.add(a0, f32x4.mul(s, v128.load(w)));
      a1 = f32x4.add(a1, f32x4.mul(s, v128.load(w, 16)));
      b0 = f32x4.add(b0, f32x4.mul(s, v128.load(wb)));
      b1 = f32x4.add(b1, f32x4.mul(s, v128.load(wb, 16)));
      c0 = f32x4.add(c0, f32x4.mul(s, v128.load(wc)));
      c1 = f32x4.add(c1, f32x4.mul(s, v128.load(wc, 16)));
      d0 = f32x4.add(d0, f32x4.mul(s, v128.load(wd)));
      d1 = f32x4.add(d1, f32x4.mul(s, v128.load(wd, 16)));
      w += 32;
      wb += 32;
      wc += 32;
      wd += 32;
    }
    w = wd;
    const at = (<usize>m) << 2;
    const b = bias ? bias + at : 0;
    Panel.finish(a0, a1, b, out + at, add, 8);
    Panel.finish(b0, b1, b ? b + 32 : 0, out + at + 32, add, 8);
    Panel.finish(c0, c1, b ? b + 64 : 0, out + at + 64, add, 8);
    Panel.finish(d0, d1, b ? b + 96 : 0, out + at + 96, add, M - m - 24);
  }
  for (; m < M; m += 8) {
    let a0 = f32x4.splat(0);
    let a1 = a0;
    for (let k = x; k < end; k += 4) {
      const s = v128.load32_splat(k);
      a0 = f32x4.add(a0, f32x4.mul(s, v128.load(w)));
      a1 = f32x4.add(a1, f32x4.mul(s, v128.load(w, 16)));
      w += 32;
    }
    const at = (<usize>m) << 2;
    Panel.finish(a0, a1, bias ? bias + at : 0, out + at, add, M - m);
  }
}
