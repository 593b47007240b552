import type { SsdArgs } from '../ops';
import { softplus } from './math';
import { dataOf } from './tensor';

/** The shapes and places of SSD's tensors, worked out once for both of its forms. */
export function ssdViews(args: SsdArgs) {
  const { xbc, zxbcdt, ssm, h, nGroups: G, deltaLimit, deltaScale, aScale } = args;
  const [H, P, N] = h.shape as [number, number, number];
  const E = H * P;
  const xbcStride = E + 2 * G * N;
  const zStride = zxbcdt.shape.at(-1)!;
  const projected = dataOf(zxbcdt); // (L, 2E + 2GN + H)
  const parameters = dataOf(ssm); // (H, 3)
  const headsPerGroup = H / G;
  return {
    H,
    P,
    N,
    E,
    /** (L, E + 2GN): x | B | C. */
    xbc: dataOf(xbc),
    /** First number of B, then of C, that head k reads at token t. */
    atB: (t: number, k: number) => t * xbcStride + E + Math.floor(k / headsPerGroup) * N,
    atC: (t: number, k: number) => t * xbcStride + E + (G + Math.floor(k / headsPerGroup)) * N,
    /** First channel of x of head k at token t. */
    atX: (t: number, k: number) => t * xbcStride + k * P,
    A: Float64Array.from({ length: H }, (_, k) => -Math.exp(parameters[3 * k]!) * aScale),
    D: Float64Array.from({ length: H }, (_, k) => parameters[3 * k + 1]!),
    /** Δ of head k at token t. */
    delta(t: number, k: number): number {
      const raw = projected[t * zStride + zStride - H + k]! + parameters[3 * k + 2]!;
      const [low, high] = deltaLimit;
      return Math.min(Math.max(softplus(raw), low), high) * deltaScale;
    },
  };
}
