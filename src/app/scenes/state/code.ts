/** Which lines of the file that runs are this scene's, and what they have just computed. For the Code view. */
import { unitOfChannel } from '../../../engine/probeShape';
import { fixed } from '../../../viz/format';
import type { AppState } from '../../store/state';
import { decayAt, layerRun, stepAt } from './layer';

/** Fragments of lines: each is looked up in the source, so that a line keeps its light when the file changes. */
export const LINES: Record<string, { fade: string; write: string; read: string }> = {
  selectiveStep: {
    fade: 'let Abar = exp(delta * A)',
    write: 'let after = Abar * before',
    read: 'sum += C * after',
  },
  ssdRecurrence: {
    fade: 'let Abar = exp(delta * A)',
    write: 'let after = Abar * before',
    read: 'sum += C * after',
  },
  s4dScan: {
    fade: 'let grown = growth(v)',
    write: 'let after = times(Abar[n], before)',
    read: 'let out = gain',
  },
};

export interface LitCode {
  /** The operation whose file it is. */
  file: string;
  lit: string[];
  /** Beside the line with this fragment. */
  values: { fragment: string; value: string }[];
}

/** The shader's lines at the cursor: a number fades, takes in the word, is read out. Null for other files and until it is known. */
export function code(
  state: Pick<AppState, 'model' | 'trace' | 'cursor'>,
  file: string,
): LitCode | null {
  const lines = LINES[file];
  const run = layerRun(state);
  const { token, channel, state: n } = state.cursor;
  const t = run ? token - run.first : -1;
  if (!lines || !run || t < 0 || t >= run.rows || unitOfChannel(run.model, channel) !== run.unit)
    return null;
  const { now } = stepAt(run, t, channel);
  const y = run.y[t * run.model.dInner + channel];
  return {
    file,
    lit: Object.values(lines),
    values: [
      { fragment: lines.fade, value: `Ā = ${fixed(decayAt(run, t, channel, n)[0])}` },
      { fragment: lines.write, value: `h = ${fixed(now[n])}` },
      { fragment: lines.read, value: `y = ${fixed(y)}` },
    ],
  };
}
