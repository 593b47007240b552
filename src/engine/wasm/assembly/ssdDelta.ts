import { Lanes } from './lanes';
import { Turns } from './turn';

/**
 * Δ of every token and head, and its exponent ΔA (Mamba-2): Δ = clamp(softplus(dt + bias), low, high), with dt the last
 * H of `stride` columns of zxbcdt and A_log | D | bias the rows of ssm, (H, 3); turn as in turn.ts. Both (rows, H4), where
 * H4 is H rounded up to a multiple of 4.
 */
export function ssdDelta(
  rows: i32,
  H: i32,
  zxbcdt: usize,
  stride: i32,
  ssm: usize,
  low: f32,
  high: f32,
  turn: usize,
  delta: usize,
  exponent: usize,
): void {
  const H4 = (H + 3) & ~3;
  for (let k = 0; k < H; k += 4) {
    const count = H - k;
    const parameters = ssm + <usize>k * 12;
    const bias = Lanes.gather(parameters + 8, 12, count);
    // −exp(A_log) once a head, as precisely as the reference does.
    let A = f32x4.splat(<f32>-Math.exp(load<f32>(parameters)));
    if (count > 1) A = f32x4.replace_lane(A, 1, <f32>-Math.exp(load<f32>(parameters, 12)));
    if (count > 2) A = f32x4.replace_lane(A, 2, <f32>-Math.exp(load<f32>(parameters, 24)));
    if (count > 3) A = f32x4.replace_lane(A, 3, <f32>-Math.exp(load<f32>(parameters, 36)));
    A = f32x4.mul(A, Turns.aFactor(turn, H, k, count));
    let dt = zxbcdt + ((<usize>(stride - H + k)) << 2);
    let at = (<usize>k) << 2;
    for (let t = 0; t < rows; t++) {
      const open = Lanes.softplus(f32x4.add(Lanes.load(dt, count), bias));
      const clamped = f32x4.pmin(f32x4.pmax(open, f32x4.splat(low)), f32x4.splat(high));
      const step = Turns.delta(turn, H, k, count, clamped);
      v128.store(delta + at, step);
      v128.store(exponent + at, f32x4.mul(step, A));
      dt += (<usize>stride) << 2;
      at += (<usize>H4) << 2;
    }
  }
}
