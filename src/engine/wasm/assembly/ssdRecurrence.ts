import { Lanes } from './lanes';

/**
 * SSD token by token (Mamba-2, arXiv 2405.21060, §2, eq. 1): h = exp(ΔA) h + Δ x ⊗ B, y = C·h + D x, four states side by
 * side. x (rows, ≥ E) with `stride` numbers a row, B and C rows of G·N numbers that begin `bStride` and `cStride` numbers
 * apart, 0 for one that is held, delta and exponent from ssdDelta, ssm (H, 3), gain (H), h (H, P, N), y (rows, E). Planes to
 * be written, 0 if not: moved, norm (rows, E), states (rows, E, N).
 */
export function ssdRecurrence(
  rows: i32,
  H: i32,
  P: i32,
  N: i32,
  G: i32,
  x: usize,
  stride: i32,
  B: usize,
  bStride: i32,
  C: usize,
  cStride: i32,
  delta: usize,
  exponent: usize,
  ssm: usize,
  gain: usize,
  h: usize,
  y: usize,
  moved: usize,
  norm: usize,
  states: usize,
): void {
  // From here on it holds Ā = exp(ΔA).
  for (let i = 0; i < rows * ((H + 3) & ~3); i += 4) {
    const at = exponent + ((<usize>i) << 2);
    v128.store(at, Lanes.exp(v128.load(at)));
  }
  if (moved | norm | states) {
    // prettier-ignore
    Recurrence.run(rows, H, P, N, G, x, stride, B, bStride, C, cStride, delta, exponent, ssm, gain, h, y, true, moved, norm, states);
  } else {
    // prettier-ignore
    Recurrence.run(rows, H, P, N, G, x, stride, B, bStride, C, cStride, delta, exponent, ssm, gain, h, y, false, 0, 0, 0);
  }
}

abstract class Recurrence {
  @inline
  static run(
    rows: i32,
    H: i32,
    P: i32,
    N: i32,
    G: i32,
    x: usize,
    stride: i32,
    B: usize,
    bStride: i32,
    C: usize,
    cStride: i32,
    delta: usize,
    exponent: usize,
    ssm: usize,
    gain: usize,
    h: usize,
    y: usize,
    probed: bool,
    moved: usize,
    norm: usize,
    states: usize,
  ): void {
    const E = H * P;
    const xRow = (<usize>stride) << 2;
    const bRow = (<usize>bStride) << 2;
    const cRow = (<usize>cStride) << 2;
    const hRow = (<usize>N) << 2;
    const yRow = (<usize>E) << 2;
    const deltaRow = (<usize>((H + 3) & ~3)) << 2;
    for (let k = 0; k < H; k++) {
      const D = load<f32>(ssm + <usize>k * 12, 4);
      const factor = load<f32>(gain + ((<usize>k) << 2));
      const group = (<usize>((k / (H / G)) * N)) << 2;
      for (let e = k * P; e < (k + 1) * P; e++) {
        const state = h + <usize>e * hRow;
        let b = B + group;
        let c = C + group;
        let step = delta + ((<usize>k) << 2);
        let decay = exponent + ((<usize>k) << 2);
        let from = x + ((<usize>e) << 2);
        let at = (<usize>e) << 2;
        for (let t = 0; t < rows; t++) {
          const xt = load<f32>(from);
          const Abar = Lanes.splat(decay);
          const input = f32x4.splat(load<f32>(step) * xt);
          // Two sums in turn: one would make each addition wait for the one before.
          let sum = f32x4.splat(0);
          let other = sum;
          let change = sum;
          let size = sum;
          for (let n = 0; n < N; n += 4) {
            const count = N - n;
            const i = (<usize>n) << 2;
            const before = Lanes.load(state + i, count);
            const after = f32x4.add(
              f32x4.mul(Abar, before),
              f32x4.mul(input, Lanes.load(b + i, count)),
            );
            Lanes.store(state + i, after, count);
            const longer = f32x4.add(other, f32x4.mul(Lanes.load(c + i, count), after));
            other = sum;
            sum = longer;
            if (probed) {
              const difference = f32x4.sub(after, before);
              change = f32x4.add(change, f32x4.mul(difference, difference));
              size = f32x4.add(size, f32x4.mul(after, after));
              if (states) Lanes.store(states + at * <usize>N + i, after, count);
            }
          }
          store<f32>(y + at, factor * (Lanes.sum(f32x4.add(sum, other)) + D * xt));
          if (probed) {
            if (moved) store<f32>(moved + at, Lanes.sum(change));
            if (norm) store<f32>(norm + at, Lanes.sum(size));
          }
          b += bRow;
          c += cRow;
          step += deltaRow;
          decay += deltaRow;
          from += xRow;
          at += yRow;
        }
      }
    }
  }
}
