/** A real run of a model as the page's store holds it, and formulas computed as they stand on screen. */
import type { Lab } from '../../../engine/host/lab';
import type { Model } from '../../../engine/models/model';
import { probeAbsence, probeShape } from '../../../engine/probeShape';
import type { Intervention, ProbeName } from '../../../engine/types';
import { isTerm, type FormulaPart } from '../../../viz/formula/formula';
import type { AppState, Traced } from '../../store/state';
import { meta } from './meta';

export const LAYER = 3;
const sampling = { temperature: 0, topK: 0, topP: 1, seed: 1 };

/** What the page's store would hold at a token, as the engine answers. */
export async function stateAt(lab: Lab, model: Model, intervention: Intervention, token: number) {
  const texts = await lab.open({ prompt: 'Lily had a red ball', sampling, intervention, own: 2 });
  const count = texts.yours.tokens.length;
  const names = meta.probes
    .map((probe) => (typeof probe === 'string' ? probe : probe.name))
    .filter((name) => probeAbsence(model.info, name) === null);
  const probes = names.map((name) => ({ name }));
  const read = await lab.trace({ layer: LAYER, probes, from: 0, count });
  const of: Partial<Record<ProbeName, Traced>> = {};
  names.forEach((name, i) => {
    const shape = probeShape(model.info, name);
    of[name] = {
      yours: { values: read.yours[i]!, shape },
      before: read.before && { values: read.before[i]!, shape },
      first: 0,
      rows: count,
      layer: LAYER,
      unit: null,
    };
  });
  return {
    model: model.info,
    cursor: { token, layer: LAYER, channel: 77, state: 3 },
    trace: { layer: LAYER, first: 0, rows: count, of },
    moment: await lab.moment(token),
    yours: texts.yours,
    shownIntervention: intervention,
  } as unknown as AppState;
}

/** The right side of a formula, computed as it stands. */
export function compute(parts: readonly FormulaPart[], side: 'value' | 'before'): number {
  const written = parts
    .map((part, i) => {
      const last = parts[i - 1];
      const times = last && (isTerm(last) || last.op === ')') && isTerm(part) ? '*' : '';
      if (isTerm(part))
        return `${times}(${(side === 'before' ? part.before : null) ?? part.value})`;
      return ({ '−': '-', '·': '*', '÷': '/' }[part.op] ?? part.op).replace(
        'softplus(',
        'softplus(',
      );
    })
    .join(' ');
  const softplus = (v: number) => Math.log1p(Math.exp(v));
  // Our own formulas, as the page writes them.
  // oxlint-disable-next-line no-new-func, typescript/no-implied-eval
  return new Function('softplus', `return ${written}`)(softplus) as number;
}

/** The formula of the untouched model: the reader's factor is none of it. */
export const withoutFactor = (parts: readonly FormulaPart[]): FormulaPart[] => {
  const factor = parts.findIndex((part) => isTerm(part) && part.tex === '\\text{factor}');
  return factor < 0 ? [...parts] : parts.slice(0, factor - 1);
};
