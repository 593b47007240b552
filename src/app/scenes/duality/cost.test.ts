import { describe, expect, it } from 'vitest';
import {
  chunkedCost,
  chunkedSteps,
  crossing,
  linearCost,
  matrixShare,
  quadraticCost,
} from './cost';
import { chunksOf } from './steps';

describe('the cost', () => {
  const shape = { headDim: 3, dState: 5 };
  const [P, N] = [shape.headDim, shape.dState];

  /** Multiplications of the forms as they are computed, one by one. */
  function counted(L: number, Q: number) {
    const count = { quadratic: 0, linear: 0, diagonal: 0, states: 0, passing: 0, output: 0 };
    let matrix = 0;
    const pairs = (from: number, to: number, add: (n: number) => void) => {
      for (let i = from; i < to; i++)
        for (let j = from; j <= i; j++) {
          for (let n = 0; n < N; n++) add(1); // C_i·B_j
          add(1); // ∘ L
          for (let p = 0; p < P; p++) add(1); // times the inputs
        }
    };
    pairs(0, L, (n) => (count.quadratic += n));
    for (let t = 0; t < L; t++)
      for (let p = 0; p < P; p++) for (let n = 0; n < N; n++) count.linear += 3; // a h, Δx B, C h
    for (const { first, length } of chunksOf(L, Q)) {
      pairs(first, first + length, (n) => (count.diagonal += n));
      for (let t = 0; t < length; t++)
        for (let p = 0; p < P; p++) {
          count.states += 1; // exp(a_last − a_j) Δx
          count.output += 1; // exp(a_i) of what is read
          for (let n = 0; n < N; n++) {
            count.states += 1; // times B
            count.output += 1; // C h
            matrix += 2;
          }
        }
      count.passing += P * N;
      matrix += ((length * (length + 1)) / 2) * (N + P);
    }
    return { ...count, matrix };
  }

  it.each([
    [1, 1],
    [7, 3],
    [12, 4],
    [5, 8],
    [33, 16],
  ])('of %i words in chunks of %i is what the loops count', (L, Q) => {
    const { quadratic, linear, matrix, ...steps } = counted(L, Q);
    expect(quadraticCost(L, shape)).toBe(quadratic);
    expect(linearCost(L, shape)).toBe(linear);
    expect(chunkedSteps(L, Q, shape)).toEqual(steps);
    const sum = Object.values(steps).reduce((a, b) => a + b, 0);
    expect(chunkedCost(L, Q, shape)).toBe(sum);
    expect(matrixShare(L, Q, shape)).toBeCloseTo(matrix / sum, 14);
  });

  it('the matrix passes the recurrence at the crossing, not before', () => {
    for (const of of [shape, { headDim: 64, dState: 128 }, { headDim: 64, dState: 16 }]) {
      const L = crossing(of);
      expect(quadraticCost(L, of)).toBeGreaterThan(linearCost(L, of));
      expect(quadraticCost(L - 1, of)).toBeLessThanOrEqual(linearCost(L - 1, of));
    }
    expect(crossing({ headDim: 64, dState: 128 })).toBe(254);
  });

  it('is as the prose has it, for whole chunks', () => {
    const [T, Q] = [64, 8];
    const stated = T * (((Q + 1) / 2) * (N + P + 1) + 2 * P * (N + 1) + (P * N) / Q);
    expect(chunkedCost(T, Q, shape)).toBeCloseTo(stated, 9);
  });
});
