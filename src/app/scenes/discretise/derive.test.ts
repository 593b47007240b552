/** The scene's claims on the three real models: its recursion is theirs, and the prose states their numbers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../../../engine/checkpoint/load';
import { folderSource } from '../../../engine/checkpoint/node/folderSource';
import { Lab } from '../../../engine/host/lab';
import { Model } from '../../../engine/models/model';
import { openNodeCpu } from '../../../engine/node/wasm';
import { probeAbsence, probeShape, unitOfChannel } from '../../../engine/probeShape';
import { modelFolder } from '../../../engine/testing/devices';
import type { AppState, Traced, TraceView } from '../../store/state';
import { code } from './code';
import { minus, scale, size } from './complex';
import {
  axisRange,
  codeScheme,
  complexText,
  curveOf,
  digits,
  edges,
  fastest,
  live,
  longestStep,
  percentage,
  sameDigits,
} from './derive';
import { meta } from './meta';
import { codeRatio, exact, walk } from './schemes';
import {
  deltaOf,
  movedSystem,
  ownA,
  ownSystem,
  toySteps,
  toyTime,
  UNMOVED,
  untouched,
} from './system';
import { tour } from './tour';

const LAYER = 5;
const CHANNEL = 77;
const STATE = 3;
/** The CPU's exp and the sum of a step, in f32. */
const TOLERANCE = 2e-6;

describe.each(['mamba', 'mamba2', 's4'])('%s', (name) => {
  let model: Model;
  let state: AppState;
  beforeAll(async () => {
    const checkpoint = await loadCheckpoint(folderSource(modelFolder(name)));
    model = new Model(await openNodeCpu(), checkpoint);
    const lab = new Lab(model, checkpoint.tokenizer!);
    const { yours } = await lab.open({
      prompt: 'Lily had a red ball. One day, Tom took the',
      sampling: { temperature: 0, topK: 0, topP: 1, seed: 1 },
      intervention: { layer: 'all', deltaScale: 1.5, aScale: 0.8 },
      own: 3,
    });
    const { info } = model;
    const unit = unitOfChannel(info, CHANNEL);
    const probes = meta.probes
      .map((p) => (typeof p === 'string' ? { name: p } : { name: p.name, unit }))
      .filter((p) => probeAbsence(info, p.name) === null);
    const rows = yours.tokens.length;
    const read = await lab.trace({ layer: LAYER, probes, from: 0, count: rows });
    const of = Object.fromEntries(
      probes.map((probe, i): [string, Traced] => {
        const shape = probeShape(info, probe.name, 'unit' in probe);
        const place = { first: 0, rows, layer: LAYER, unit: 'unit' in probe ? unit : null };
        return [probe.name, { yours: { values: read.yours[i]!, shape }, before: null, ...place }];
      }),
    );
    // Only what the scene reads.
    state = {
      model: info,
      yours,
      trace: { layer: LAYER, first: 0, rows, of },
      cursor: { token: rows - 1, layer: LAYER, channel: CHANNEL, state: STATE },
    } as unknown as AppState;
  });
  afterAll(() => model.dispose());

  it.each([1, 8, 100])(
    'the model’s h is the recursion with its code’s B̄, over %i words',
    (most) => {
      const system = ownSystem(state, most)!;
      expect(system.steps).toHaveLength(Math.min(most, state.yours.tokens.length));
      const walked = walk(codeScheme(state.model.kind), system.A, system.steps, system.h0);
      const largest = Math.max(...system.own.map(size));
      expect(largest).toBeGreaterThan(1e-4);
      walked.forEach((h, i) => {
        expect(size(minus(h, system.own[i]))).toBeLessThan(TOLERANCE * Math.max(1, largest));
      });
    },
  );

  it('the other B̄ would give another h', () => {
    const system = ownSystem(state, 8)!;
    const other = codeScheme(state.model.kind) === 'zoh' ? 'mamba' : 'zoh';
    const walked = walk(other, system.A, system.steps, system.h0);
    const apart = Math.max(...walked.map((h, i) => size(minus(h, system.own[i]))));
    expect(apart).toBeGreaterThan(10 * TOLERANCE * Math.max(...system.own.map(size)));
  });

  it('the exact curve goes through what ZOH gives at each word', () => {
    const { A, steps, h0 } = ownSystem(state, 6)!;
    const curve = curveOf(A, steps, h0);
    const zoh = walk('zoh', A, steps, h0);
    edges(steps)
      .slice(1)
      .forEach((t, i) => {
        const [, h] = curve.find(([time]) => Math.abs(time - t) < 1e-12)!;
        expect(h).toBeCloseTo(zoh[i][0], 12);
      });
  });

  it('states the model’s numbers at the cursor', () => {
    const A = ownA(state)!;
    const delta = deltaOf(state, state.cursor.token)!;
    const z = scale(A, delta);
    const values = state.trace!.of['layer.delta']!.yours.values;
    expect(live.delta(state)).toBe(digits(delta));
    expect(live.A(state)).toBe(complexText(A));
    expect(live.ratio(state)).toBe(digits(codeRatio(z)));
    expect(live.largest(state)).toBe(digits(Math.max(...values)));
    expect(live.euler(state)).toBe(complexText([1 + z[0], z[1]]));
    const inside = Math.hypot(1 + z[0], z[1]) < 1;
    expect(live.eulerVerdict(state)).toBe(inside ? 'inside the disc' : 'outside the disc');
    const grown = exact(A, [1, 0], [0, 0], delta);
    expect(live.zohFactor(state)).toBe(complexText(scale(grown, 1 / delta)));
    expect(live.Abar(state)).toBe(complexText(exact(A, [0, 0], [1, 0], delta)));
    expect(live.channel(state)).toBe(CHANNEL);
    expect(live.state(state)).toBe(STATE);
    const unread = { ...state, trace: null };
    expect([live.delta, live.A, live.z, live.largest].map((of) => of(unread))).toEqual(
      Array.from({ length: 4 }, () => null),
    );
  });

  it('finds the longest step and the largest |ΔA|, and ticks at the first', () => {
    const token = longestStep(state)!;
    const all = state.yours.tokens.map((_, t) => deltaOf(state, t)!);
    expect(all[token]).toBe(Math.max(...all));
    const found = fastest(state)!;
    const at = { ...state, cursor: { ...state.cursor, ...found } };
    const zAt = (s: AppState) => size(ownA(s)!) * deltaOf(s, s.cursor.token)!;
    expect(zAt(at)).toBeGreaterThanOrEqual(zAt(state));
    const step = tour.find(({ id }) => id === 'longest-step')!;
    const elsewhere = { ...state, cursor: { ...state.cursor, token: token === 0 ? 1 : token - 1 } };
    const there = { ...state, cursor: { ...state.cursor, token } };
    expect(step.done(elsewhere, there)).toBe(true);
    // S4D's steps are all alike.
    expect(step.done(there, elsewhere)).toBe(state.model.kind === 'S4D');
  });

  it('has the untouched model’s step beside it while the model is turned, else none', () => {
    expect(untouched(state.trace)).toBeNull();
    const doubled = Object.entries(state.trace!.of).map(([probe, one]) => {
      const values = one.yours.values.map((v) => 2 * v);
      return [probe, { ...one, before: one.yours, yours: { ...one.yours, values } }];
    });
    const trace = { ...state.trace!, of: Object.fromEntries(doubled) as TraceView['of'] };
    const turned = { ...state, trace };
    const own = ownSystem(state, 2)!;
    expect(ownSystem({ ...turned, trace: untouched(trace) }, 2)).toEqual(own);
    expect(ownSystem(turned, 2)!.steps.map(({ delta }) => delta)).toEqual(
      own.steps.map(({ delta }) => 2 * delta),
    );
  });

  it('says beside the code the step’s own numbers', () => {
    const values = code.values(state)!;
    expect(values.Abar).toBe(`Ā = ${live.Abar(state)}`);
    expect(values.delta).toBe(`Δ = ${live.delta(state)}`);
    const { B, x } = ownSystem(state, 1)!.steps[0];
    const delta = deltaOf(state, state.cursor.token)!;
    expect(values.h).toBe(
      state.model.kind === 'S4D' ? `x = ${digits(x)}` : `B̄ = ΔB = ${digits(delta * B)}`,
    );
    expect(code.values({ ...state, trace: null })).toBeNull();
  });
});

