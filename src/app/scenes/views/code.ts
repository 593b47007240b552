import { unitOfChannel } from '../../../engine/probeShape';
import { fixed } from '../../../viz/format';
import { rowOf, tracedIn } from '../../store/trace';
import { RECURRENCE } from '../recurrence';
import type { SceneCode } from '../scene';
import { words } from './words';

/** All three ways: the step of the recurrence, a number of the kernel, two pairs that become one. */
export const code: SceneCode<'Abar' | 'h' | 'y' | 'kernel' | 'join'> = {
  lines: {
    ...RECURRENCE,
    'scanLevel.wgsl': { join: 'Bx[to] = Abar[to] * Bx[at] + Bx[to]' },
    'reference/scanLevel.ts': { join: 'Bx[to] = a2 * b1' },
    'impliedMatrix.wgsl': { kernel: 'value += bc[C + n] * exp(' },
    'reference/impliedMatrix.ts': { kernel: 'const decay = Math.exp(' },
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
    const delta = tracedIn(state, 'layer.delta');
    const A = tracedIn(state, 'layer.A');
    const unit = unitOfChannel(state.model, channel);
    const step = delta && rowOf(delta.yours, delta, token)?.[unit];
    const rate = A?.yours.values[heads ? unit : channel * (kind === 'S4D' ? 2 * N : N) + n];
    const known = step !== null && step !== undefined && rate !== undefined;
    const name = kind === 'S4D' ? '|Ā|' : 'Ā';
    return {
      ...(known && { Abar: `${name} = ${fixed(Math.exp(step * rate), 3)}` }),
      h: `${kind === 'S4D' ? 'Re h' : 'h'} = ${fixed(h.yours.values[at], 3)}`,
      y: `y = ${fixed(y.yours.values[t * E + channel], 3)}`,
    };
  },
};
