import { unitOfChannel } from '../../../engine/probeShape';
import { fixed } from '../../../viz/format';
import { tracedIn } from '../../store/trace';
import { RECURRENCE } from '../recurrence';
import type { SceneCode } from '../scene';
import { words } from './words';

/** All three ways: the step of the recurrence, a number of the kernel, two pairs that become one. */
export const code: SceneCode<'Abar' | 'h' | 'y' | 'kernel' | 'join'> = {
  lines: {
    ...RECURRENCE,
    'scanLevel.wgsl': { join: 'Bx[to] = Abar[to] * Bx[at] + Bx[to]' },
    'reference/scanLevel.ts': { join: 'Bx[to] = a2 * b1' },
    's4dKernel.wgsl': { kernel: 'let power = exp(f32(l)' },
    'reference/s4dKernel.ts': { kernel: 'const sum = states.reduce(' },
  },
  why: (language) => words.of(language).code,
  values(state) {
    const y = tracedIn(state, 'layer.ssmOut');
    const h = tracedIn(state, 'layer.h');
    const { token, channel, state: n } = state.cursor;
    const t = h ? token - h.first : -1;
    const { dInner: E, dState: N, heads, kind } = state.model;
    if (!y || !h || t < 0 || t >= h.rows || unitOfChannel(state.model, channel) !== h.unit)
      return null;
    const width = heads ? heads.headDim * N : kind === 'S4D' ? 2 * N : N;
    const at = t * width + (heads ? (channel % heads.headDim) * N : 0) + n;
    return {
      h: `${kind === 'S4D' ? 'Re h' : 'h'} = ${fixed(h.yours.values[at], 3)}`,
      y: `y = ${fixed(y.yours.values[t * E + channel], 3)}`,
    };
  },
};
