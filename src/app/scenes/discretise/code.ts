/** Which lines of the file that runs are this scene's, and what they have just computed. For the Code view. */
import type { AppState } from '../../store/state';
import { growth, scale } from './complex';
import { codeScheme, complexText, digits } from './derive';
import { abar } from './schemes';
import { deltaOf, ownA, ownSystem } from './system';

interface Lines {
  /** Where Ā is made, and where B̄ x goes into the state. */
  Abar: string;
  Bbar: string;
}

/** Fragments of lines: each is looked up in the source, so that a line keeps its light when the file changes. */
export const LINES: Record<string, Lines> = {
  selectiveStep: { Abar: 'let Abar = exp(delta * A)', Bbar: 'let after = Abar * before' },
  ssdRecurrence: { Abar: 'let Abar = exp(delta * A)', Bbar: 'let after = Abar * before' },
  s4dScan: { Abar: 'Abar[n] = exp(v.x) * cosSin(v.y)', Bbar: 'let grown = growth(v)' },
};

export interface LitCode {
  /** The operation whose file it is. */
  file: string;
  lit: string[];
  /** Beside the line with this fragment. */
  values: { fragment: string; value: string }[];
}

/** The shader's lines at the cursor: Ā by ZOH, B̄ as the code has it. Null for other files and until it is known. */
export function code(
  state: Pick<AppState, 'model' | 'trace' | 'cursor'>,
  file: string,
): LitCode | null {
  const lines = LINES[file];
  const A = ownA(state);
  const delta = deltaOf(state, state.cursor.token);
  const system = ownSystem(state, 1);
  if (!lines || !A || delta === null || !system) return null;
  const z = scale(A, delta);
  const written =
    codeScheme(state.model.kind) === 'zoh'
      ? `(Ā − 1) / ΔA = ${complexText(growth(z))}`
      : `B̄ = ΔB = ${digits(delta * system.steps[0].B)}`;
  return {
    file,
    lit: Object.values(lines),
    values: [
      { fragment: lines.Abar, value: `Ā = ${complexText(abar('zoh', z))}` },
      { fragment: lines.Bbar, value: written },
    ],
  };
}
