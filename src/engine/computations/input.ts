import type { Model } from '../models/model';
import type { Session } from '../session';
import type { ProbeName } from '../types';

/**
 * What one layer's SSM is given for a sequence of L tokens, from a zero state: plain f32 numbers, row-major. `ssm` holds
 * the layer's own weights as Mixer.ssm states; the bias of Δ in it is not used, for Δ has it inside.
 */
export type SsmInput = MambaInput | Mamba2Input | S4dInput;

export interface MambaInput {
  kind: 'mamba';
  seqLen: number;
  dInner: number;
  dState: number;
  /** (L, E). */
  x: Float32Array;
  /** (L, E), after softplus. */
  delta: Float32Array;
  /** (L, N). */
  B: Float32Array;
  /** (L, N). */
  C: Float32Array;
  /** (E, N + 2): A_log | D | bias of Δ. */
  ssm: Float32Array;
}

export interface Mamba2Input {
  kind: 'mamba2';
  seqLen: number;
  nHeads: number;
  headDim: number;
  nGroups: number;
  dState: number;
  /** (L, E), E = H·P. */
  x: Float32Array;
  /** (L, H), after softplus and clamp. */
  delta: Float32Array;
  /** (L, G, N). */
  B: Float32Array;
  /** (L, G, N). */
  C: Float32Array;
  /** (H, 3): A_log | D | bias of Δ. */
  ssm: Float32Array;
}

export interface S4dInput {
  kind: 's4d';
  seqLen: number;
  dInner: number;
  dState: number;
  /** (L, E). */
  x: Float32Array;
  /** (E, 4N + 2): A_log | A_imag | C real | C imaginary | D | log_dt. */
  ssm: Float32Array;
}

/**
 * Runs token ids through a model, untouched by interventions, and reads what the SSM of one layer is given. Throws
 * RangeError for a layer that the model does not have and for ids outside its vocabulary.
 */
export async function readSsmInput(
  model: Model,
  layer: number,
  ids: readonly number[],
): Promise<SsmInput> {
  const { info, ops } = model;
  const weights = model.ssm(layer);
  const session = model.createSession();
  try {
    const names: ProbeName[] =
      info.kind === 'S4D' ? ['layer.x'] : ['layer.x', 'layer.delta', 'layer.B', 'layer.C'];
    const read = await probe(session, layer, ids, names);
    const [rows, columns] = weights.shape as [number, number];
    const [ssm] = await ops.collect([ops.capture(weights, 0, rows * columns)]);
    const shared = { seqLen: ids.length, dState: info.dState, x: read('layer.x'), ssm: ssm! };
    if (info.kind === 'S4D') return { ...shared, kind: 's4d', dInner: info.dInner };
    const selected = { delta: read('layer.delta'), B: read('layer.B'), C: read('layer.C') };
    if (info.heads) return { ...shared, ...selected, ...info.heads, kind: 'mamba2' };
    return { ...shared, ...selected, kind: 'mamba', dInner: info.dInner };
  } finally {
    session.dispose();
  }
}

async function probe(
  session: Session,
  layer: number,
  ids: readonly number[],
  names: readonly ProbeName[],
): Promise<(name: ProbeName) => Float32Array> {
  const probes = names.map((name) => ({ name, layers: [layer] }));
  const trace = await session.prefill(ids, { probes });
  return (name) => trace.get(name, layer);
}
