import { Lanes } from './lanes';
import { inverseRms } from './rmsNorm';

/** y = RMSNorm(y · SiLU(z)) · weight, row by row: y (rows, E), z the first E of `stride` columns. */
export function gatedRmsNorm(
  rows: i32,
  y: usize,
  z: usize,
  stride: i32,
  E: i32,
  weight: usize,
  epsilon: f32,
): void {
  for (let t = 0; t < rows; t++) {
    for (let e = 0; e < E; e += 4) {
      const at = (<usize>e) << 2;
      const count = E - e;
      const gate = Lanes.silu(Lanes.load(z + at, count));
      Lanes.store(y + at, f32x4.mul(Lanes.load(y + at, count), gate), count);
    }
    const scale = f32x4.splat(inverseRms(y, E, epsilon));
    for (let e = 0; e < E; e += 4) {
      const at = (<usize>e) << 2;
      const count = E - e;
      const v = f32x4.mul(Lanes.load(y + at, count), scale);
      Lanes.store(y + at, f32x4.mul(v, Lanes.load(weight + at, count)), count);
    }
    y += (<usize>E) << 2;
    z += (<usize>stride) << 2;
  }
}
