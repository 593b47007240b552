/** Which probes a model answers, said before anything is computed. */
import { KINDS } from './models/kinds';
import type { TurnShape } from './turn';
import { PROBES, type ProbeName, type ProbeRequest } from './types';

type Absences = Partial<Record<ProbeName, string>>;

/** What S4D does not have, and why. */
const NOT_S4D: Absences = {
  'layer.dt': 'its Δ = exp(log_dt) is a weight',
  'layer.dtBias': 'its Δ = exp(log_dt) is a weight',
  'layer.B': 'its B is the same at every token, and folded into C',
  'layer.C': 'its C is a weight, the same at every token',
  'layer.Bbar': 'its B̄ is the same at every token, and folded into C',
};

/** What a state-space model's layer does not have. */
const NOT_SSM: Absences = {
  'layer.attention': 'its layers keep a state and look at no token again',
  'layer.mlp': 'its layers have no MLP',
};

const stateless = 'its layers keep keys and values, and no state';
const ungated = 'its gate is within the MLP';
const unconvolved = 'its layers have no short convolution';

/** What a Transformer does not have. */
const NOT_TRANSFORMER: Absences = {
  'layer.z': ungated,
  'layer.gate': ungated,
  'layer.convWeight': unconvolved,
  'layer.conv': unconvolved,
  'layer.x': unconvolved,
  'layer.dt': stateless,
  'layer.dtBias': stateless,
  'layer.delta': stateless,
  'layer.A': stateless,
  'layer.B': stateless,
  'layer.C': stateless,
  'layer.D': stateless,
  'layer.Abar': stateless,
  'layer.Bbar': stateless,
  'layer.h': stateless,
  'layer.hLast': stateless,
  'layer.hMoved': stateless,
  'layer.hNorm': stateless,
  'layer.ssmOut': stateless,
};

const ABSENT: Readonly<Record<string, Absences>> = {
  [KINDS.mamba]: NOT_SSM,
  [KINDS.mamba2]: NOT_SSM,
  [KINDS.s4d]: { ...NOT_S4D, ...NOT_SSM },
  [KINDS.transformer]: NOT_TRANSFORMER,
};

/** Why a model of this kind has no such intermediate, in words; undefined if it has it. */
export const absence = (kind: string, name: ProbeName): string | undefined => ABSENT[kind]?.[name];

/** Of these one channel or head can be read by itself. */
const BY_UNIT: ReadonlySet<ProbeName> = new Set([
  'layer.Abar',
  'layer.Bbar',
  'layer.h',
  'layer.attention',
]);

/** Throws RangeError for a probe, a layer or a unit that a model does not have. */
export function checkProbes(
  requests: readonly ProbeRequest[],
  { nLayers }: TurnShape,
  { kind, units }: { kind: string; units: number },
): void {
  for (const { name, layers = [], unit } of requests) {
    const why = absence(kind, name);
    if (why) throw new RangeError(`${kind} has no ${name}: ${why}.`);
    const last = name === 'residual' ? nLayers : nLayers - 1;
    const bad = layers.find((layer) => !isIndex(layer, last + 1));
    if (bad !== undefined && PROBES[name] !== 'once') {
      throw new RangeError(`There is no ${name} of layer ${bad} (0 … ${last}).`);
    }
    if (unit === undefined) {
      if (name !== 'layer.attention') continue;
      throw new RangeError('layer.attention is read of one head at a time: name its unit.');
    }
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
  name === 'layer.attention' ||
  ((name === 'layer.Abar' || name === 'layer.Bbar') && unit === undefined);
