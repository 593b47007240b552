import { linear } from './linear';
import { selectiveScan } from './selectiveScan';

/**
 * One token: dt_proj, (E, R) in panels (linear.ts), on the first R numbers of dbc, then the selective scan over a sequence
 * of length one. y (1, E): the SSM's input comes in, the output goes out. `scratch` takes E + 32 numbers and what the
 * scan takes; other arguments as there.
 */
export function selectiveStep(
  E: i32,
  N: i32,
  R: i32,
  xz: usize,
  dbc: usize,
  dtWeight: usize,
  B: usize,
  C: usize,
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
  const x = scratch + 128; // (1, E)
  const row = (<usize>E) << 2;
  memory.copy(x, y, row);
  linear(1, dbc, R, dtWeight, E, R, 0, y, false, scratch);
  // prettier-ignore
  selectiveScan(1, E, N, x, xz, B, 0, C, 0, turn, table, h, y, delta, moved, norm, states, out, x + row);
}
