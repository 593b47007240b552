/** Which lines of the files that Code shows belong to the chosen channel, and what they have just computed. */
import { fixed } from '../../../viz/format';
import type { AppState } from '../../store/state';
import { placeOf } from './derive';
import { tapsOf } from './equations';
import { numbersOf } from './numbers';

/** The short convolution in each of the three folders: one tap's product, and what comes of the sum. */
export const LINES = {
  shaders: {
    tap: 'sum += weight[e * dConv + k] * window[k]',
    out: '= sum / (1.0 + exp(-sum))',
  },
  wasm: {
    tap: 'sum = f32x4.add(sum, f32x4.mul(v128.load(k), v128.load(past)))',
    out: 'Lanes.store(out + at, Lanes.silu(sum), count)',
  },
  reference: {
    tap: 'sum += w[e * K + k]! * at(t - P + k, e)',
    out: 'to[t * E + e] = silu(sum)',
  },
} as const;

export interface LitCode {
  /** The operation whose file it is. */
  file: string;
  lit: string[];
  /** Beside the line with this fragment. */
  values: { fragment: string; value: string }[];
}

/** The convolution's lines at the cursor; null before the layer has been read. */
export function code(state: AppState): LitCode | null {
  const numbers = numbersOf(state);
  if (!numbers) return null;
  const { channel } = placeOf(state, null);
  const { tap, out } = LINES[state.device?.code ?? 'shaders'];
  const written = (v: number | null) => (v === null ? '·' : fixed(v));
  const { taps, sum } = tapsOf(numbers, channel);
  const x = numbers.at('layer.x', channel);
  return {
    file: 'causalConv1d',
    lit: [tap, out],
    values: [
      {
        fragment: tap,
        value: `${taps.map((t) => written(t.product.yours)).join(' + ')} → c = ${written(sum.yours)}`,
      },
      { fragment: out, value: `x = ${written(x.yours)}` },
    ],
  };
}
