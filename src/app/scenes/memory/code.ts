import { RECURRENCE } from '../recurrence';
import type { SceneCode } from '../scene';
import { presetSizes } from './presets';
import { bytesOf } from './sizes';
import { words } from './words';
import { bytesText } from './write';

/** What runs many tokens at once: a step of a single one has nothing to fuse. */
const { 'selectiveStep.wgsl': _, ...SCANS } = RECURRENCE;

/** Where bytes cross: what the unfused kernels write and read back, and what a fused one keeps. */
export const code: SceneCode<
  'h' | 'Abar' | 'y' | 'AbarOut' | 'BxOut' | 'back' | 'states' | 'statesBack'
> = {
  lines: {
    ...SCANS,
    'discretise.wgsl': { AbarOut: 'Abar[at] = exp(delta * A)', BxOut: 'Bx[at] = delta * B' },
    'scanMaterialised.wgsl': {
      back: 'let a = vec4f(Abar[at]',
      states: 'hs[at + 3u * step] = state',
    },
    'contract.wgsl': { statesBack: 'sum += dbc[C + n] * hs[' },
    'reference/discretise.ts': {
      AbarOut: 'Abar[at] = Math.exp(delta * A)',
      BxOut: 'Bx[at] = delta * dbc[',
    },
    'reference/scanMaterialised.ts': { back: 'h[i] = Abar[at]', states: 'hs[at] = h[i]' },
    'reference/contract.ts': { statesBack: 'hs[at * N + n]' },
  },
  why: (language) => words.of(language).code,
  values(state) {
    const sizes = presetSizes('model', state.model, 0);
    const block = bytesText(bytesOf('h', sizes));
    const none = words.of('en').codeNone(block);
    return {
      h: `h: ${none}`,
      Abar: `Ā: ${none}`,
      y: `y: ${bytesText(bytesOf('y', sizes))}`,
      AbarOut: `Ā: ${block}`,
      BxOut: `B̄x: ${block}`,
      back: `Ā, B̄x: 2 × ${block}`,
      states: `h: ${block}`,
      statesBack: `h: ${block}`,
    };
  },
};
