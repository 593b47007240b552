import type { SelectiveStepArgs } from '../ops';
import { linear } from './linear';
import { selectiveScan } from './selectiveScan';

/** One token: dt_proj, then the selective scan over a sequence of length one. */
export function selectiveStep({ dtWeight, ...args }: SelectiveStepArgs): void {
  const E = dtWeight.rows;
  const dt = { label: 'dt', shape: [1, E], data: new Float32Array(E) }; // (1, E)
  linear({ rows: 1, x: args.dbc, weight: dtWeight, out: dt });
  selectiveScan({ ...args, rows: 1, dt });
}
