/** M and K̄ against what they are defined by, on toy numbers. */
import { describe, expect, it } from 'vitest';
import { recurrenceOf, type Parts } from './channel';
import { apart } from './derive';
import { bestKernel, kernelFrom, mismatch, mixed, mixing } from './kernels';

const wave = (length: number, f: number) =>
  Float64Array.from({ length }, (_, i) => Math.sin(f * (i + 1)));
const [L, N] = [7, 3];

/** A toy that selects: all of Δ, B and C move. */
const parts: Parts = {
  delta: wave(L, 0.9).map((v) => 0.5 + 0.4 * v),
  A: Float64Array.of(-0.3, -1, -2.5),
  AIm: null,
  B: wave(L * N, 1.3),
  C: wave(L * N, 0.7),
  CIm: null,
};

describe('the matrix of a recurrence', () => {
  it('is what comes out of one word alone, later on', () => {
    const M = mixing(recurrenceOf(parts), N, L);
    for (let j = 0; j < L; j++) {
      const h = new Float64Array(N);
      for (let i = 0; i < L; i++) {
        let y = 0;
        for (let n = 0; n < N; n++) {
          // h = exp(ΔA) h + Δ B x with x = 1 at word j alone; y = C·h.
          h[n] = Math.exp(parts.delta[i] * parts.A[n]) * h[n];
          if (i === j) h[n] += parts.delta[i] * parts.B![i * N + n];
          y += parts.C[i * N + n] * h[n];
        }
        expect(M[i * L + j]).toBeCloseTo(y, 14);
      }
    }
  });

  it('frozen, is one kernel: CB̄, CĀB̄, CĀ²B̄ …', () => {
    const { delta, A, B, C } = mixed(parts, 0);
    const M = mixing(recurrenceOf(mixed(parts, 0)), N, L);
    const kernel = Float64Array.from({ length: L }, (_, l) =>
      [0, 1, 2].reduce(
        (sum, n) => sum + C[n] * Math.exp(delta[0] * A[n]) ** l * delta[0] * B![n],
        0,
      ),
    );
    for (let i = 0; i < L; i++)
      expect(apart(kernelFrom(M, L, i), kernel.subarray(0, i + 1))).toBeLessThan(1e-14);
    expect(mismatch(M, L, bestKernel(M, L))).toBeLessThan(1e-14);
  });

  it('at the other end of the slider is the live one', () => {
    const live = mixing(recurrenceOf(parts), N, L);
    expect(apart(mixing(recurrenceOf(mixed(parts, 1)), N, L), live)).toBeLessThan(1e-15);
  });

  it('of complex numbers has the real part of C Āˡ B̄', () => {
    const turning: Parts = {
      delta: new Float64Array(L).fill(0.2),
      A: Float64Array.of(-0.5, -0.5),
      AIm: Float64Array.of(3, 9),
      B: null,
      C: Float64Array.from({ length: L * 2 }, (_, i) => (i % 2 ? -0.4 : 0.7)),
      CIm: Float64Array.from({ length: L * 2 }, (_, i) => (i % 2 ? 0.1 : 0.2)),
    };
    const M = mixing(recurrenceOf(turning), 2, L);
    for (let l = 0; l < L; l++) {
      const size = Math.exp(-0.1 * l);
      const wanted =
        size * (0.7 * Math.cos(0.6 * l) - 0.2 * Math.sin(0.6 * l)) +
        size * (-0.4 * Math.cos(1.8 * l) - 0.1 * Math.sin(1.8 * l));
      expect(M[l * L]).toBeCloseTo(wanted, 14);
      expect(M[(L - 1) * L + L - 1 - l]).toBeCloseTo(wanted, 14);
    }
  });
});
