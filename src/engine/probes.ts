/** Which probes a model answers, said before anything is computed. */
import type { TurnShape } from './turn';
import { PROBES, type ProbeName, type ProbeRequest } from './types';

/** What S4D does not have, and why. */
export const NOT_S4D: Partial<Record<ProbeName, string>> = {
  'layer.dt': 'its Δ = exp(log_dt) is a weight',
  'layer.dtBias': 'its Δ = exp(log_dt) is a weight',
  'layer.B': 'its B is the same at every token, and folded into C',
  'layer.C': 'its C is a weight, the same at every token',
  'layer.Bbar': 'its B̄ is the same at every token, and folded into C',
};

/** Of these one channel or head can be read by itself. */
const BY_UNIT: ReadonlySet<ProbeName> = new Set(['layer.Abar', 'layer.Bbar', 'layer.h']);

/** Throws RangeError for a probe, a layer or a unit that a model does not have. */
export function checkProbes(
  requests: readonly ProbeRequest[],
  { units, nLayers }: TurnShape,
  isS4d: boolean,
): void {
  for (const { name, layers = [], unit } of requests) {
    const why = isS4d && NOT_S4D[name];
    if (why) throw new RangeError(`S4D has no ${name}: ${why}.`);
    const last = name === 'residual' ? nLayers : nLayers - 1;
    const bad = layers.find((layer) => !isIndex(layer, last + 1));
    if (bad !== undefined && PROBES[name] !== 'once') {
      throw new RangeError(`There is no ${name} of layer ${bad} (0 … ${last}).`);
    }
    if (unit === undefined) continue;
    if (!BY_UNIT.has(name)) throw new RangeError(`${name} cannot be read of one unit alone.`);
    if (!isIndex(unit, units)) {
      throw new RangeError(`There is no ${name} of unit ${unit} (0 … ${units - 1}).`);
    }
  }
}

/** True of 0 … length − 1. */
export const isIndex = (value: number, length: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < length;

/** Large on the device or here for every token: V logits, all states of a layer (the scan writes all, whoever is read). */
export const isLarge = ({ name, unit }: ProbeRequest): boolean =>
  name === 'logits' ||
  name === 'layer.h' ||
  ((name === 'layer.Abar' || name === 'layer.Bbar') && unit === undefined);
