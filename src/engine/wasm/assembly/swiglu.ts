import { Lanes } from './lanes';

/** out = SiLU(gate) · up: gateUp (rows, 2F): gate | up, out (rows, F). */
export function swiglu(rows: i32, F: i32, gateUp: usize, out: usize): void {
  const width = (<usize>F) << 2;
  for (let t = 0; t < rows; t++) {
    for (let i = 0; i < F; i += 4) {
      const at = (<usize>i) << 2;
      const count = F - i;
      const gate = Lanes.silu(Lanes.load(gateUp + at, count));
      Lanes.store(out + at, f32x4.mul(gate, Lanes.load(gateUp + width + at, count)), count);
    }
    gateUp += width << 1;
    out += width;
  }
}
