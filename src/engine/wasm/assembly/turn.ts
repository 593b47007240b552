import { Lanes } from './lanes';

/**
 * A turn's table, laid out as `Turn` in ops.ts says: factor on Δ (U) | factor on A (U) | gain (U) | held Δ (U), −1 where
 * there is none | B (S) | C (S). Here four units of it side by side, from unit u on, of which `count` exist.
 */
export abstract class Turns {
  @inline
  static deltaFactor(turn: usize, u: i32, count: i32): v128 {
    return Lanes.load(turn + ((<usize>u) << 2), count);
  }

  @inline
  static aFactor(turn: usize, U: i32, u: i32, count: i32): v128 {
    return Lanes.load(turn + ((<usize>(U + u)) << 2), count);
  }

  @inline
  static gain(turn: usize, U: i32, u: i32, count: i32): v128 {
    return Lanes.load(turn + ((<usize>(2 * U + u)) << 2), count);
  }

  @inline
  static heldDelta(turn: usize, U: i32, u: i32, count: i32): v128 {
    return Lanes.load(turn + ((<usize>(3 * U + u)) << 2), count);
  }

  /** Δ of units whose own at this token is `own`. */
  @inline
  static delta(turn: usize, U: i32, u: i32, count: i32, own: v128): v128 {
    const held = Turns.heldDelta(turn, U, u, count);
    const step = v128.bitselect(held, own, f32x4.ge(held, f32x4.splat(0)));
    return f32x4.mul(step, Turns.deltaFactor(turn, u, count));
  }
}
