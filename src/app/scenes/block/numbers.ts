/** The numbers of one token in one layer, by name and place: what every figure and formula of the scene reads. */
import { unitOfChannel } from '../../../engine/probeShape';
import type { Intervention, ModelInfo, ProbeName } from '../../../engine/types';
import type { AppState, Traced } from '../../store/state';
import { rowOf, tracedIn } from '../../store/trace';

/** A number as it runs, and in the untouched model while something is turned. */
export interface Pair {
  yours: number | null;
  before: number | null;
}

/** A row of numbers likewise. */
export interface Rows {
  yours: Float32Array | null;
  before: Float32Array | null;
}

export type Side = keyof Pair;

/** What the scene looks at. */
export interface Numbers {
  model: ModelInfo;
  token: number;
  layer: number;
  /** Tokens of the text. */
  length: number;
  /** What is turned in this layer; null if nothing is. */
  turned: Intervention | null;
  traced(name: ProbeName): Traced | null;
  /** A whole row, `back` words earlier if asked. */
  row(name: ProbeName, back?: number): Rows;
  /** One number of it. Zero before the first word. */
  at(name: ProbeName, index: number, back?: number): Pair;
  /** The state after this word, or before it: (E, N); S4D (E, 2N). */
  h(when: 'now' | 'previous'): Rows;
}

type Source = Pick<
  AppState,
  'model' | 'cursor' | 'trace' | 'moment' | 'yours' | 'shownIntervention'
>;

const NONE: Rows = { yours: null, before: null };

/** The numbers under the cursor; null as long as the layer has not been read. */
export function numbersOf(state: Source): Numbers | null {
  const { model, cursor, trace, moment, yours, shownIntervention: i } = state;
  if (!trace) return null;
  const { token } = cursor;
  // While another layer is read, what is there is still the old one's.
  const { layer } = trace;
  const here = moment && moment.yours.token === token ? moment : null;
  const isTurned = i.deltaScale !== 1 || i.aScale !== 1 || (i.freeze ?? []).length > 0;
  const row = (name: ProbeName, back = 0): Rows => {
    const traced = tracedIn(state, name);
    if (!traced) return NONE;
    const of = (side: Side) => traced[side] && rowOf(traced[side], traced, token - back);
    return { yours: of('yours'), before: of('before') };
  };
  return {
    model,
    token,
    layer,
    length: yours.tokens.length,
    turned: isTurned && (i.layer === 'all' || i.layer === layer) ? i : null,
    traced: (name) => tracedIn(state, name),
    row,
    at(name, index, back = 0) {
      const both = row(name, back);
      const of = (side: Side) =>
        token - back < 0 && tracedIn(state, name)?.[side] ? 0 : (both[side]?.[index] ?? null);
      return { yours: of('yours'), before: of('before') };
    },
    h(when) {
      const of = (side: Side) => here?.[side]?.[when === 'now' ? 'h' : 'hPrevious'][layer] ?? null;
      return { yours: of('yours'), before: of('before') };
    },
  };
}

/** Works out one number of others, on both sides; null where one of them is not known. */
export function worked(of: readonly Pair[], sum: (...values: number[]) => number): Pair {
  const side = (name: Side) => {
    const values = of.map((pair) => pair[name]);
    return values.every((v) => v !== null) ? sum(...values) : null;
  };
  return { yours: side('yours'), before: side('before') };
}

/** The same for a row: `sum` gets the rows of one side. */
export function workedRow(
  of: readonly Rows[],
  sum: (...rows: Float32Array[]) => Float32Array,
): Rows {
  const side = (name: Side) => {
    const rows = of.map((pair) => pair[name]);
    return rows.every((r) => r !== null) ? sum(...rows) : null;
  };
  return { yours: side('yours'), before: side('before') };
}

export const one = (rows: Rows, index: number): Pair => ({
  yours: rows.yours?.[index] ?? null,
  before: rows.before?.[index] ?? null,
});

/** Where z, x, B, C and Δ begin in in_proj's output; those that are not in it are −1. */
export function projectedAt({ dInner: E, dState: N, heads }: ModelInfo) {
  if (!heads) return { x: 0, z: E, B: -1, C: -1, delta: -1 };
  const shared = heads.nGroups * N;
  return { z: 0, x: E, B: 2 * E, C: 2 * E + shared, delta: 2 * E + 2 * shared };
}

/** √(mean of squares + ε): what RMSNorm divides by. All models that come with the page have ε = 1e-5, too small to be seen. */
export function rms(row: Float32Array): number {
  let sum = 0;
  for (const v of row) sum += v * v;
  return Math.sqrt(sum / row.length + EPSILON);
}
const EPSILON = 1e-5;

/** The group of channels that share B and C, as an offset into them. */
export function groupOffset(model: ModelInfo, channel: number): number {
  const { heads, dState } = model;
  if (!heads) return 0;
  return Math.floor(unitOfChannel(model, channel) / (heads.nHeads / heads.nGroups)) * dState;
}

/** Ā of one state of a channel, exp(ΔA), and of S4D its imaginary part. */
export function decay(n: Numbers, channel: number, state: number) {
  const { model } = n;
  const unit = unitOfChannel(model, channel);
  const delta = n.at('layer.delta', unit);
  if (model.kind !== 'S4D') {
    const A = n.at('layer.A', model.heads ? unit : channel * model.dState + state);
    return { delta, A, Abar: worked([delta, A], (d, a) => Math.exp(d * a)), imaginary: null };
  }
  const at = channel * 2 * model.dState + state;
  const A = n.at('layer.A', at);
  const turn = n.at('layer.A', at + model.dState);
  return {
    delta,
    A,
    Abar: worked([delta, A, turn], (d, re, im) => Math.exp(d * re) * Math.cos(d * im)),
    imaginary: worked([delta, A, turn], (d, re, im) => Math.exp(d * re) * Math.sin(d * im)),
  };
}
