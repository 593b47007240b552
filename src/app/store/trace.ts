import type { ProbeName } from '../../engine/types';
import type { AppState, Tensor, Traced } from './state';
import { useApp } from './store';

/** One intermediate of the text on the tape: see useTrace. For `derive.ts` and live numbers. */
export const tracedIn = ({ trace }: Pick<AppState, 'trace'>, name: ProbeName): Traced | null =>
  trace?.of[name] ?? null;

/**
 * One of the scene's `meta.probes`, of the layer under the cursor and the tokens `first` … `first + rows − 1` of the
 * text: all of it, or as much around the cursor as fits into memory. The same object as long as nothing in it changes,
 * so that it may stand in the dependencies of a memo; the arrays are not to be written to.
 *
 * Null while it has not been read: no model yet, another scene, or an intermediate that this model does not have
 * (`probeAbsence` in engine/probeShape says why). While another layer is being read it is still the old one, as
 * `layer` says, and the stage is faded by the frame.
 */
export const useTrace = (name: ProbeName): Traced | null => useApp((s) => tracedIn(s, name));

/** Row of token t as a view, (…shape); null outside of what was read. Weights have one row, which is every token's. */
export function rowOf(
  { values, shape }: Tensor,
  { first, rows }: Pick<Traced, 'first' | 'rows'>,
  t: number,
): Float32Array | null {
  const width = shape.reduce((a, b) => a * b, 1);
  if (values.length === width && rows !== 1) return values;
  const row = t - first;
  return row < 0 || row >= rows ? null : values.subarray(row * width, (row + 1) * width);
}

/** The row under the cursor of one intermediate, of yours; null while it is not there. Stable as long as it is the same. */
export function useTracedRow(name: ProbeName): Float32Array | null {
  const traced = useTrace(name);
  const token = useApp((s) => s.cursor.token);
  return traced && rowOf(traced.yours, traced, token);
}
