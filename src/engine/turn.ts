/**
 * Interventions as the kernels see them: one table a layer, laid out as `Turn` in ops.ts says. It is uploaded when
 * the interventions change, never for a token, so that a turned run costs what an untouched one does.
 */
import type { Means } from './means';
import type { Ops, Tensor, Turn } from './ops';
import { isIndex } from './probes';
import type { Intervention } from './types';

/** What decides a table's size and meaning; the same for all layers of a model. */
export interface TurnShape {
  /** U: Δ a token has: E channels, or H heads of Mamba-2; 0 for a Transformer, in which nothing can be turned. */
  units: number;
  /** S: numbers of B, and of C, a token has; 0 for S4D, whose Δ, B and C are the same at every token already. */
  shared: number;
  nLayers: number;
}

/** True if interventions take means to freeze to. */
export const freezes = (interventions: readonly Intervention[], { shared }: TurnShape): boolean =>
  shared > 0 && interventions.some(({ freeze = [] }) => freeze.length > 0);

/** The planes of a table under their names, as views of it. */
export function turnPlanes(table: Float32Array, U: number, S: number) {
  return {
    deltaFactor: table.subarray(0, U), // (U)
    aFactor: table.subarray(U, 2 * U), // (U)
    gain: table.subarray(2 * U, 3 * U), // (U)
    heldDelta: table.subarray(3 * U, 4 * U), // (U), −1 where the token's own counts
    B: table.subarray(4 * U, 4 * U + S), // (S)
    C: table.subarray(4 * U + S, 4 * U + 2 * S), // (S)
  };
}

export type TurnPlanes = ReturnType<typeof turnPlanes>;

/** Δ of unit u, whose own at this token is `own`. */
export const turnedDelta = (
  { heldDelta, deltaFactor }: Pick<TurnPlanes, 'heldDelta' | 'deltaFactor'>,
  u: number,
  own: number,
): number => (heldDelta[u]! >= 0 ? heldDelta[u]! : own) * deltaFactor[u]!;

/** A table that changes nothing, (4U + 2S). */
export function neutralTable(U: number, S: number): Float32Array {
  return new Float32Array(4 * U + 2 * S).fill(1, 0, 3 * U).fill(-1, 3 * U, 4 * U);
}

/** One layer's table as numbers, beside what of it is held. */
export interface TurnValues {
  /** (4U + 2S). */
  values: Float32Array;
  /** Views of them. */
  planes: TurnPlanes;
  holdB: boolean;
  holdC: boolean;
}

/**
 * The turns of all layers under some interventions. A layer that they leave as it is has `neutral`, the one table that
 * all sessions of a model share; the others' tables belong to this object.
 *
 * Throws RangeError for a Transformer, a layer or unit that the model does not have, a factor that is negative or not finite, and B or C
 * frozen for one unit; Error if something is frozen and there are no means to freeze it to.
 */
export class Turns {
  private readonly ops: Ops;
  private readonly layers: readonly Turn[];
  private readonly resolved: readonly TurnValues[];
  private readonly own: Tensor[] = [];

  constructor(
    ops: Ops,
    shape: TurnShape,
    neutral: Turn,
    interventions: readonly Intervention[],
    means?: Means,
  ) {
    for (const intervention of interventions) check(intervention, shape);
    this.ops = ops;
    const untouched = neutralTable(shape.units, shape.shared);
    this.resolved = Array.from({ length: shape.nLayers }, (_, layer) => {
      const here = interventions.filter((i) => i.layer === 'all' || i.layer === layer);
      return resolve(here, layer, shape, means);
    });
    this.layers = this.resolved.map(({ values, holdB, holdC }, layer): Turn => {
      if (!holdB && !holdC && values.every((value, i) => value === untouched[i])) return neutral;
      const table = ops.constant(`turn.${layer}`, [values.length], values);
      this.own.push(table);
      return { table, holdB, holdC };
    });
  }

  of(layer: number): Turn {
    return this.layers[layer]!;
  }

  /** The same as numbers, for whoever works out a probe. */
  valuesOf(layer: number): TurnValues {
    return this.resolved[layer]!;
  }

  dispose(): void {
    if (this.own.length > 0) this.ops.release(...this.own);
  }
}

function check(intervention: Intervention, { units, nLayers }: TurnShape): void {
  if (units === 0) {
    throw new RangeError('A Transformer has no Δ, A, B or C, so there is nothing to turn in it.');
  }
  const { layer, unit, deltaScale, aScale, freeze = [] } = intervention;
  if (layer !== 'all' && !isIndex(layer, nLayers)) {
    throw new RangeError(`There is no layer ${layer} (0 … ${nLayers - 1}).`);
  }
  if (unit !== undefined && !isIndex(unit, units)) {
    throw new RangeError(`There is no channel or head ${unit} (0 … ${units - 1}).`);
  }
  // A below 0 would make states grow, and the forms that clamp the decay's exponent at 0 disagree with those that do not.
  if (![deltaScale, aScale].every((factor) => factor >= 0 && Number.isFinite(factor))) {
    throw new RangeError('A factor on Δ or A must be a finite number, 0 or more.');
  }
  if (unit !== undefined && freeze.some((what) => what !== 'delta')) {
    throw new RangeError(
      'B and C are shared by all channels of a layer, or of a group of heads: freeze them for the whole layer.',
    );
  }
}

/** The table of one layer: factors multiply, what any freezes is frozen, what any silences is silent. */
function resolve(
  interventions: readonly Intervention[],
  layer: number,
  shape: TurnShape,
  means?: Means,
): TurnValues {
  const { units: U, shared: S } = shape;
  const values = neutralTable(U, S);
  const planes = turnPlanes(values, U, S);
  let holdB = false;
  let holdC = false;
  for (const { unit, deltaScale, aScale, freeze = [], zero = false } of interventions) {
    // Where nothing depends on the token, everything is frozen as it is.
    const frozen = S > 0 ? freeze : [];
    const to = means?.[layer];
    if (frozen.length > 0 && !to) {
      throw new Error('To freeze Δ, B or C takes their means over the prompt: see measureMeans.');
    }
    for (let u = unit ?? 0; u < (unit === undefined ? U : unit + 1); u++) {
      planes.deltaFactor[u]! *= deltaScale;
      planes.aFactor[u]! *= aScale;
      if (zero) planes.gain[u] = 0;
      if (frozen.includes('delta')) planes.heldDelta[u] = to!.delta[u]!;
    }
    if (frozen.includes('B')) planes.B.set(to!.B);
    if (frozen.includes('C')) planes.C.set(to!.C);
    holdB ||= frozen.includes('B');
    holdC ||= frozen.includes('C');
  }
  return { values, planes, holdB, holdC };
}
