import { fixed } from '../../../viz/format';
import { RECURRENCE } from '../recurrence';
import type { SceneCode } from '../scene';
import { keepOf } from './identities';
import { numbersAt, readingOf } from './reading';
import { words } from './words';

/** Δ at the cursor, how much of the state it keeps, and the state that comes of it. */
export const code: SceneCode<'delta' | 'Abar' | 'h'> = {
  lines: RECURRENCE,
  why: (language) => words.of(language).code,
  values(state) {
    const r = readingOf(state, state.cursor.channel);
    const at = r && numbersAt(r, 'yours', state.cursor);
    if (!at) return null;
    // Of S4D, whose Ā turns as well as fades, its size; of its state the real part.
    const isComplex = r.model.kind === 'S4D';
    return {
      delta: `Δ = ${fixed(at.delta, 3)}`,
      Abar: `${isComplex ? '|Ā|' : 'Ā'} = ${fixed(keepOf(at.delta, at.A), 3)}`,
      ...(at.h === null ? {} : { h: `${isComplex ? 'Re h' : 'h'} = ${fixed(at.h, 3)}` }),
    };
  },
};
