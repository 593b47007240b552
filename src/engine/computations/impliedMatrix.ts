import { CancelledError } from '../errors';
import type { Means } from '../means';
import type { Model } from '../models/model';
import type { Ops, Tensor } from '../ops';
import type { Intervention, ProbeName } from '../types';
import { nextTask } from '../nextTask';
import type { ImpliedMatrixArgs, MatrixChoice } from '../viewOps';
import { Lease } from './lease';
import { beside, MATRIX_ROWS } from './ways';

export interface ImpliedMatrixRequest {
  layer: number;
  /** Channel, or head of Mamba-2; `mean` over all of the layer. */
  unit: number | 'mean';
  interventions?: readonly Intervention[];
  /** The first token of the matrix; those before it are read, and have no row or column. 0 if left out. */
  first?: number;
  /** Needed if an intervention freezes: see measureMeans. */
  means?: Means;
  /** Stops between two pieces of the text, or of the matrix, with CancelledError. */
  signal?: AbortSignal;
}

/** A piece of the matrix takes no longer than about this: a stop is heard between two. */
const PIECE_MS = 45;

/**
 * The matrix M by which a layer's SSM mixes the tokens of a text, as it runs under some interventions, (L, L), row i
 * what token i hears: M_ij = C_i·(∏_{k=j+1..i} Ā_k) B̄_j for j ≤ i, else 0 (hidden attention of Mamba, arXiv 2403.01590,
 * eq. 10; Mamba-2, arXiv 2405.21060, eq. 3; S4D: K̄_{i−j}). Signed, not normalised; the skip D and the gain that an
 * intervention may set to 0 are not part of it.
 * Throws RangeError for more than 1,024 tokens, and for ids, layers, units and interventions that the model does not have.
 */
export async function impliedMatrix(
  model: Model,
  ids: readonly number[],
  { layer, unit, interventions = [], first = 0, means, signal }: ImpliedMatrixRequest,
): Promise<Float32Array> {
  const { ops, info } = model;
  const L = ids.length - first;
  if (!(first >= 0 && L >= 1 && L <= MATRIX_ROWS)) {
    throw new RangeError(`A matrix can be had of 1 … ${MATRIX_ROWS} tokens, not of ${L}.`);
  }
  const units = info.heads?.nHeads ?? info.dInner;
  if (unit !== 'mean' && !(Number.isInteger(unit) && unit >= 0 && unit < units)) {
    throw new RangeError(`There is no channel or head ${unit} (0 … ${units - 1}).`);
  }
  model.checkIds(ids);
  const lease = new Lease(ops);
  try {
    const out = await lease.make(() => lease.zeros('matrix', [L, L]));
    const of: MatrixChoice = unit === 'mean' ? unit : { first: unit, count: 1 };
    const asked = { layer, interventions, first, means, signal, of, out };
    if (info.kind === 'S4D') await writeToeplitz(model, lease, L, asked);
    else await writeSelective(model, lease, ids, asked);
    return await lease.read(out);
  } finally {
    lease.end();
  }
}

interface Asked {
  layer: number;
  interventions: readonly Intervention[];
  first: number;
  means: Means | undefined;
  signal: AbortSignal | undefined;
  of: MatrixChoice;
  /** (L, L), written. */
  out: Tensor;
}

/** S4D: nothing depends on the tokens, so that none is read. */
async function writeToeplitz(
  model: Model,
  lease: Lease,
  rows: number,
  { layer, interventions, means, of, out }: Asked,
): Promise<void> {
  const { ops, info } = model;
  const turns = model.createTurns(interventions, means);
  try {
    const kernel = await lease.make(() => lease.zeros('kernel', [rows, info.dInner]));
    ops.s4dKernel({ rows, ssm: model.ssm(layer), turn: turns.of(layer), kernel });
    ops.toeplitzMatrix({ rows, kernel, of, out });
  } finally {
    turns.dispose();
  }
}

/** Mamba and Mamba-2: from Δ, A, B and C as the layer had them while it read the tokens. */
async function writeSelective(
  model: Model,
  lease: Lease,
  ids: readonly number[],
  { layer, interventions, first, means, signal, of, out }: Asked,
): Promise<void> {
  const { ops, info } = model;
  const rows = ids.length - first;
  const session = model.createSession(interventions, means);
  try {
    const names: ProbeName[] = ['layer.delta', 'layer.A', 'layer.B', 'layer.C'];
    const probes = names.map((name) => ({ name, layers: [layer] }));
    await session.prefill(ids.slice(0, first), { onPiece: () => {}, signal });
    const trace = await session.prefill(ids.slice(first), { probes, signal });
    const [delta, A, B, C] = names.map((name) => trace.get(name, layer));
    const units = delta!.length / rows;
    const shared = B!.length / rows; // N; Mamba-2 G·N
    const mixing = await lease.make(() => ({
      delta: lease.put('delta', [rows, units], delta!),
      A: lease.put('A', [units, A!.length / units], A!),
      bc: lease.put('bc', [rows, 2 * shared], beside(rows, B!, C!)),
    }));
    const { dState, heads } = info;
    const shape = { rows, firstB: 0, firstC: shared, nGroups: heads?.nGroups ?? 1, dState };
    await inPieces(ops, { ...mixing, ...shape, of, out }, signal);
  } finally {
    session.dispose();
  }
}

/** Some rows after the others, so that a stop is heard: as many at a time as the device does in a moment. */
async function inPieces(
  ops: Ops,
  args: ImpliedMatrixArgs,
  signal: AbortSignal | undefined,
): Promise<void> {
  let count = 8;
  for (let from = 0, until = 0; from < args.rows; from = until) {
    until = Math.min(from + count, args.rows);
    const started = performance.now();
    ops.impliedMatrix({ ...args, piece: { from, until } });
    // Read back, so that the device has come this far.
    await ops.collect([ops.capture(args.out, 0, 1)]);
    await nextTask();
    if (signal?.aborted) throw new CancelledError('Stopped.');
    const took = performance.now() - started;
    if (took < PIECE_MS / 3) count *= 2;
    else if (took > PIECE_MS) count = Math.max(1, count >> 1);
  }
}
