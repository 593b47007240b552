import type { SelectiveStepArgs } from '../ops';
import { linear } from './linear';
import { selectiveScan } from './selectiveScan';
import { type CpuTensor, dataOf } from './tensor';

/** One token: dt_proj, then the selective scan over a sequence of length one. */
export function selectiveStep({ dtWeight, ...args }: SelectiveStepArgs): void {
  const E = dtWeight.rows;
  const x: CpuTensor = { label: 'x', shape: [1, E], data: dataOf(args.y).slice(0, E) }; // (1, E)
  linear({ rows: 1, x: args.dbc, weight: dtWeight, out: args.y });
  selectiveScan({ ...args, rows: 1, x });
}
