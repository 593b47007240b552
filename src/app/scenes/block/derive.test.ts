/**
 * Every operation of the block, worked out again from what the scene shows as its inputs, on a real run of all three
 * models: the formulas on screen, and the matrices with the checkpoint's own weights. Errors are relative to the
 * largest number of a tensor: f32 against f64.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCheckpoint } from '../../../engine/checkpoint/load';
import { folderSource } from '../../../engine/checkpoint/node/folderSource';
import { toFloat32 } from '../../../engine/checkpoint/tensor';
import { Lab } from '../../../engine/host/lab';
import { Model } from '../../../engine/models/model';
import { openNodeCpu } from '../../../engine/node/wasm';
import { unitOfChannel } from '../../../engine/probeShape';
import { modelFolder } from '../../../engine/testing/devices';
import type { Intervention } from '../../../engine/types';
import type { AppState } from '../../store/state';
import { fixed } from '../../../viz/format';
import { isTerm, type FormulaPart } from '../../../viz/formula/formula';
import { code } from './code';
import { blockView, deltaWeights, live, placeOf } from './derive';
import { equationOf, readOf, tapsOf } from './equations';
import { numbersOf, projectedAt, type Numbers } from './numbers';
import { partsOf, wiresOf } from './parts';
import { en } from './strings.en';
import { compute, LAYER, stateAt, withoutFactor } from './testRun';
import { roundUp } from './scales';
import { rangeOf, residualAfter, tensorsOf } from './tensors';

const TOLERANCE = 2e-5;
const neutral: Intervention = { layer: LAYER, deltaScale: 1, aScale: 1 };

/** Tensors whose formula is complete on screen, and those that are rows of a matrix. */
const isMatrix = (parts: readonly FormulaPart[]): boolean =>
  parts.some((part) => !isTerm(part) && part.op.startsWith('Σ'));

