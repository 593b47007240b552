import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scanLevels } from '../../../engine/computations/parallelScan';
import type { AppState } from '../../store/state';
import { blockOf, channelOf, type Channel } from './channel';
import {
  agreementOf,
  apart,
  byConvolution,
  byRecurrence,
  byScan,
  isFixed,
  largest,
  live,
  range,
  readOut,
  relative,
  roundUp,
  stepAt,
  TOLERANCE,
} from './derive';
import { bestKernel, convolve, mismatch, outputs, selectivityAt } from './kernels';
import { openReal } from './realReading';

/** Channels here and there in a layer. */
const SOME = [0, 77, 123, 200, 333, 489, 511];
/** Places of the slider. */
const PLACES = Array.from({ length: 11 }, (_, i) => i / 10);

describe.each(['mamba', 'mamba2', 's4'] as const)('the channels of %s', (name) => {
  let real: Awaited<ReturnType<typeof openReal>>;
  let channels: Channel[];
  let state: AppState;
  beforeAll(async () => {
    real = await openReal(name);
    channels = [];
    for (const channel of SOME) {
      state = await real.state(channel);
      const outputC = await real.outputC();
      channels.push(channelOf(state, { token: 5, channel }, outputC)!);
    }
  });
  afterAll(() => real.close());

  it('have one y by recurrence, convolution and scan: the model’s own, up to rounding', () => {
    for (const ch of channels) {
      const { own } = byConvolution(ch);
      const allowed = TOLERANCE.cpu * Math.max(1, largest(ch.y));
      expect(agreementOf(ch, own).most).toBeLessThan(allowed);
      expect(apart(byRecurrence(ch), ch.y)).toBeLessThan(allowed);
      // A scan over some of the words, from the state before them.
      const some = byScan(ch, 3, 8);
      expect(apart(some, ch.y.subarray(3, 11))).toBeLessThan(allowed);
    }
  });

  it('take a step from the state before to the state after, as the model did', () => {
    for (const ch of channels)
      for (const t of [0, 4, ch.L - 1]) {
        const step = stepAt(ch, t);
        const h = ch.h.subarray(t * ch.N, (t + 1) * ch.N);
        const allowed = TOLERANCE.cpu * Math.max(1, largest(h));
        expect(apart(step.now, h)).toBeLessThan(allowed);
        expect(
          apart(
            step.kept.map((v, n) => v + step.written[n]),
            step.now,
          ),
        ).toBeLessThan(1e-12);
        expect(readOut(ch, t, step.now, step.nowIm)).toBeCloseTo(ch.y[t], 4);
      }
  });

  it('have one kernel for all words in S4D alone', () => {
    for (const ch of channels) {
      const conv = byConvolution(ch);
      expect(isFixed(conv)).toBe(name === 's4');
      // A fixed kernel gives this y, or it clearly does not.
      expect(apart(conv.fixed, conv.own) < 1e-9).toBe(name === 's4');
      expect(conv.error > 0.02).toBe(name !== 's4');
    }
  });

  it('go from no error, frozen, to the live error, and it only grows on the way', () => {
    for (const ch of channels) {
      const errors = PLACES.map((s) => selectivityAt(ch, s).error);
      expect(errors[0]).toBeLessThan(1e-9);
      expect(errors.at(-1)).toBeCloseTo(byConvolution(ch).error, 9);
      for (let i = 1; i < errors.length; i++)
        expect(errors[i]).toBeGreaterThanOrEqual(errors[i - 1] - 1e-9);
    }
  });

  it('are stated in the prose with these very numbers', () => {
    const conv = byConvolution(channels.at(-1)!);
    const here = { ...state, cursor: { ...state.cursor, channel: SOME.at(-1)! } };
    expect(live.fixedError(here)).toBeCloseTo(name === 's4' ? 0 : conv.error, 9);
    const L = state.yours.tokens.length;
    const levels = scanLevels(L);
    expect(live.depth(state)).toBe(levels.length);
    expect(live.work(state)).toBe(levels.flatMap((l) => l.combines).length);
  });

  it('have one kernel once Δ, B and C are held in the running model', async () => {
    const freeze = ['delta', 'B', 'C'] as const;
    const held = await real.state(489, { layer: 7, deltaScale: 1.5, aScale: 1, freeze });
    const ch = channelOf(held, { token: 5, channel: 489 }, await real.outputC())!;
    const conv = byConvolution(ch);
    expect(isFixed(conv)).toBe(true);
    const allowed = TOLERANCE.cpu * Math.max(1, largest(ch.y));
    expect(agreementOf(ch, conv.own).most).toBeLessThan(allowed);
    expect(apart(conv.fixed, ch.y)).toBeLessThan(allowed);
  });
});

