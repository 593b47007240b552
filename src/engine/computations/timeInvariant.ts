/**
 * What selection does that a convolution cannot: Δ, B and C of Mamba or Mamba-2 are frozen to their means over the
 * sequence. Then nothing depends on the token, and the SSM is a convolution with a fixed kernel in each channel,
 *   K̄_l = Σ_n C̄_n exp(l·Δ̄A_n) Δ̄ B̄_n      (Mamba, arXiv 2312.00752, eq. 3, with B̄ = ΔB)
 * How far its y is from the true one is what time-invariance loses on this text.
 */
import type { Ops } from '../ops';
import type { Mamba2Input, MambaInput } from './input';
import { Lease } from './lease';

export interface FixedKernel {
  /** (L, E). */
  kernel: Float32Array;
  /** (L, E): K̄ * x + D x. */
  y: Float32Array;
}

/** The kernel is made in doubles, the convolution runs on the device. */
export async function timeInvariant(
  ops: Ops,
  input: MambaInput | Mamba2Input,
): Promise<FixedKernel> {
  const { seqLen: L, x } = input;
  const { E, kernel, D } = input.kind === 'mamba' ? mambaKernel(input) : mamba2Kernel(input);
  const lease = new Lease(ops);
  try {
    const args = await lease.make(() => ({
      kernel: lease.put('kernel', [L, E], kernel),
      x: lease.put('x', [L, E], x),
      y: lease.zeros('y', [L, E]),
    }));
    ops.convolve({ rows: L, ...args });
    const convolved = await lease.read(args.y);
    return { kernel, y: convolved.map((value, i) => value + D(i % E) * x[i]!) };
  } finally {
    lease.end();
  }
}

/** Mean over time of (L, width), (width). */
function means(values: Float32Array, seqLen: number): Float64Array {
  const out = new Float64Array(values.length / seqLen);
  values.forEach((value, i) => (out[i % out.length]! += value / seqLen));
  return out;
}

function mambaKernel({ seqLen, dInner: E, dState: N, delta, B, C, ssm }: MambaInput) {
  const [meanDelta, meanB, meanC] = [delta, B, C].map((values) => means(values, seqLen));
  const kernel = Float32Array.from({ length: seqLen * E }, (_, i) => {
    const [l, e] = [Math.floor(i / E), i % E];
    const step = meanDelta![e]!;
    let sum = 0;
    for (let n = 0; n < N; n++) {
      const A = -Math.exp(ssm[e * (N + 2) + n]!);
      sum += meanC![n]! * Math.exp(l * step * A) * step * meanB![n]!;
    }
    return sum;
  });
  return { E, kernel, D: (e: number) => ssm[e * (N + 2) + N]! };
}

function mamba2Kernel(input: Mamba2Input) {
  const { seqLen, nHeads: H, headDim: P, nGroups: G, dState: N, delta, B, C, ssm } = input;
  const [meanDelta, meanB, meanC] = [delta, B, C].map((values) => means(values, seqLen));
  const E = H * P;
  const headOf = (e: number): number => Math.floor(e / P);
  const scores = Float64Array.from({ length: G }, (_, g) => {
    let sum = 0;
    for (let n = g * N; n < (g + 1) * N; n++) sum += meanC![n]! * meanB![n]!;
    return sum;
  });
  const kernel = Float32Array.from({ length: seqLen * E }, (_, i) => {
    const [l, k] = [Math.floor(i / E), headOf(i % E)];
    const step = meanDelta![k]!;
    return scores[Math.floor((k * G) / H)]! * Math.exp(-l * step * Math.exp(ssm[3 * k]!)) * step;
  });
  return { E, kernel, D: (e: number) => ssm[3 * headOf(e) + 1]! };
}
