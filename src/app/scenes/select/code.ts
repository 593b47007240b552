/** Which lines of the file that runs are this scene's, and what they have just computed. For the Code view. */
import { fixed } from '../../../viz/format';
import type { AppState } from '../../store/state';
import { keepOf } from './identities';
import { numbersAt, readingOf } from './reading';

/** Fragments of lines by file: each is looked up in the source, so that a line keeps its light when the file changes. */
export const LINES: Readonly<Record<string, { delta: string; keep: string; step: string }>> = {
  'selectiveScan.wgsl': {
    delta: 'own = select(softplus(own + bias)',
    keep: 'let Abar = exp2(',
    step: 'state[k] = Abar * before',
  },
  'selectiveStep.wgsl': {
    delta: 'let delta = select(softplus(pre)',
    keep: 'let Abar = exp(delta * A)',
    step: 'let after = Abar * before',
  },
  'ssdRecurrence.wgsl': {
    delta: 'let own = clamp(softplus(raw)',
    keep: 'let Abar = exp(delta * A)',
    step: 'let after = Abar * before',
  },
  'wasm/assembly/selectiveScan.ts': {
    delta: 'Lanes.softplus(raw))',
    keep: 'const Abar = Lanes.exp2(',
    step: 'const after = f32x4.add(',
  },
};

export interface LitCode {
  /** As `frame/code` names it. */
  file: string;
  lit: string[];
  /** Beside the line with this fragment. */
  values: { fragment: string; value: string }[];
}

/** The file’s lines at the cursor; null for a file that has no Δ of a token. */
export function code(state: AppState, file: string): LitCode | null {
  const lines = LINES[file];
  const r = readingOf(state, state.cursor.channel);
  const at = r && numbersAt(r, 'yours', state.cursor);
  if (!lines || !at) return null;
  const values = [
    { fragment: lines.delta, value: `Δ = ${fixed(at.delta)}` },
    { fragment: lines.keep, value: `Ā = ${fixed(keepOf(at.delta, at.A))}` },
    ...(at.h === null ? [] : [{ fragment: lines.step, value: `h = ${fixed(at.h)}` }]),
  ];
  return { file, lit: [lines.delta, lines.keep, lines.step], values };
}
