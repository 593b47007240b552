/** The scene’s claims as numbers, on what the bundled models really compute. Tolerances are float32’s, over a few operations. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RELATIVE_SCALE, relativeToMedian } from '../../../viz/heat/scale';
import type { AppState } from '../../store/state';
import { fixed } from '../../../viz/format';
import { code } from './code';
import * as derive from './derive';
import { halfLifeOf, keepOf, sigmoid, softplus } from './identities';
import { farthest, kernelAt, kernelOf, LAGS } from './kernel';
import { nextRows } from './nextRows';
import { inputsOf, plotRange, wholeTicks } from './plot';
import { isInvariant, numbersAt, readingOf, realA, rowAt, type Reading } from './reading';
import { CALM, openReal } from './realReading';
import { TWIN } from './twinOf';

const NEAR = 2e-5;
type Real = Awaited<ReturnType<typeof openReal>>;

describe.each(['mamba', 'mamba2'] as const)('%s', (name) => {
  let real: Real;
  let s: AppState;
  let r: Reading;
  let frozen: AppState;
  const channel = 489;
  const last = () => r.delta.rows - 1;
  beforeAll(async () => {
    real = await openReal(name);
    s = await real.state();
    r = readingOf(s, channel)!;
    frozen = await real.state({ ...CALM, freeze: ['delta', 'B', 'C'] });
  });
  afterAll(() => real.close());

  it('Δ is softplus(dt + bias), with the bias inside', () => {
    for (let t = 0; t <= last(); t++) {
      const { delta, dt, bias } = numbersAt(r, 'yours', { token: t, channel, state: 0 })!;
      expect(Math.abs(delta - softplus(dt! + bias!))).toBeLessThan(NEAR);
      expect(Math.abs(delta - (softplus(dt!) + bias!))).toBeGreaterThan(0.1);
    }
  });

  it('what a word keeps is the engine’s own Ā', () => {
    const Abar = s.trace!.of['layer.Abar']!;
    const N = r.model.heads ? 1 : r.model.dState;
    for (const t of [0, 4, last()]) {
      const keep = derive.keepOfStates(r, 'yours', { token: t, channel })!;
      expect(keep).toHaveLength(r.model.dState);
      for (let n = 0; n < N; n++)
        expect(Math.abs(keep[n] - Abar.yours.values[t * N + n])).toBeLessThan(NEAR);
      const rows = derive.keepOfUnits(r, 'yours', [r.unit], { token: t, state: 0 })!;
      expect(rows[0]).toBe(keep[0]);
    }
  });

  it('beside the lit lines of the code stand its Δ, Ā and h', () => {
    const at = numbersAt(r, 'yours', { token: 4, channel, state: 3 })!;
    const cursor = { ...s.cursor, token: 4, channel, state: 3 };
    const values = code.values({ ...s, cursor })!;
    expect(values.delta).toBe(`Δ = ${fixed(at.delta, 3)}`);
    expect(values.Abar).toBe(`Ā = ${fixed(Math.exp(at.delta * at.A), 3)}`);
    expect(values.h).toBe(`h = ${fixed(at.h!, 3)}`);
    expect(code.values({ ...s, trace: null })).toBeNull();
  });

  it('the state is Ā h + ΔB x, from the numbers of the formula', () => {
    for (const token of [0, 1, 9, last()])
      for (const state of [0, 3, 15]) {
        const at = numbersAt(r, 'yours', { token, channel, state })!;
        const expected = keepOf(at.delta, at.A) * at.hPrevious! + at.delta * at.B! * at.x!;
        expect(Math.abs(at.h! - expected)).toBeLessThan(NEAR);
      }
  });

  it('two words’ kernels are rows of the engine’s implied matrix', async () => {
    // `frozen` is on the lab’s page now: its own text, both as it runs and untouched.
    const matrix = await real.compute({
      kind: 'impliedMatrix',
      layer: 7,
      unit: r.unit,
      under: 'before',
    });
    const f = readingOf(frozen, channel)!;
    for (const token of [0, 3, f.delta.rows - 1]) {
      const mine = kernelAt(f, 'before', { token, channel })!;
      expect(mine).toHaveLength(Math.min(LAGS, token + 1));
      expect(farthest(mine, kernelOf(matrix, token))).toBeLessThan(1e-4);
    }
  });

  it('the kernels differ from word to word, and are one when Δ, B and C are frozen', () => {
    const f = readingOf(frozen, channel)!;
    const gap = (side: 'yours' | 'before', a: number, b: number) =>
      farthest(kernelAt(f, side, { token: a, channel }), kernelAt(f, side, { token: b, channel }))!;
    for (const t of [5, 9, f.delta.rows - 1]) {
      expect(gap('yours', t, t - 1)).toBeLessThan(1e-6);
      expect(gap('before', t, t - 1)).toBeGreaterThan(1e-3);
    }
    expect(isInvariant(frozen.shownIntervention, 7)).toBe(true);
    expect(isInvariant(frozen.shownIntervention, 6)).toBe(false);
    expect(isInvariant({ ...CALM, freeze: ['delta'] }, 7)).toBe(false);
  });

  it('rows go from the slowest to forget to the quickest, or by Δ at the word', () => {
    const slow = derive.orderOf(r, 'halfLife', 0);
    const life = Array.from(slow, (unit) => r.model.halfLife[7][derive.firstChannel(r, unit)]);
    expect(life).toEqual(life.toSorted((a, b) => b - a));
    const by = Array.from(
      derive.orderOf(r, 'delta', 4),
      (unit) => rowAt(r.delta, 'yours', 4)![unit],
    );
    expect(by).toEqual(by.toSorted((a, b) => a - b));
    expect(slow).toHaveLength(r.units);
  });

  it('against its own median, a channel’s middle word is 0 and twice the median 1', () => {
    const medians = derive.mediansOf(r);
    expect(medians).toHaveLength(r.units);
    const row = relativeToMedian((unit) => medians[unit], medians);
    const twice = relativeToMedian((unit) => 2 * medians[unit], medians);
    expect(row(r.unit, 0)).toBeCloseTo(0, 12);
    expect(twice(r.unit, 0)).toBeCloseTo(1, 12);
    const below = derive.unitDeltas(r, 'yours').filter((v) => v <= medians[r.unit] * (1 + 1e-6));
    expect(Math.abs(below.length - r.delta.rows / 2)).toBeLessThanOrEqual(1);
    expect(RELATIVE_SCALE.kind).toBe('signed');
  });

  it('scales are made of the untouched run, so they stand while something is turned', async () => {
    const turned = await real.state({ ...CALM, deltaScale: 8, aScale: 4 });
    const t = readingOf(turned, channel)!;
    const calmTexts = t.delta.before!;
    expect(derive.calm(t.delta)).toBe(calmTexts.values);
    const alone = { ...t, delta: { ...t.delta, yours: calmTexts, before: null } };
    const { stem, delta } = derive.scalesOf(t);
    expect(derive.scalesOf(alone)).toMatchObject({ stem, delta });
    const now = numbersAt(t, 'yours', { token: 5, channel, state: 1 })!;
    const was = numbersAt(t, 'before', { token: 5, channel, state: 1 })!;
    expect(now.delta / was.delta).toBeCloseTo(8, 3);
    expect(now.A / was.A).toBeCloseTo(4, 3);
  });

  it('every number that the prose states is recomputed', () => {
    const { token, state } = s.cursor;
    const { live } = derive;
    const E = s.model.dInner;
    const U = r.units;
    const deltas = r.delta.yours.values;
    const delta = deltas[token * U + r.unit];
    const dt = r.dt!.yours.values[token * U + r.unit];
    const bias = r.dtBias!.yours.values[r.unit];
    const A = realA(r, 'yours', channel, state);
    const largest = deltas.reduce((a, b) => Math.max(a, b), 0);
    const at = deltas.indexOf(largest);
    const v = dt + bias;
    const R = s.model.dtRank;
    const expected: Record<keyof typeof live, number | string> = {
      word: s.yours.tokens[token].text.trim(),
      layer: 7,
      channel,
      state,
      delta,
      A,
      keep: Math.exp(delta * A),
      letGo: 1 - Math.exp(delta * A),
      halfLife: Math.log(2) / (delta * -A),
      dt,
      bias,
      v,
      inside: Math.log(1 + Math.exp(v)),
      outside: Math.log(1 + Math.exp(dt)) + bias,
      restingDelta: Math.log(1 + Math.exp(bias)),
      g: 1 / (1 + Math.exp(-v)),
      oneMinusG: 1 / (1 + Math.exp(v)),
      gateKeep: 1 / (1 + Math.exp(v)),
      hold: sigmoid(v),
      code: Math.log(1 + Math.exp(v)),
      largest,
      largestWord: s.yours.tokens[Math.floor(at / U)].text.trim(),
      largestUnit: at % U,
      dtRank: R ?? '–',
      lowRank: R ? R * E + E * R : '–',
      full: R ? E * E : '–',
      dInner: E,
      dState: s.model.dState,
      units: U,
    };
    const off = Object.entries(expected).filter(([key, want]) => {
      const got = live[key as keyof typeof live](s);
      if (typeof want === 'string') return got !== want;
      return !(Math.abs(Number(got) - want) < 1e-6 * Math.max(1, Math.abs(want)));
    });
    expect(off).toEqual([]);
    expect(live.delta({ ...s, trace: null })).toBeNull();
  });

  it('the plot holds every word, and the wrong formula’s line', () => {
    const inputs = inputsOf(r)!;
    const { from, to, ticks } = plotRange(inputs, 0.5);
    for (const v of inputs.v) {
      expect(v).toBeGreaterThan(from);
      expect(v).toBeLessThan(to);
    }
    expect(ticks.length).toBeLessThanOrEqual(7);
    expect(wholeTicks(-9, 1)).toEqual([-8, -6, -4, -2, 0]);
  });

  it('the frozen twin is more surprised by the prompt than the live model', async () => {
    const live = await real.compute({ kind: 'surprise', under: 'before' });
    const twin = await real.compute({ kind: 'surprise', under: TWIN });
    const length = derive.promptLength(frozen.yours.tokens);
    expect(length).toBe(frozen.yours.tokens.length - 3);
    const bits = [live, twin].map(({ values }) => derive.meanBits(values, 0, length)!);
    expect(bits[1]).toBeGreaterThan(bits[0] + 0.1);
    const by =
      Array.from(live.values.subarray(1, length)).reduce((a, b) => a + b, 0) / (length - 1);
    expect(bits[0]).toBeCloseTo(by, 5);
  });
});

describe('S4D', () => {
  it('has one Δ for all words, no dt, and one kernel', async () => {
    const real = await openReal('s4');
    const s = await real.state();
    const r = readingOf(s, 489)!;
    const deltas = derive.unitDeltas(r, 'yours');
    expect(new Set(deltas).size).toBe(1);
    expect([r.dt, r.dtBias, r.B, r.C]).toEqual([null, null, null, null]);
    expect(inputsOf(r)).toBeNull();
    expect(kernelAt(r, 'yours', { token: 5, channel: 489 })).toBeNull();
    const at = numbersAt(r, 'yours', s.cursor)!;
    expect(at.A).toBeLessThan(0);
    // |Ā| of the engine’s complex Ā.
    const Abar = s.trace!.of['layer.Abar']!.yours.values;
    const N = r.model.dState;
    expect(Math.abs(Math.hypot(Abar[0], Abar[N]) - keepOf(at.delta, at.A))).toBeLessThan(NEAR);
    expect(halfLifeOf(at.delta, at.A)).toBeGreaterThan(1);
    const matrix = await real.compute({
      kind: 'impliedMatrix',
      layer: 7,
      unit: 489,
      under: 'yours',
    });
    expect(farthest(kernelOf(matrix, 9), kernelOf(matrix, 8))).toBeLessThan(1e-5);
    expect(derive.live.dt(s)).toBe('–');
    real.close();
  });
});

describe('small things', () => {
  const c = (id: number, p: number) => ({ id, text: ` w${id}`, p, logit: 0 });
  const moment = (...top: ReturnType<typeof c>[]) => ({
    token: 0,
    next: { top, logSumExp: 0, entropy: 0 },
    h: [],
    hPrevious: [],
  });

  it('the next words keep two places for what the untouched model would say', () => {
    const yours = moment(c(1, 0.5), c(2, 0.2), c(3, 0.1), c(4, 0.05), c(5, 0.01));
    expect(nextRows({ yours, before: null }, 4).map((row) => row.id)).toEqual([1, 2, 3, 4]);
    const rows = nextRows({ yours, before: moment(c(5, 0.9), c(1, 0.05)) }, 4);
    expect(new Set(rows.map((row) => row.id))).toEqual(new Set([5, 1, 2, 3]));
    expect(rows[0]).toEqual({ id: 5, word: 'w5', yours: 0.01, before: 0.9 });
    expect(rows.find((row) => row.id === 2)?.before).toBeNull();
  });

  it('bits of a text leave out the first word and what is not known', () => {
    expect(derive.meanBits([NaN, 2, 4, NaN], 0, 4)).toBe(3);
    expect(derive.meanBits([NaN], 0, 1)).toBeNull();
    expect(derive.promptLength([{ own: false }, { own: true }])).toBe(1);
    expect(farthest([1, 2, 3], [1, 4])).toBe(2);
    expect(farthest(null, [1])).toBeNull();
  });
});