describe('a toy', () => {
  it('changes the last step’s Δ, and A, and nothing else', () => {
    const steps = [0.1, 0.2].map((delta, token) => ({ token, delta, u: [1, 0], x: 1, B: 1 }));
    const system = { A: [-1, 0], h0: [0, 0], steps, own: [], layer: 0, channel: 0, state: 0 };
    const moved = movedSystem(system as never, { ...UNMOVED, delta: 3 });
    expect(moved.steps.map(({ delta }) => delta)).toEqual([0.1, 3]);
    expect(moved.A).toEqual([-1, 0]);
    expect(movedSystem(system as never, { ...UNMOVED, re: -2 }).A).toEqual([-2, 0]);
    expect(movedSystem(system as never, { ...UNMOVED, re: -2, im: 1 }).A).toEqual([-2, 1]);
  });

  it.each([
    [-0.6, 0],
    [-0.5, 37],
  ])('ends at 1 after a step and at 0 after an impulse, with A = %d + %di', (re, im) => {
    for (const [input, end] of [
      ['step', 1],
      ['impulse', 0],
    ] as const) {
      const { h0, steps } = toySteps(input, [re, im], 0.1, toyTime([re, im]));
      const long = Array.from({ length: 1000 }, () => steps[0]);
      const last = walk('zoh', [re, im], long, h0).at(-1)!;
      expect(size(minus(last, [end, 0]))).toBeLessThan(1e-12);
    }
  });

  it('shows four time constants, in whole steps', () => {
    expect(toyTime([-2, 0])).toBe(2);
    expect(toySteps('step', [-2, 0], 5, 2).steps).toHaveLength(1);
  });
});

describe('numbers', () => {
  it('have three digits that matter', () => {
    expect([0.40612, -3.9, 0.0054321, 2085.3, 0, -2.04e-6].map((v) => digits(v))).toEqual([
      '0.406',
      '−3.90',
      '0.00543',
      '2085',
      '0',
      '−2.0·10⁻⁶',
    ]);
    expect(complexText([-0.5, 2.71])).toBe('−0.500 + 2.71i');
    expect([5.98, 0.0041, 0].map(percentage)).toEqual(['598%', '0.41%', '0%']);
  });

  it('stand under one another with the same decimals, but for what has blown up', () => {
    expect(sameDigits([[0.784, 0], [0.7, 0], [-1.5, 0]])).toEqual([['0.784'], ['0.700'], ['−1.500']]); // prettier-ignore
    expect(sameDigits([[0.01, 0], [0.02, 0], [2085.3, 0]])[2]).toEqual(['2085']); // prettier-ignore
    expect(sameDigits([[1, 0.5], [1, -0.25]])).toEqual([['1.00', '+ 0.50i'], ['1.00', '− 0.25i']]); // prettier-ignore
  });

  it('fit on the axis, with 0', () => {
    const [low, high] = axisRange([0.2, 0.5]);
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(0.5);
  });
});
