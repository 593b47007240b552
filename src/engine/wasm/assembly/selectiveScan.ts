import { Lanes } from './lanes';
import { Turns } from './turn';

/**
 * What the scan needs of (E, N + 2): A_log (N) | D | bias of Δ, once and for all: for every four channels, side by side,
 * A·log₂e (N vectors; Ā is a power of two here), D and the bias. `table` takes ⌈E/4⌉ · (N + 2) vectors.
 */
export function selectiveTable(E: i32, N: i32, ssm: usize, table: usize): void {
  for (let e = 0; e < E; e++) {
    const from = ssm + ((<usize>e * (N + 2)) << 2);
    let to = table + ((<usize>(e >> 2) * (N + 2)) << 4) + (((<usize>e) & 3) << 2);
    for (let n = 0; n < N; n++) {
      const A = -Math.exp(load<f32>(from + ((<usize>n) << 2)));
      store<f32>(to, <f32>(A * Math.LOG2E));
      to += 16;
    }
    store<f32>(to, load<f32>(from + ((<usize>N) << 2)));
    store<f32>(to, load<f32>(from + ((<usize>N) << 2), 4), 16);
  }
}

/**
 * The selective scan (Mamba, arXiv 2312.00752, eq. 2 and Algorithm 2), four channels side by side:
 *   Δ = softplus(dt + bias)        Ā = exp(ΔA)        B̄ = ΔB
 *   h = Ā h + B̄ x        y = (C·h + D x)·SiLU(z)
 * x (rows, E), z the second half of xz (rows, 2E), B and C rows of N numbers that begin `bStride` and `cStride` numbers
 * apart, 0 for one that is held, turn as in turn.ts, h (E, N), y (rows, E): dt comes in, the output goes out. Planes to be
 * written, 0 if not: delta, moved, norm (rows, E), states (rows, E, N), out (rows, E): C·h + D x times the gain.
 *
 * Softplus and SiLU have passes of their own, before and after: in the recurrence their long chains of operations would
 * hold up all that follows. `scratch` takes 4N + 2·rows·(E + 20) numbers.
 */
export function selectiveScan(
  rows: i32,
  E: i32,
  N: i32,
  x: usize,
  xz: usize,
  B: usize,
  bStride: i32,
  C: usize,
  cStride: i32,
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
  // Rows begin at different places of the cache's pattern, whatever E is.
  const stepRow = (<usize>(((E + 3) & ~3) + 16)) << 2;
  const steps = scratch + ((<usize>N) << 4); // (rows, stepRow): Δ
  const inputs = steps + <usize>rows * stepRow; // (rows, stepRow): Δ x
  prepare(rows, E, N, x, turn, table, y, delta, steps, inputs, stepRow);
  if (moved | norm | states) {
    // prettier-ignore
    Scan.run(rows, E, N, B, bStride, C, cStride, turn, table, h, y, true, moved, norm, states, steps, inputs, stepRow, scratch);
  } else {
    // prettier-ignore
    Scan.run(rows, E, N, B, bStride, C, cStride, turn, table, h, y, false, 0, 0, 0, steps, inputs, stepRow, scratch);
  }
  finish(rows, E, xz, turn, y, out);
}

/** Δ and Δ x of every token and channel, and y = D x in place of dt, to begin with. */
function prepare(
  rows: i32,
  E: i32,
  N: i32,
  x: usize,
  turn: usize,
  table: usize,
  y: usize,
  delta: usize,
  steps: usize,
  inputs: usize,
  stepRow: usize,
): void {
  for (let t = 0; t < rows; t++) {
    let constants = table + ((<usize>N) << 4);
    for (let e = 0; e < E; e += 4) {
      const count = E - e;
      const column = (<usize>e) << 2;
      const at = ((<usize>t * E) << 2) + column;
      const raw = f32x4.add(Lanes.load(y + at, count), v128.load(constants, 16));
      const step = Turns.delta(turn, E, e, count, Lanes.softplus(raw));
      const xt = Lanes.load(x + at, count);
      v128.store(steps + column, step);
      v128.store(inputs + column, f32x4.mul(step, xt));
      Lanes.store(y + at, f32x4.mul(v128.load(constants), xt), count);
      if (delta) Lanes.store(delta + at, step, count);
      constants += (<usize>(N + 2)) << 4;
    }
    steps += stepRow;
    inputs += stepRow;
  }
}

