import { fixed } from '../../../viz/format';
import { RECURRENCE } from '../recurrence';
import type { SceneCode } from '../scene';
import { isComplex, numberAt } from './derive';
import { words } from './words';

/** One step of the state, for the number that the reader has chosen: what it held, what it holds now. */
export const code: SceneCode<'h' | 'before'> = {
  lines: RECURRENCE,
  why: (language) => words.of(language).code,
  values({ moment, model, cursor }) {
    if (!moment) return null;
    const { yours, previous } = numberAt(moment, cursor, model);
    const h = isComplex(model) ? 'Re h' : 'h';
    return { before: `${h} = ${fixed(previous, 3)}`, h: `${h} = ${fixed(yours, 3)}` };
  },
};