describe.each(['mamba', 'mamba2', 's4'])('%s', (name) => {
  let model: Model;
  let lab: Lab;
  let weights: (tensor: string) => Float32Array;
  let state: AppState;
  let n: Numbers;
  beforeAll(async () => {
    const checkpoint = await loadCheckpoint(folderSource(modelFolder(name)));
    weights = (tensor) =>
      toFloat32(checkpoint.tensors.get(`backbone.layers.${LAYER}.mixer.${tensor}`)!);
    model = new Model(await openNodeCpu(), checkpoint);
    lab = new Lab(model, checkpoint.tokenizer!);
    state = await stateAt(lab, model, neutral, 5);
    n = numbersOf(state)!;
  }, 60_000);
  afterAll(() => model.dispose());

  const scaleOf = (numbers: Float32Array | null) => {
    const { least, most } = rangeOf(numbers)!;
    return Math.max(Math.abs(least), Math.abs(most));
  };

  it.each([neutral, { ...neutral, deltaScale: 0.5, aScale: 2 }])(
    'every formula gives the number it stands beside, with Δ × $deltaScale',
    async (intervention) => {
      const numbers = numbersOf(await stateAt(lab, model, intervention, 5))!;
      const checked = new Set<string>();
      for (const lines of Object.values(tensorsOf(numbers)))
        for (const tensor of lines.flat()) {
          for (const column of [0, 7, tensor.count - 1])
            for (const row of new Set([0, tensor.rows - 1])) {
              const at = Math.min(column, tensor.count - 1);
              const equation = equationOf(numbers, tensor.id, at, row, en.equation);
              if (!equation || isMatrix(equation.right)) continue;
              if (equation.right.some((part) => !isTerm(part) && part.op.startsWith('exp(')))
                continue;
              const sides =
                intervention === neutral ? (['value'] as const) : (['value', 'before'] as const);
              for (const side of sides) {
                const stated = equation.left[side];
                // Without the reader's factor: it is not the untouched model's.
                const right = side === 'value' ? equation.right : withoutFactor(equation.right);
                const got = compute(right, side);
                const error =
                  Math.abs(got - stated!) /
                  scaleOf(tensor.numbers[side === 'value' ? 'yours' : 'before']);
                const within = error < TOLERANCE;
                expect({ tensor: tensor.id, at, row, side, stated, got, within }).toEqual({
                  tensor: tensor.id,
                  at,
                  row,
                  side,
                  stated,
                  got,
                  within: true,
                });
              }
              checked.add(tensor.id);
            }
        }
      const all = ['after', 'conv', 'gate', 'h', 'norm', 'product', 'x', 'y'];
      expect([...checked]).toEqual(expect.arrayContaining(name === 's4' ? all : [...all, 'delta']));
    },
    60_000,
  );

  it('y is C·h + D x, with C and h themselves', () => {
    const { dState: N, kind } = model.info;
    for (const channel of [0, 77, 511]) {
      const h = n.h('now').yours!;
      const { y, D, x, Ch } = readOf(n, channel);
      let sum = 0;
      if (kind === 'S4D') {
        const C = weights('C'); // (E, N, 2)
        const step = n.at('layer.delta', channel).yours!;
        for (let i = 0; i < N; i++) {
          const re = n.at('layer.A', channel * 2 * N + i).yours!;
          const im = n.at('layer.A', channel * 2 * N + N + i).yours!;
          const e = Math.exp(step * re);
          // C′ = C(Ā − 1)/A, S4D §3.
          const [p, q] = [e * Math.cos(step * im) - 1, e * Math.sin(step * im)];
          const size = re * re + im * im;
          const [u, v] = [(p * re + q * im) / size, (q * re - p * im) / size];
          const [c, d] = [C[(channel * N + i) * 2]!, C[(channel * N + i) * 2 + 1]!];
          const [a, b] = [c * u - d * v, c * v + d * u];
          sum += 2 * (a * h[channel * 2 * N + i]! - b * h[channel * 2 * N + N + i]!);
        }
      } else {
        const C = n.row('layer.C').yours!;
        for (let i = 0; i < N; i++) sum += C[i]! * h[channel * N + i]!;
      }
      const scale = scaleOf(n.row('layer.ssmOut').yours);
      expect(Math.abs(sum - Ch.yours!) / scale).toBeLessThan(TOLERANCE);
      expect(Math.abs(sum + D.yours! * x.yours! - y.yours!) / scale).toBeLessThan(TOLERANCE);
    }
  });

  it('the four taps are those of the last four words, and zero before the first', async () => {
    const { taps, bias, sum } = tapsOf(n, 77);
    const at = projectedAt(model.info).x + 77;
    const inProj = n.traced('layer.inProj')!.yours;
    const width = inProj.shape[0]!;
    expect(taps.map((tap) => tap.input.yours)).toEqual(
      [2, 3, 4, 5].map((t) => inProj.values[t * width + at]),
    );
    expect(taps.map((tap) => tap.weight.yours)).toEqual([
      ...weights('conv1d.weight').subarray(77 * 4, 78 * 4),
    ]);
    const total = taps.reduce((s, tap) => s + tap.product.yours!, bias.yours!);
    expect(total).toBeCloseTo(sum.yours!, 5);
    const first = numbersOf(await stateAt(lab, model, neutral, 1))!;
    expect(tapsOf(first, 77).taps.map((tap) => tap.input.yours === 0)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('the matrices are those of the checkpoint: in_proj and out_proj', () => {
    const { dModel: D, dInner: E } = model.info;
    const [inWeight, outWeight] = [weights('in_proj.weight'), weights('out_proj.weight')];
    const row = (w: Float32Array, i: number, x: Float32Array) =>
      x.reduce((sum, v, j) => sum + w[i * x.length + j]! * v, 0);
    const inProj = n.row('layer.inProj').yours!;
    for (const i of [0, 77, inProj.length - 1])
      expect(Math.abs(row(inWeight, i, n.row('layer.norm').yours!) - inProj[i]!)).toBeLessThan(
        TOLERANCE * scaleOf(inProj),
      );
    const out = n.row('layer.out').yours!;
    for (const i of [0, 77, D - 1])
      expect(Math.abs(row(outWeight, i, n.row('layer.y').yours!) - out[i]!)).toBeLessThan(
        TOLERANCE * scaleOf(out),
      );
    expect(n.row('layer.y').yours).toHaveLength(E);
  });

  it('the residual stream goes on as the next layer reads it', async () => {
    await stateAt(lab, model, neutral, 5);
    const next = await lab.trace({
      layer: LAYER + 1,
      probes: [{ name: 'residual' }],
      from: 5,
      count: 1,
    });
    const after = residualAfter(n).yours!;
    next.yours[0]!.forEach((v, i) => expect(Math.abs(v - after[i]!)).toBeLessThan(TOLERANCE * 10));
  });

  it('shapes are those of the numbers beside them', () => {
    for (const { lines, part } of blockView(n).parts) {
      expect(lines.length === 0).toBe(part.absent);
      for (const tensor of lines.flat()) {
        const sizes = tensor.shape.numbers.slice(1, -1).split(', ').map(Number);
        expect(sizes[0]).toBe(state.yours.tokens.length);
        const size = sizes.slice(1).reduce((a, b) => a * b, 1);
        expect(tensor.numbers.yours).toHaveLength(size);
        expect(tensor.count * tensor.rows).toBe(size);
        expect(Object.keys(en.tensors)).toContain(tensor.id);
      }
    }
  });

  it('lines end at parts that there are', () => {
    const ids = partsOf(model.info.kind)
      .filter((p) => !p.absent)
      .map((p) => p.id);
    for (const { from, to } of wiresOf(model.info.kind))
      expect(ids.indexOf(to)).toBeGreaterThan(ids.indexOf(from));
  });

  it('beside the lit lines stand the numbers of the chosen channel', () => {
    const { tap, out, delta, y } = code.values(state)!;
    const c = n.at('layer.conv', 77).yours!;
    expect(tap).toContain(`c = ${fixed(c)}`);
    expect(out).toBe(`x = ${fixed(c / (1 + Math.exp(-c)))}`);
    const unit = unitOfChannel(model.info, 77);
    expect(delta).toBe(`Δ = ${fixed(n.at('layer.delta', unit).yours!)}`);
    expect(y).toBe(`y = ${fixed(n.at('layer.ssmOut', 77).yours!)}`);
  });

  it('the prose states what the model has', () => {
    const { dState: N, dInner: E, kind } = model.info;
    expect(live.stateNumbers(state)).toBe(n.h('now').yours!.length);
    expect([live.dInner(state), live.dModel(state), live.dConv(state)]).toEqual([512, 256, 4]);
    const place = placeOf(state, null);
    const unit = unitOfChannel(model.info, place.channel);
    expect(live.delta(state)).toBe(n.at('layer.delta', unit).yours);
    expect(live.keep(state)).toBeLessThanOrEqual(1);
    expect(deltaWeights(model.info)).toEqual(
      kind === 'Mamba' ? { full: E * E, low: 2 * E * N } : null,
    );
  });
});

it('a scale ends at 1, 2 or 5 times a power of ten', () => {
  expect([0.3, 2, 2.1, 5.01, 0.017].map(roundUp)).toEqual([0.5, 2, 5, 10, 0.02]);
  expect(roundUp(0)).toBe(1);
});
