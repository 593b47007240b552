/** For tests: a head whose y is known. */
import { Random } from '../../../engine/testing/random';
import type { HeadRun, Stretch } from './head';
import { recurrence } from './steps';

/** A head of random numbers, with the y that the recurrence gives: a toy, rounded as the model's numbers are. */
export function toyRun(rows: number, headDim = 3, dState = 5, seed = 1): HeadRun {
  const random = new Random(seed);
  const of = (n: number) => Float64Array.from(random.values(n, -2, 2));
  const run: HeadRun = {
    model: {} as HeadRun['model'],
    layer: 0,
    head: 0,
    first: 0,
    rows,
    headDim,
    dState,
    delta: Float64Array.from(random.values(rows, 0.01, 0.9)),
    A: -1.3,
    D: 0.5,
    x: of(rows * headDim),
    B: of(rows * dState),
    C: of(rows * dState),
    y: new Float64Array(rows * headDim),
  };
  const { y } = recurrence(run, 0, rows);
  return { ...run, y: y.map((v, i) => v + run.D * run.x[i]) };
}

/** The whole of its text. */
export const all = (run: HeadRun): Stretch => ({ run, from: 0, size: run.rows });
