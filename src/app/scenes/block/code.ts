import { fixed } from '../../../viz/format';
import { RECURRENCE, type RecurrencePart } from '../recurrence';
import type { SceneCode } from '../scene';
import { placeOf } from './derive';
import { tapsOf } from './equations';
import { numbersOf } from './numbers';
import { words } from './words';

/** `tap`: one product of the short convolution; `out`: what comes of their sum. Then the SSM's Δ and y. */
export type BlockLine = 'out' | 'tap' | Extract<RecurrencePart, 'delta' | 'y'>;

/** The lines of the chosen channel in the block's two parts that mix words. */
export const code: SceneCode<BlockLine> = {
  lines: {
    ...RECURRENCE,
    'causalConv1d.wgsl': {
      tap: 'sum += weight[e * dConv + k] * window[k]',
      out: '= sum / (1.0 + exp(-sum))',
    },
    'wasm/assembly/causalConv1d.ts': {
      tap: 'sum = f32x4.add(sum, f32x4.mul(v128.load(k), v128.load(past)))',
      out: 'Lanes.store(out + at, Lanes.silu(sum), count)',
    },
    'reference/causalConv1d.ts': {
      tap: 'sum += w[e * K + k]! * at(t - P + k, e)',
      out: 'to[t * E + e] = silu(sum)',
    },
  },
  why: (language) => words.of(language).code,
  values(state) {
    const numbers = numbersOf(state);
    if (!numbers) return null;
    const { channel, unit } = placeOf(state, null);
    const written = (v: number | null) => (v === null ? '·' : fixed(v));
    const { taps, sum } = tapsOf(numbers, channel);
    return {
      tap: `${taps.map((t) => written(t.product.yours)).join(' + ')} → c = ${written(sum.yours)}`,
      out: `x = ${written(numbers.at('layer.x', channel).yours)}`,
      delta: `Δ = ${written(numbers.at('layer.delta', unit).yours)}`,
      y: `y = ${written(numbers.at('layer.ssmOut', channel).yours)}`,
    };
  },
};
