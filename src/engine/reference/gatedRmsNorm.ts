import type { GatedRmsNormArgs } from '../ops';
import { silu } from './math';
import { inverseRms } from './rmsNorm';
import { dataOf } from './tensor';

/** y = RMSNorm(y · SiLU(z)) · weight, row by row. */
export function gatedRmsNorm({ rows, y, zxbcdt, weight, epsilon }: GatedRmsNormArgs): void {
  const values = dataOf(y); // (L, E)
  const gate = dataOf(zxbcdt); // (L, stride)
  const w = dataOf(weight); // (E)
  const E = w.length;
  const stride = zxbcdt.shape.at(-1)!;
  for (let t = 0; t < rows; t++) {
    for (let e = 0; e < E; e++) values[t * E + e]! *= silu(gate[t * stride + e]!);
    const scale = inverseRms(values, t * E, E, epsilon);
    for (let e = 0; e < E; e++) values[t * E + e]! *= scale * w[e]!;
  }
}
