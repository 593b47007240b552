import { unitOfChannel } from '../../../engine/probeShape';
import { fixed } from '../../../viz/format';
import { RECURRENCE } from '../recurrence';
import type { SceneCode } from '../scene';
import { decayAt, layerRun, stepAt } from './layer';
import { words } from './words';

/** A number of the state at the cursor: it fades, takes in the word, is read out. */
export const code: SceneCode<'h' | 'Abar' | 'y'> = {
  lines: RECURRENCE,
  why: (language) => words.of(language).code,
  values(state) {
    const run = layerRun(state);
    const { token, channel, state: n } = state.cursor;
    const t = run ? token - run.first : -1;
    if (!run || t < 0 || t >= run.rows || unitOfChannel(run.model, channel) !== run.unit)
      return null;
    const [re, im] = decayAt(run, t, channel, n);
    const isComplex = run.model.kind === 'S4D';
    const turning = isComplex ? ` ${im < 0 ? '−' : '+'} ${fixed(Math.abs(im), 3)}i` : '';
    return {
      Abar: `Ā = ${fixed(re, 3)}${turning}`,
      h: `${isComplex ? 'Re h' : 'h'} = ${fixed(stepAt(run, t, channel).now[n], 3)}`,
      y: `y = ${fixed(run.y[t * run.model.dInner + channel], 3)}`,
    };
  },
};
