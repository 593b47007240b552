/** The scene's claims as numbers, on toy values whose truth is known, and on the text that the page begins with. */
import { describe, expect, it } from 'vitest';
import type { TokenRecord } from '../../../engine/types';
import { recordedRun } from '../../recorded/recordedRun';
import type { AppState } from '../../store/state';
import {
  diagonalSpread,
  live,
  rowParts,
  roundRange,
  scientific,
  wordAt,
  workOut,
  workOutUncut,
} from './derive';
import { mixingOf, shareBefore } from './matrix';
import { fourSteps, largestDifference, recurrence, sumOf, wholeMatrix } from './steps';
import { all, toyRun } from './toyRun';

describe('the matrix', () => {
  const run = toyRun(12);
  const mixing = mixingOf(all(run));
  const T = mixing.size;

  it('L_ij is the product of the decays between, 1 on the diagonal and 0 above it', () => {
    for (let i = 0; i < T; i++)
      for (let j = 0; j < T; j++) {
        let product = j > i ? 0 : 1;
        for (let s = j + 1; s <= i; s++) product *= Math.exp(run.delta[s] * run.A);
        expect(mixing.L[i * T + j]).toBeCloseTo(product, 14);
      }
  });

  it('L is 1-semiseparable: every square of four below the diagonal has determinant 0', () => {
    const L = (i: number, j: number) => mixing.L[i * T + j];
    for (let i = 2; i < T; i++)
      for (let j = 1; j < i - 1; j++)
        expect(L(i, j) * L(i - 1, j - 1) - L(i, j - 1) * L(i - 1, j)).toBeCloseTo(0, 15);
  });

  it('M is L ∘ C Bᵀ, and with every decay 1 it is causal linear attention', () => {
    expect([...mixing.M]).toEqual([...mixing.L].map((v, at) => v * mixing.scores[at]!));
    const still = mixingOf(all({ ...run, A: -0 }));
    expect([...still.M]).toEqual([...still.scores]);
  });

  it('decay takes weight from far words', () => {
    const row = (of: Float64Array) => of.subarray((T - 1) * T, T * T);
    const far = shareBefore(row(mixing.M), T - 1, T - 4);
    expect(far).toBeLessThan(shareBefore(row(mixing.scores), T - 1, T - 4));
    expect(shareBefore([1, -1, 2], 2, 2)).toBe(0.5);
    expect(shareBefore([0, 0], 1, 1)).toBe(0);
  });
});

describe('one y, three ways', () => {
  it.each([1, 2, 3, 5, 8, 13, 64])('the four steps with chunks of %i add up to M x', (Q) => {
    const run = toyRun(13);
    const { ways, steps } = workOut(workOutUncut(all(run)), Q);
    for (const { y, apart } of Object.values(ways)) {
      expect(apart).toBeLessThan(1e-12);
      expect(y.some((v) => Math.abs(v) > 0.1)).toBe(true);
    }
    expect(steps.chunks).toHaveLength(Math.ceil(13 / Q));
    // The last state that is passed on is the recurrence's.
    const size = run.headDim * run.dState;
    const last = steps.passed.subarray(steps.chunks.length * size);
    expect(largestDifference(last, recurrence(run, 0, 13).h)).toBeLessThan(1e-12);
  });

  it('chunks of one word leave only the word itself to the matrix; one chunk leaves nothing to the state', () => {
    const run = toyRun(9);
    const mixing = mixingOf(all(run));
    const zero = new Float64Array(run.headDim * run.dState);
    const one = fourSteps(all(run), mixing, 1, zero);
    const own = mixing.M[0]! * run.delta[0]! * run.x[0]!;
    expect(one.diagonal[0]).toBeCloseTo(own, 14);
    expect(one.offDiagonal.slice(run.headDim).every((v) => v !== 0)).toBe(true);
    const whole = fourSteps(all(run), mixing, 9, zero);
    expect([...whole.offDiagonal]).toEqual([...whole.offDiagonal].map(() => 0));
    expect(largestDifference(whole.diagonal, wholeMatrix(all(run), mixing, zero))).toBeLessThan(
      1e-14,
    );
  });

  it('a text that began earlier enters as a state', () => {
    const run = toyRun(40);
    const stretch = { run, from: 17, size: 20 };
    const { ways, incoming } = workOut(workOutUncut(stretch), 6);
    expect(incoming!.some((v) => v !== 0)).toBe(true);
    for (const { apart } of Object.values(ways)) expect(apart).toBeLessThan(1e-12);
    // Read from the middle only, nothing can be compared.
    expect(workOutUncut({ ...stretch, run: { ...run, first: 5 } }).incoming).toBe(null);
  });

  it('a wrong number is seen', () => {
    const run = toyRun(9);
    const y = run.y.slice();
    y[y.length - 1]! += 1e-3;
    const wrong = { ...run, y };
    const { ways } = workOut(workOutUncut(all(wrong)), 4);
    for (const { apart } of Object.values(ways)) expect(apart).toBeCloseTo(1e-3, 10);
    expect(largestDifference([1, NaN], [1, 2])).toBeNaN();
  });

  it('the parts in the formula add up to y', () => {
    const run = toyRun(20);
    const mixing = mixingOf(all(run));
    const steps = fourSteps(all(run), mixing, 8, new Float64Array(15));
    for (const [i, p] of [
      [0, 0],
      [7, 2],
      [13, 1],
    ] as const) {
      const { inside, through, skip, y } = rowParts(all(run), mixing, i, p, 8);
      expect(inside + through + skip).toBeCloseTo(y, 12);
      expect(inside).toBeCloseTo(steps.diagonal[i * 3 + p]!, 12);
      expect(through).toBeCloseTo(steps.offDiagonal[i * 3 + p]!, 12);
      expect(y).toBeCloseTo(sumOf(steps)[i * 3 + p]! + run.D * run.x[i * 3 + p]!, 12);
    }
  });
});

it('writes numbers as people do', () => {
  expect([5e-7, 0.001, 0, 1, 24_000].map(scientific)).toEqual([
    '5·10⁻⁷',
    '1·10⁻³',
    '0',
    '1·10⁰',
    '2·10⁴',
  ]);
  expect(roundRange([0.1, -0.43])).toBe(0.5);
  expect(roundRange([0])).toBe(1);
  expect(wordAt([{ text: ' ball' } as TokenRecord], 0)).toBe('ball');
  expect(diagonalSpread([1, 0, 0, 2, 1, 0, 3, 2, 1], 3)).toBe(0);
  expect(diagonalSpread([1, 0, 0, 2, 1, 0, 3, 2.5, 1], 3)).toBe(0.5);
});

it('the prose states what the model has, and leaves open what Mamba has not', () => {
  const run = recordedRun();
  const state = { ...run, theme: 'system' } as AppState;
  const stated = (s: AppState) =>
    Object.fromEntries(Object.entries(live).map(([name, of]) => [name, of(s)]));
  expect(stated(state)).toMatchObject({ a: null, head: null, headDim: null, crossing: null });
  const heads = { nHeads: 8, headDim: 64, nGroups: 1 };
  const model = { ...run.model, kind: 'Mamba-2', dState: 128, heads };
  expect(stated({ ...state, model, cursor: { ...state.cursor, channel: 489 } })).toMatchObject({
    head: 7,
    nHeads: 8,
    headDim: 64,
    nGroups: 1,
    dState: 128,
    crossing: 254,
  });
});
