import type { SsdArgs } from '../ops';
import { softplus } from './math';
import { dataOf } from './tensor';
import { turnViews } from './turn';

/** The shapes and places of SSD's tensors, worked out once for both of its forms. */
export function ssdViews(args: SsdArgs) {
  const { xbc, zxbcdt, ssm, h, nGroups: G, deltaLimit } = args;
  const [H, P, N] = h.shape as [number, number, number];
  const E = H * P;
  const xbcStride = E + 2 * G * N;
  const zStride = zxbcdt.shape.at(-1)!;
  const projected = dataOf(zxbcdt); // (L, 2E + 2GN + H)
  const parameters = dataOf(ssm); // (H, 3)
  const headsPerGroup = H / G;
  const turn = turnViews(args.turn, H, G * N);
  const values = dataOf(xbc); // (L, E + 2GN)
  /** The N numbers that head k reads at token t, of B (part 0) or C (part 1), unless they are held. */
  const shared = (held: Float32Array | null, part: number, t: number, k: number): Float32Array => {
    const first = Math.floor(k / headsPerGroup) * N;
    const own = t * xbcStride + E + part * G * N + first;
    return held ? held.subarray(first, first + N) : values.subarray(own, own + N);
  };
  return {
    H,
    P,
    N,
    E,
    /** (L, E + 2GN): x | B | C. */
    xbc: values,
    /** B, then C, of head k at token t, (N). */
    B: (t: number, k: number) => shared(turn.heldB, 0, t, k),
    C: (t: number, k: number) => shared(turn.heldC, 1, t, k),
    /** First channel of x of head k at token t. */
    atX: (t: number, k: number) => t * xbcStride + k * P,
    A: Float64Array.from({ length: H }, (_, k) => -Math.exp(parameters[3 * k]!) * turn.aFactor[k]!),
    D: Float64Array.from({ length: H }, (_, k) => parameters[3 * k + 1]!),
    /** Factor on the output of each head, (H). */
    gain: turn.gain,
    /** Δ of head k at token t. */
    delta(t: number, k: number): number {
      const raw = projected[t * zStride + zStride - H + k]! + parameters[3 * k + 2]!;
      const [low, high] = deltaLimit;
      return turn.delta(k, Math.min(Math.max(softplus(raw), low), high));
    },
  };
}
