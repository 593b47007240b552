import { linear } from './linear';
import { selectiveScan } from './selectiveScan';

/**
 * One token: dt_proj, (E, R) in panels (linear.ts), on the first R columns of dbc, then the selective scan over a sequence
 * of length one. `scratch` takes E + 32 numbers and what the scan takes; other arguments as there.
 */
export function selectiveStep(
  E: i32,
  N: i32,
  R: i32,
  x: usize,
  xz: usize,
  dbc: usize,
  width: i32,
  dtWeight: usize,
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
  const dt = scratch + 128; // (1, E)
  linear(1, dbc, width, dtWeight, E, R, 0, dt, false, scratch);
  const rest = dt + ((<usize>E) << 2);
  // prettier-ignore
  selectiveScan(1, E, N, x, xz, dt, dbc, width, table, h, y, deltaScale, aScale, delta, moved, norm, states, rest);
}
