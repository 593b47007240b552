import { Lanes } from './lanes';
import { Turns } from './turn';

/**
 * S4D token by token (arXiv 2206.11893), four channels side by side: with Δ = exp(log_dt) and
 * A = −exp(A_log) + i·A_imag,
 *   Ā = exp(ΔA),  C′ = C(Ā − 1)/A,  h = Ā h + x,  y = (2·Re(Σ_n C′h) + D x)·SiLU(z)
 *
 * Ā and C′ depend on no token. They are worked out in f64, which costs more than a token's recurrence, and kept in
 * `table`, for every four channels: factor on Δ | factor on A | held Δ, for which they hold | Δ | D | Ā real |
 * Ā imaginary | C′ real | C′ imaginary (N each), 5 + 4N vectors. Channels that are turned in another way are worked out
 * anew; a new table is filled with not-a-number, which equals nothing.
 *
 * x (rows, E), z the second half of xz (rows, 2E), ssm (E, 4N + 2), turn as in turn.ts, h (E, 2N), y (rows, E). Planes to
 * be written, 0 if not: delta, moved, norm (rows, E), states (rows, E, 2N), out (rows, E): the SSM's output times the gain,
 * before the gate. `scratch` takes 8N numbers.
 */
export function s4dScan(
  rows: i32,
  E: i32,
  N: i32,
  x: usize,
  xz: usize,
  ssm: usize,
  turn: usize,
  table: usize,
  h: usize,
  y: usize,
  delta: usize,
  moved: usize,
  norm: usize,
  states: usize,
  out: usize,
  scratch: usize,
): void {
  const row = (<usize>E) << 2;
  const stateRow = (<usize>N) << 3;
  const part = (<usize>N) << 4;
  for (let e = 0; e < E; e += 4) {
    const count = E - e;
    const deltaFactor = Turns.deltaFactor(turn, e, count);
    const aFactor = Turns.aFactor(turn, E, e, count);
    const heldDelta = Turns.heldDelta(turn, E, e, count);
    const sameFactors = v128.and(
      f32x4.eq(deltaFactor, v128.load(table)),
      f32x4.eq(aFactor, v128.load(table, 16)),
    );
    const same = v128.and(sameFactors, f32x4.eq(heldDelta, v128.load(table, 32)));
    if (!i32x4.all_true(same)) {
      v128.store(table, deltaFactor);
      v128.store(table, aFactor, 16);
      v128.store(table, heldDelta, 32);
      for (let i = 0; i < min(4, count); i++) {
        const lane = table + ((<usize>i) << 2);
        constants(N, ssm + ((<usize>(e + i) * (4 * N + 2)) << 2), lane);
      }
    }
    for (let n: usize = 0; n < 2 * <usize>N; n++) {
      const from = h + <usize>e * stateRow + (n << 2);
      v128.store(scratch + (n << 4), Lanes.gather(from, stateRow, count));
    }
    const D = v128.load(table, 64);
    const gain = Turns.gain(turn, E, e, count);
    let at = (<usize>e) << 2;
    let gate = xz + row + at;
    for (let t = 0; t < rows; t++) {
      const input = Lanes.load(x + at, count);
      let sum = f32x4.splat(0);
      let change = sum;
      let size = sum;
      let constant = table + 80;
      for (let state = scratch; state < scratch + part; state += 16) {
        const re = v128.load(state);
        const im = v128.load(state + part);
        const aRe = v128.load(constant);
        const aIm = v128.load(constant + part);
        const nextRe = f32x4.add(f32x4.sub(f32x4.mul(aRe, re), f32x4.mul(aIm, im)), input);
        const nextIm = f32x4.add(f32x4.mul(aRe, im), f32x4.mul(aIm, re));
        v128.store(state, nextRe);
        v128.store(state + part, nextIm);
        const cRe = v128.load(constant + 2 * part);
        const cIm = v128.load(constant + 3 * part);
        sum = f32x4.add(sum, f32x4.sub(f32x4.mul(cRe, nextRe), f32x4.mul(cIm, nextIm)));
        const movedRe = f32x4.sub(nextRe, re);
        const movedIm = f32x4.sub(nextIm, im);
        change = f32x4.add(change, f32x4.mul(movedRe, movedRe));
        change = f32x4.add(change, f32x4.mul(movedIm, movedIm));
        size = f32x4.add(size, f32x4.mul(nextRe, nextRe));
        size = f32x4.add(size, f32x4.mul(nextIm, nextIm));
        constant += 16;
      }
      const ungained = f32x4.add(f32x4.add(sum, sum), f32x4.mul(D, input));
      const ssmOut = f32x4.mul(gain, ungained);
      Lanes.store(y + at, f32x4.mul(ssmOut, Lanes.silu(Lanes.load(gate, count))), count);
      if (delta) Lanes.store(delta + at, v128.load(table, 48), count);
      if (moved) Lanes.store(moved + at, change, count);
      if (norm) Lanes.store(norm + at, size, count);
      if (out) Lanes.store(out + at, ssmOut, count);
      if (states) copyOut(scratch, N, states + <usize>(t * E + e) * stateRow, count);
      at += row;
      gate += 2 * row;
    }
    copyOut(scratch, N, h + <usize>e * stateRow, count);
    table += 80 + 4 * part;
  }
}

/** The states of four channels, side by side, to a row a channel. */
function copyOut(scratch: usize, N: i32, to: usize, count: i32): void {
  for (let n: usize = 0; n < 2 * <usize>N; n++) {
    Lanes.scatter(to + (n << 2), (<usize>N) << 3, v128.load(scratch + (n << 4)), count);
  }
}

/** Δ, D, Ā and C′ of one channel from its row of (E, 4N + 2), for the turn that stands in the table. */
function constants(N: i32, from: usize, lane: usize): void {
  const deltaFactor: f64 = load<f32>(lane);
  const aFactor: f64 = load<f32>(lane, 16);
  const heldDelta: f64 = load<f32>(lane, 32);
  const part = (<usize>N) << 2;
  const own = Math.exp(load<f32>(from + 4 * part, 4));
  const delta = (heldDelta >= 0 ? heldDelta : own) * deltaFactor;
  store<f32>(lane, <f32>delta, 48);
  store<f32>(lane, load<f32>(from + 4 * part), 64);
  for (let n = 0; n < N; n++) {
    const re = -Math.exp(load<f32>(from)) * aFactor;
    const im = load<f32>(from + part) * aFactor;
    const size = Math.exp(delta * re);
    const aRe = size * Math.cos(delta * im);
    const aIm = size * Math.sin(delta * im);
    // Ā − 1 without the difference of two numbers near 1: cos − 1 is −2 sin².
    const half = Math.sin((delta * im) / 2);
    const lessOne = Math.expm1(delta * re) * Math.cos(delta * im) - 2 * half * half;
    // (Ā − 1)/A, where A is 0 its limit Δ; then times C.
    const square = re * re + im * im;
    const qRe = square == 0 ? delta : (lessOne * re + aIm * im) / square;
    const qIm = square == 0 ? 0 : (aIm * re - lessOne * im) / square;
    const cRe: f64 = load<f32>(from + 2 * part);
    const cIm: f64 = load<f32>(from + 3 * part);
    const to = lane + 80 + ((<usize>n) << 4);
    store<f32>(to, <f32>aRe);
    store<f32>(to + 4 * part, <f32>aIm);
    store<f32>(to + 8 * part, <f32>(cRe * qRe - cIm * qIm));
    store<f32>(to + 12 * part, <f32>(cRe * qIm + cIm * qRe));
    from += 4;
  }
}