describe('a block of words', () => {
  it('holds the word, 128 of them at most, and stays while the word moves in it', () => {
    expect(blockOf(5, 0, 70)).toEqual([0, 70]);
    expect(blockOf(69, 0, 70)).toEqual([0, 70]);
    expect(blockOf(127, 0, 300)).toEqual([0, 128]);
    expect(blockOf(128, 0, 300)).toEqual([128, 256]);
    // The last one is as long as the others.
    expect(blockOf(299, 0, 300)).toEqual([172, 300]);
    // Read from word 40 on.
    expect(blockOf(45, 40, 50)).toEqual([0, 50]);
    expect(blockOf(3, 40, 50)).toEqual([0, 50]);
  });
});

describe('the best fixed kernel', () => {
  // Any lower triangular matrix.
  const L = 9;
  const M = Float64Array.from({ length: L * L }, (_, i) =>
    i % L <= Math.floor(i / L) ? Math.sin(1.7 * i) + 0.3 * Math.cos(0.4 * i * i) : 0,
  );

  it('is the nearest: no change of any of its numbers comes nearer', () => {
    const best = bestKernel(M, L);
    const least = mismatch(M, L, best);
    for (let l = 0; l < L; l++)
      for (const change of [-1e-3, 1e-3]) {
        const other = best.map((v, i) => (i === l ? v + change : v));
        expect(mismatch(M, L, other)).toBeGreaterThan(least);
      }
  });

  it('is the kernel itself where there is one, with no error', () => {
    const kernel = Float64Array.from({ length: L }, (_, l) => 0.8 ** l * Math.cos(l));
    const T = M.map((_, i) =>
      i % L <= Math.floor(i / L) ? kernel[Math.floor(i / L) - (i % L)] : 0,
    );
    expect(apart(bestKernel(T, L), kernel)).toBeLessThan(1e-15);
    expect(mismatch(T, L, kernel)).toBe(0);
    const x = Float64Array.from({ length: L }, (_, t) => Math.sin(t + 1));
    expect(apart(convolve(kernel, x), outputs(T, x))).toBeLessThan(1e-15);
  });

  it('of one text alone could always fit, which is why all entries of M are asked to', () => {
    const x = Float64Array.from({ length: L }, (_, t) => Math.sin(t + 1));
    const y = outputs(M, x);
    // Solve K * x = y, one number after the other.
    const K = new Float64Array(L);
    for (let t = 0; t < L; t++) {
      let rest = y[t];
      for (let l = 0; l < t; l++) rest -= K[l] * x[t - l];
      K[t] = rest / x[0];
    }
    expect(relative(convolve(K, x), y)).toBeLessThan(1e-12);
    expect(relative(convolve(bestKernel(M, L), x), y)).toBeGreaterThan(0.1);
  });
});

describe('axes', () => {
  it('end at round numbers that all but the largest few stay under', () => {
    expect(roundUp([0.13, -0.18])).toBe(0.2);
    expect(roundUp([3])).toBe(5);
    expect(roundUp([])).toBe(1);
    const many = Float64Array.from({ length: 100 }, (_, i) => (i === 0 ? 50 : i / 100));
    expect(roundUp(many, 0.98)).toBe(1);
    expect(range(Float64Array.of(0.4, 0.1, -0.03), 1)).toEqual({ low: -0.05, high: 0.5 });
    expect(range(Float64Array.of(-0.4, -0.1), 1)).toEqual({ low: -0.5, high: 0.05 });
  });
});
