/**
 * Four f32 side by side: what every kernel here is written with. Static methods, since those may bear @inline in
 * plain TypeScript syntax: a call in the middle of a loop would spill every vector register.
 *
 * exp2, exp, softplus and silu are polynomials of our own, fitted by weighted least squares (Lawson's iteration)
 * to the least largest relative error, coefficients rounded to f32. Each is within 3e-7 of the true value, relatively;
 * results below 2⁻¹²⁵ are flushed to zero, which spares the slow path of subnormal numbers.
 */
/** ln 2 in two parts; the first has few enough bits that its product with a whole number below 2⁸ is exact. */
const LN2_HIGH: f32 = 0.693359375;
const LN2_LOW: f32 = -2.1219444e-4;
/** 1.5 · 2²³: added to a small number it leaves the nearest whole number in the low bits. */
const ROUNDER: f32 = 12582912.0;

export abstract class Lanes {
  /** The first `count` lanes from memory, zeros after them. */
  @inline
  static load(from: usize, count: i32): v128 {
    if (count >= 4) return v128.load(from);
    let v = v128.load32_zero(from);
    if (count > 1) v = v128.load_lane<f32>(from + 4, v, 1);
    if (count > 2) v = v128.load_lane<f32>(from + 8, v, 2);
    return v;
  }

  /** Writes the first `count` lanes. */
  @inline
  static store(to: usize, v: v128, count: i32): void {
    if (count >= 4) {
      v128.store(to, v);
      return;
    }
    v128.store_lane<f32>(to, v, 0);
    if (count > 1) v128.store_lane<f32>(to + 4, v, 1);
    if (count > 2) v128.store_lane<f32>(to + 8, v, 2);
  }

  /** `count` numbers that lie `stride` bytes apart, zeros after them. */
  @inline
  static gather(from: usize, stride: usize, count: i32): v128 {
    let v = v128.load32_zero(from);
    if (count > 1) v = v128.load_lane<f32>(from + stride, v, 1);
    if (count > 2) v = v128.load_lane<f32>(from + 2 * stride, v, 2);
    if (count > 3) v = v128.load_lane<f32>(from + 3 * stride, v, 3);
    return v;
  }

  /** Writes `count` lanes `stride` bytes apart. */
  @inline
  static scatter(to: usize, stride: usize, v: v128, count: i32): void {
    v128.store_lane<f32>(to, v, 0);
    if (count > 1) v128.store_lane<f32>(to + stride, v, 1);
    if (count > 2) v128.store_lane<f32>(to + 2 * stride, v, 2);
    if (count > 3) v128.store_lane<f32>(to + 3 * stride, v, 3);
  }

  /** One number in all lanes. */
  @inline
  static splat(from: usize): v128 {
    return v128.load32_splat(from);
  }

  /** The sum of the lanes. */
  @inline
  static sum(v: v128): f32 {
    const pairs = f32x4.add(
      v,
      i8x16.shuffle(v, v, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7),
    );
    return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
  }

  /**
   * 2 · 2^f for |f| ≤ ½, within 2e-9 before rounding; exactly 2 at 0. The powers are summed as a tree (Estrin): a chain
   * would take twice as long, and a processor can only hold so many waiting operations.
   */
  @inline
  static twiceExp2Near0(f: v128): v128 {
    const f2 = f32x4.mul(f, f);
    const c01 = f32x4.add(f32x4.splat(2), f32x4.mul(f, f32x4.splat(2 * 0.6931471824645996)));
    const c23 = f32x4.add(
      f32x4.splat(2 * 0.24022647738456726),
      f32x4.mul(f, f32x4.splat(2 * 0.055503323674201965)),
    );
    const c45 = f32x4.add(
      f32x4.splat(2 * 0.00961843691766262),
      f32x4.mul(f, f32x4.splat(2 * 0.0013398873852565885)),
    );
    const c456 = f32x4.add(c45, f32x4.mul(f2, f32x4.splat(2 * 0.00015353361959569156)));
    const c03 = f32x4.add(c01, f32x4.mul(f2, c23));
    return f32x4.add(c03, f32x4.mul(f32x4.mul(f2, f2), c456));
  }

  /** 2^(n − 1) of the whole number that `rounded` has in its low bits: n put into the exponent's place, 0 for n ≤ −126. */
  @inline
  static halfPower(rounded: v128): v128 {
    return i32x4.shl(i32x4.add(rounded, i32x4.splat(126)), 23);
  }

  /** 2^v for v ≤ 128: 0 below −126. Not a number stays so. */
  @inline
  static exp2(v: v128): v128 {
    const rounded = f32x4.add(v, f32x4.splat(ROUNDER));
    const f = f32x4.sub(v, f32x4.sub(rounded, f32x4.splat(ROUNDER)));
    const power = f32x4.mul(Lanes.twiceExp2Near0(f), Lanes.halfPower(rounded));
    // What lies far below has no business in the exponent's bits.
    return v128.andnot(power, f32x4.lt(v, f32x4.splat(-126)));
  }

  /** e^v: 0 below −86.98, infinity above 88.72. Not a number stays so. */
  @inline
  static exp(v: v128): v128 {
    const x = f32x4.pmin(f32x4.pmax(v, f32x4.splat(-87.33)), f32x4.splat(89.4));
    const rounded = f32x4.add(f32x4.mul(x, f32x4.splat(Mathf.LOG2E)), f32x4.splat(ROUNDER));
    const n = f32x4.sub(rounded, f32x4.splat(ROUNDER));
    // v − n ln 2 without losing bits, then as a power of two.
    const r = f32x4.sub(
      f32x4.sub(x, f32x4.mul(n, f32x4.splat(LN2_HIGH))),
      f32x4.mul(n, f32x4.splat(LN2_LOW)),
    );
    const f = f32x4.mul(r, f32x4.splat(Mathf.LOG2E));
    return f32x4.mul(Lanes.twiceExp2Near0(f), Lanes.halfPower(rounded));
  }

  /** v·σ(v). */
  @inline
  static silu(v: v128): v128 {
    return f32x4.div(v, f32x4.add(f32x4.splat(1), Lanes.exp(f32x4.neg(v))));
  }

  /**
   * log(1 + e^v) = max(v, 0) + log(1 + e), e = e^−|v| ≤ 1, and log(1 + e) = 2 artanh(s), s = e/(2 + e) ≤ ⅓: the series
   * of artanh needs no logarithm, never overflows and keeps its relative precision however small e is.
   */
  @inline
  static softplus(v: v128): v128 {
    const e = Lanes.exp(f32x4.neg(f32x4.abs(v)));
    const s = f32x4.div(e, f32x4.add(f32x4.splat(2), e));
    const z = f32x4.mul(s, s);
    let p = f32x4.splat(0.14012229442596436);
    p = f32x4.add(f32x4.mul(p, z), f32x4.splat(0.13999570906162262));
    p = f32x4.add(f32x4.mul(p, z), f32x4.splat(0.20010849833488464));
    p = f32x4.add(f32x4.mul(p, z), f32x4.splat(0.3333320617675781));
    p = f32x4.add(f32x4.mul(p, z), f32x4.splat(1));
    const log = f32x4.mul(f32x4.add(s, s), p);
    return f32x4.add(f32x4.pmax(v, f32x4.splat(0)), log);
  }
}
