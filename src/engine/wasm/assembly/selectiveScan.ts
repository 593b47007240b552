import { Lanes } from './lanes';

/**
 * What the scan needs of (E, N + 2): A_log (N) | D | bias of Δ, once and for all: for every four channels, side by side,
 * A·log₂e (N vectors; Ā is a power of two here), D and the bias. `table` takes ⌈E/4⌉ · (N + 2) vectors.
 */
export function selectiveTable(E: i32, N: i32, ssm: usize, table: usize): void {
  for (let e = 0; e < E; e++) {
    const from = ssm + ((<usize>e * (N + 2)) << 2);
    let to = table + (<usize>(e >> 2) * (N + 2) << 4) + ((<usize>e & 3) << 2);
    for (let n = 0; n < N; n++) {
      const A = -Math.exp(load<f32>(from + (<usize>n << 2)));
      store<f32>(to, <f32>(A * Math.LOG2E));
      to += 16;
    }
    store<f32>(to, load<f32>(from + (<usize>N << 2)));
    store<f32>(to, load<f32>(from + (<usize>N << 2), 4), 16);
  }
}

/**
 * The selective scan (Mamba, arXiv 2312.00752, eq. 2 and Algorithm 2), four channels side by side:
 *   Δ = softplus(dt + bias)·deltaScale        Ā = exp(Δ·A·aScale)        B̄ = Δ·B
 *   h = Ā h + B̄ x        y = (C·h + D x)·SiLU(z)
 * x (rows, E), z the second half of xz (rows, 2E), dt (rows, E), B | C at the end of the `width` columns of dbc, h (E, N),
 * y (rows, E). Planes to be written, 0 if not: delta, moved, norm (rows, E), states (rows, E, N). `scratch` takes 4N numbers.
 */
export function selectiveScan(
  rows: i32,
  E: i32,
  N: i32,
  x: usize,
  xz: usize,
  dt: usize,
  dbc: usize,
  width: i32,
  table: usize,
  h: usize,
  y: usize,
  deltaScale: f32,
  aScale: f32,
  delta: usize,
  moved: usize,
  norm: usize,
  states: usize,
  scratch: usize,
): void {
  if (delta | moved | norm | states) {
    Scan.run(rows, E, N, x, xz, dt, dbc, width, table, h, y, deltaScale, aScale, true, delta, moved, norm, states, scratch);
  } else {
    Scan.run(rows, E, N, x, xz, dt, dbc, width, table, h, y, deltaScale, aScale, false, 0, 0, 0, 0, scratch);
  }
}

abstract class Scan {
  @inline
  static run(
    rows: i32,
    E: i32,
    N: i32,
    x: usize,
    xz: usize,
    dt: usize,
    dbc: usize,
    width: i32,
    table: usize,
    h: usize,
    y: usize,
    deltaScale: f32,
    aScale: f32,
    probed: bool,
    delta: usize,
    moved: usize,
    norm: usize,
    states: usize,
    scratch: usize,
  ): void {
    const row = <usize>E << 2;
    const stateRow = <usize>N << 2;
    const end = scratch + (<usize>N << 4);
    for (let e = 0; e < E; e += 4) {
      const count = E - e;
      const column = <usize>e << 2;
      for (let n: usize = 0; n < <usize>N; n++) {
        const from = h + <usize>e * stateRow + (n << 2);
        v128.store(scratch + (n << 4), Lanes.gather(from, stateRow, count));
      }
      const D = v128.load(table + (<usize>N << 4));
      const bias = v128.load(table + (<usize>N << 4), 16);
      let B = dbc + (<usize>(width - 2 * N) << 2);
      let at = column;
      let gate = xz + row + column;
      for (let t = 0; t < rows; t++) {
        const step = f32x4.mul(
          Lanes.softplus(f32x4.add(Lanes.load(dt + at, count), bias)),
          f32x4.splat(deltaScale),
        );
        const decay = f32x4.mul(step, f32x4.splat(aScale));
        const xt = Lanes.load(x + at, count);
        const input = f32x4.mul(step, xt);
        let sum = f32x4.mul(D, xt);
        let change = f32x4.splat(0);
        let size = f32x4.splat(0);
        let A = table;
        let b = B;
        for (let state = scratch; state < end; state += 16) {
          const before = v128.load(state);
          const Abar = Lanes.exp2(f32x4.mul(decay, v128.load(A)));
          const after = f32x4.add(f32x4.mul(Abar, before), f32x4.mul(input, Lanes.splat(b)));
          v128.store(state, after);
          sum = f32x4.add(sum, f32x4.mul(Lanes.splat(b + stateRow), after));
          if (probed) {
            const difference = f32x4.sub(after, before);
            change = f32x4.add(change, f32x4.mul(difference, difference));
            size = f32x4.add(size, f32x4.mul(after, after));
          }
          A += 16;
          b += 4;
        }
        Lanes.store(y + at, f32x4.mul(sum, Lanes.silu(Lanes.load(gate, count))), count);
        if (probed) {
          if (delta) Lanes.store(delta + at, step, count);
          if (moved) Lanes.store(moved + at, change, count);
          if (norm) Lanes.store(norm + at, size, count);
          if (states) Scan.copyOut(scratch, N, states + <usize>(t * E + e) * stateRow, count);
        }
        at += row;
        gate += 2 * row;
        B += <usize>width << 2;
      }
      Scan.copyOut(scratch, N, h + <usize>e * stateRow, count);
      table += <usize>(N + 2) << 4;
    }
  }

  /** The states of four channels, side by side, to a row a channel. */
  @inline
  static copyOut(scratch: usize, N: i32, to: usize, count: i32): void {
    for (let n: usize = 0; n < <usize>N; n++) {
      Lanes.scatter(to + (n << 2), <usize>N << 2, v128.load(scratch + (n << 4)), count);
    }
  }
}
