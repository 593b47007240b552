import { RECURRENCE } from '../recurrence';
import type { SceneCode } from '../scene';
import { compare } from './derive';
import { presetSizes } from './presets';
import { bytesOf } from './sizes';
import { words } from './words';
import { bytesText } from './write';

/** What runs many tokens at once: a step of a single one has nothing to fuse. */
const { 'selectiveStep.wgsl': _, ...SCANS } = RECURRENCE;

/** Where bytes cross: what the unfused kernels write and read back, and what the fused one keeps. */
export const code: SceneCode<'h' | 'Abar' | 'Bx' | 'read' | 'states' | 'y'> = {
  lines: {
    ...SCANS,
    'discretise.wgsl': { Abar: 'Abar[at] = exp(delta * A)', Bx: 'Bx[at] = delta * B' },
    'scanMaterialised.wgsl': {
      read: 'let a = vec4f(Abar[at]',
      states: 'hs[at + 3u * step] = state',
    },
    'contract.wgsl': { states: 'sum += dbc[C + n] * hs[', y: 'y[at] = sum * z' },
    'reference/discretise.ts': {
      Abar: 'Abar[at] = Math.exp(delta * A)',
      Bx: 'Bx[at] = delta * dbc[',
    },
    'reference/scanMaterialised.ts': { read: 'h[i] = Abar[at]', states: 'hs[at] = h[i]' },
    'reference/contract.ts': { states: 'hs[at * N + n]', y: 'y[at] = sum * silu(' },
  },
  why: (language) => words.of(language).code,
  values(state) {
    const sizes = presetSizes('model', state.model, 0);
    const block = bytesText(bytesOf('h', sizes));
    const { fused } = compare('forward', sizes);
    return {
      h: words.of('en').codeStays(block),
      Abar: `Ā: ${block}`,
      Bx: `B̄x: ${block}`,
      read: `Ā, B̄x: ${block} + ${block}`,
      states: `h: ${block}`,
      y: words.of('en').codeAll(bytesText(fused.bytes)),
    };
  },
};
