import { RECURRENCE } from '../recurrence';
import type { SceneCode } from '../scene';
import { growth, scale } from './complex';
import { complexText, digits } from './derive';
import { abar } from './schemes';
import { deltaOf, ownSystem } from './system';
import { words } from './words';

/** Δ at the cursor; Ā by zero-order hold; and what the input comes in with: ΔB, or nothing in S4D, whose C′ has it. */
export const code: SceneCode<'h' | 'Abar' | 'delta' | 'Bbar'> = {
  lines: {
    ...RECURRENCE,
    's4dScan.wgsl': { ...RECURRENCE['s4dScan.wgsl'], Bbar: 'let grown = growth(v)' },
  },
  why: (language) => words.of(language).code,
  values(state) {
    const system = ownSystem(state, 1);
    const delta = deltaOf(state, state.cursor.token);
    if (!system || delta === null) return null;
    const z = scale(system.A, delta);
    const [{ B, x }] = system.steps;
    return {
      delta: `Δ = ${digits(delta)}`,
      Abar: `Ā = ${complexText(abar('zoh', z))}`,
      Bbar: `(Ā − 1) / ΔA = ${complexText(growth(z))}`,
      h: state.model.kind === 'S4D' ? `x = ${digits(x)}` : `B̄ = ΔB = ${digits(delta * B)}`,
    };
  },
};
