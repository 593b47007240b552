import { Lanes } from './lanes';
import { tile } from './tile';

/** to[c][r] = from[r][c]; rows begin `fromRow` and `toRow` bytes apart. */
export function transpose(
  from: usize,
  rows: i32,
  cols: i32,
  fromRow: usize,
  to: usize,
  toRow: usize,
): void {
  for (let r = 0; r < rows; r++) {
    let at = to + ((<usize>r) << 2);
    for (let c: usize = 0; c < (<usize>cols) << 2; c += 4) {
      store<f32>(at, load<f32>(from + c));
      at += toRow;
    }
    from += fromRow;
  }
}

/** CB_ij = C_i·B_j in all tiles that hold a j ≤ i: C (Q4, N), Bt (N4, Q8), CB (Q4, Q8). */
export function scores(length: i32, N: i32, C: usize, Bt: usize, Q8: i32, CB: usize): void {
  const row = (<usize>Q8) << 2;
  const cRow = (<usize>N) << 2;
  for (let i = 0; i < length; i += 4) {
    const at = CB + <usize>i * row;
    for (let j = 0; j < i + 4; j += 8) {
      const column = (<usize>j) << 2;
      tile(C + <usize>i * cRow, cRow, 4, Bt + column, row, N, at + column, row);
    }
  }
}

/** weights_ij = CB_ij exp(a_i − a_j) Δ_j for j ≤ i, and zeros to the end of the tile of i. */
export function weigh(
  length: i32,
  a: usize,
  steps: usize,
  CB: usize,
  Q8: i32,
  weights: usize,
): void {
  for (let i = 0; i < length; i++) {
    const ai = f64x2.splat(load<f64>(a + ((<usize>i) << 3)));
    const row = (<usize>(i * Q8)) << 2;
    const last = i32x4.splat(i);
    let column = i32x4(0, 1, 2, 3);
    for (let j: usize = 0; j <= <usize>i; j += 4) {
      const low = f32x4.demote_f64x2_zero(f64x2.sub(ai, v128.load(a + (j << 3))));
      const high = f32x4.demote_f64x2_zero(f64x2.sub(ai, v128.load(a + (j << 3), 16)));
      const difference = v128.shuffle<f32>(low, high, 0, 1, 4, 5);
      const L = Lanes.exp(f32x4.pmin(difference, f32x4.splat(0)));
      const weight = f32x4.mul(
        f32x4.mul(v128.load(CB + row + (j << 2)), L),
        v128.load(steps + (j << 2)),
      );
      const reached = i32x4.le_s(column, last);
      v128.store(weights + row + (j << 2), v128.and(weight, reached));
      column = i32x4.add(column, i32x4.splat(4));
    }
  }
}

/** Y_i = gain·(Σ_{j≤i} weights_ij x_j + exp(a_i) C_i·h + D x_i), a row `outRow` bytes after the other. */
export function outputs(
  length: i32,
  P: i32,
  N: i32,
  weights: usize,
  Q8: i32,
  x: usize,
  C: usize,
  ht: usize,
  a: usize,
  D: f32,
  gain: f32,
  out: usize,
  outRow: usize,
  sums: usize,
): void {
  const wRow = (<usize>Q8) << 2;
  const cRow = (<usize>N) << 2;
  const xRow = (<usize>((P + 7) & ~7)) << 2;
  for (let i = 0; i < length; i += 4) {
    const here = min(4, length - i);
    for (let p = 0; p < P; p += 8) {
      const column = (<usize>p) << 2;
      tile(weights + <usize>i * wRow, wRow, 4, x + column, xRow, min(i + 4, length), sums, 32);
      tile(C + <usize>i * cRow, cRow, 4, ht + column, xRow, N, sums + 128, 32);
      for (let r = 0; r < here; r++) {
        const decay = <f32>Math.exp(Math.min(0, load<f64>(a + ((<usize>(i + r)) << 3))));
        for (let half = 0; half < 8 && p + half < P; half += 4) {
          const at = sums + ((<usize>r) << 5) + ((<usize>half) << 2);
          const own = f32x4.mul(
            f32x4.splat(D),
            v128.load(x + <usize>(i + r) * xRow + column + ((<usize>half) << 2)),
          );
          const carried = f32x4.mul(f32x4.splat(decay), v128.load(at, 128));
          const sum = f32x4.add(f32x4.add(v128.load(at), own), carried);
          const gained = f32x4.mul(f32x4.splat(gain), sum);
          const to = out + <usize>(i + r) * outRow + column + ((<usize>half) << 2);
          Lanes.store(to, gained, P - p - half);
        }
      }
    }
  }
}

/** h′ = decay h + Σ_j B_j ⊗ input_j: Bt (N4, Q8), input (Q, P8), ht (N4, P8). */
export function passOn(
  length: i32,
  P: i32,
  N: i32,
  decay: f32,
  Bt: usize,
  Q8: i32,
  input: usize,
  ht: usize,
  sums: usize,
): void {
  const bRow = (<usize>Q8) << 2;
  const row = (<usize>((P + 7) & ~7)) << 2;
  for (let n = 0; n < N; n += 4) {
    for (let p: usize = 0; p < row; p += 32) {
      tile(Bt + <usize>n * bRow, bRow, 4, input + p, row, length, sums, 32);
      for (let r: usize = 0; r < 4; r++) {
        const at = ht + (<usize>n + r) * row + p;
        const from = sums + (r << 5);
        v128.store(at, f32x4.add(f32x4.mul(f32x4.splat(decay), v128.load(at)), v128.load(from)));
        v128.store(
          at,
          f32x4.add(f32x4.mul(f32x4.splat(decay), v128.load(at, 16)), v128.load(from, 16)),
          16,
        );
      }
    }
  }
}