/** The gain, and y·SiLU(z). */
function finish(rows: i32, E: i32, xz: usize, turn: usize, y: usize, out: usize): void {
  let z = xz + ((<usize>E) << 2);
  for (let t = 0; t < rows; t++) {
    for (let e = 0; e < E; e += 4) {
      const at = (<usize>e) << 2;
      const count = E - e;
      const gate = Lanes.silu(Lanes.load(z + at, count));
      const ssmOut = f32x4.mul(Lanes.load(y + at, count), Turns.gain(turn, E, e, count));
      Lanes.store(y + at, f32x4.mul(ssmOut, gate), count);
      if (out) Lanes.store(out + at, ssmOut, count);
    }
    z += (<usize>E) << 3;
    y += (<usize>E) << 2;
    if (out) out += (<usize>E) << 2;
  }
}

abstract class Scan {
  /** The recurrence: h = Ā h + Δ x B, y += C·h. */
  @inline
  static run(
    rows: i32,
    E: i32,
    N: i32,
    B: usize,
    bStride: i32,
    C: usize,
    cStride: i32,
    turn: usize,
    table: usize,
    h: usize,
    y: usize,
    probed: bool,
    moved: usize,
    norm: usize,
    states: usize,
    steps: usize,
    inputs: usize,
    stepRow: usize,
    scratch: usize,
  ): void {
    const stateRow = (<usize>N) << 2;
    const end = scratch + ((<usize>N) << 4);
    for (let e = 0; e < E; e += 4) {
      const count = E - e;
      const column = (<usize>e) << 2;
      for (let n: usize = 0; n < <usize>N; n++) {
        const from = h + <usize>e * stateRow + (n << 2);
        v128.store(scratch + (n << 4), Lanes.gather(from, stateRow, count));
      }
      const aFactor = Turns.aFactor(turn, E, e, count);
      let row = column;
      let at = column;
      let bRow = B;
      let cRow = C;
      for (let t = 0; t < rows; t++) {
        const decay = f32x4.mul(v128.load(steps + row), aFactor);
        const input = v128.load(inputs + row);
        let sum = Lanes.load(y + at, count);
        let change = f32x4.splat(0);
        let size = f32x4.splat(0);
        let A = table;
        let b = bRow;
        let c = cRow;
        for (let state = scratch; state < end; state += 16) {
          const before = v128.load(state);
          const Abar = Lanes.exp2(f32x4.mul(decay, v128.load(A)));
          const after = f32x4.add(f32x4.mul(Abar, before), f32x4.mul(input, Lanes.splat(b)));
          v128.store(state, after);
          sum = f32x4.add(sum, f32x4.mul(Lanes.splat(c), after));
          if (probed) {
            const difference = f32x4.sub(after, before);
            change = f32x4.add(change, f32x4.mul(difference, difference));
            size = f32x4.add(size, f32x4.mul(after, after));
          }
          A += 16;
          b += 4;
          c += 4;
        }
        Lanes.store(y + at, sum, count);
        if (probed) {
          if (moved) Lanes.store(moved + at, change, count);
          if (norm) Lanes.store(norm + at, size, count);
          if (states) Scan.copyOut(scratch, N, states + <usize>(t * E + e) * stateRow, count);
        }
        row += stepRow;
        at += (<usize>E) << 2;
        bRow += (<usize>bStride) << 2;
        cRow += (<usize>cStride) << 2;
      }
      Scan.copyOut(scratch, N, h + <usize>e * stateRow, count);
      table += (<usize>(N + 2)) << 4;
    }
  }

  /** The states of four channels, side by side, to a row a channel. */
  @inline
  static copyOut(scratch: usize, N: i32, to: usize, count: i32): void {
    for (let n: usize = 0; n < <usize>N; n++) {
      Lanes.scatter(to + (n << 2), (<usize>N) << 2, v128.load(scratch + (n << 4)), count);
    }
  }
}
