/** One head of Mamba-2's SSM as it ran over the text. */
import { unitOfChannel } from '../../../engine/probeShape';
import type { ModelInfo, ProbeName } from '../../../engine/types';
import type { AppState } from '../../store/state';
import { tracedIn } from '../../store/trace';

export type Side = 'yours' | 'before';

/** Tokens `first` … `first + rows − 1` of the text, under one set of interventions. P channels, N states. */
export interface HeadRun {
  model: ModelInfo;
  layer: number;
  head: number;
  first: number;
  rows: number;
  headDim: number;
  dState: number;
  /** Δ of the head, (L). */
  delta: Float64Array;
  /** −exp(A_log), one number. */
  A: number;
  /** The skip's weight, one number. */
  D: number;
  /** Inputs of the head, (L, P). */
  x: Float64Array;
  /** B of the head's group, (L, N). */
  B: Float64Array;
  /** C of the head's group, (L, N). */
  C: Float64Array;
  /** What the model gave, C·h + D x, (L, P). */
  y: Float64Array;
}

/** `width` numbers from column `from` of every row, (rows, width). */
function columns(values: Float32Array, rows: number, from: number, width: number): Float64Array {
  const stride = values.length / rows;
  const out = new Float64Array(rows * width);
  for (let t = 0; t < rows; t++)
    for (let i = 0; i < width; i++) out[t * width + i] = values[t * stride + from + i];
  return out;
}

/** Reads the cursor's head out of the trace. Null for a model without heads, and while a part of it is missing. */
export function headRun(
  state: Pick<AppState, 'model' | 'trace'> & { cursor: { channel: number } },
  side: Side = 'yours',
): HeadRun | null {
  const { model, trace, cursor } = state;
  const values = (name: ProbeName): Float32Array | null =>
    tracedIn({ trace }, name)?.[side]?.values ?? null;
  const [x, delta, A, B] = [
    values('layer.x'),
    values('layer.delta'),
    values('layer.A'),
    values('layer.B'),
  ];
  const [C, D, y] = [values('layer.C'), values('layer.D'), values('layer.ssmOut')];
  if (!model.heads || !trace || !x || !delta || !A || !B || !C || !D || !y) return null;
  const { layer, first, rows } = trace;
  const { nHeads, headDim, nGroups } = model.heads;
  // Of another model, while this one is being read.
  if (rows === 0 || A.length !== nHeads || x.length !== rows * model.dInner) return null;
  const head = unitOfChannel(model, cursor.channel);
  const N = model.dState;
  const shared = Math.floor(head / (nHeads / nGroups)) * N;
  return {
    model,
    layer,
    head,
    first,
    rows,
    headDim,
    dState: N,
    delta: columns(delta, rows, head, 1),
    A: A[head],
    D: D[head],
    x: columns(x, rows, head * headDim, headDim),
    B: columns(B, rows, shared, N),
    C: columns(C, rows, shared, N),
    y: columns(y, rows, head * headDim, headDim),
  };
}

/** The words of the text that the matrix is drawn of: rows `from` … `from + size − 1` of the run. */
export interface Stretch {
  run: HeadRun;
  from: number;
  size: number;
}

/** Steps by which the stretch moves along a long text. */
const MOVE = 16;

/** The stretch around a row, of at most `most` words: the whole text if it fits. */
export function stretchAround(run: HeadRun, row: number, most: number): Stretch {
  const size = Math.min(most, run.rows);
  const wanted = Math.floor(row / MOVE) * MOVE - Math.floor(most / 2 / MOVE) * MOVE;
  return { run, from: Math.max(0, Math.min(run.rows - size, wanted)), size };
}
