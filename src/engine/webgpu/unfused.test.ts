/**
 * Pairs in memory, their scans and contractions on WebGPU against the reference, and the unfused scan against the fused
 * one. Tolerances as in selective.test.ts: WGSL's exp and log leave Δ good to 2e-5 of itself, and everything inherits it.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeWebGpu } from '../node/webgpu';
import type { Ops } from '../ops';
import { devices } from '../testing/devices';
import { excess, onBoth, readAll, room, UNTOUCHED } from '../testing/parity';
import { Random } from '../testing/random';
import { selectiveData, upload, type Sizes } from '../testing/selective';
import { scaledTurn } from '../testing/turn';

/** A fraction of the largest value. */
function near(values: Float32Array): { abs: number; rel: number } {
  const real = values.filter((v) => v !== UNTOUCHED);
  return { abs: 5e-6 * real.reduce((most, v) => Math.max(most, Math.abs(v)), 1e-30), rel: 2e-5 };
}

let gpu: Ops;
beforeAll(async () => {
  gpu = await openNodeWebGpu();
});
afterAll(() => gpu.dispose());

const sizes: Sizes[] = [
  { L: 1, E: 7, N: 1, R: 1 },
  { L: 5, E: 33, N: 3, R: 3 },
  { L: 66, E: 70, N: 16, R: 5 },
  { L: 19, E: 5, N: 40, R: 2 },
];

describe('the unfused scan', () => {
  it.each(sizes)('agrees over $L tokens, E = $E, N = $N, step by step', async (size) => {
    const { L, E, N } = size;
    const results = await onBoth(gpu, L, (ops, random) => {
      const data = selectiveData(random, size);
      const args = { ...upload(ops, data, size), dt: ops.constant('dt', [L, E], data.dt) };
      const [Abar, Bx, hs] = [0, 1, 2].map(() => room(ops, L, E * N));
      const pairs = { Abar: reshape(Abar!, [L, E, N]), Bx: reshape(Bx!, [L, E, N]) };
      ops.discretise({ ...args, ...pairs });
      ops.scanMaterialised({ rows: L, ...pairs, h: args.h, hs: reshape(hs!, [L, E, N]) });
      ops.contract({ ...args, hs: reshape(hs!, [L, E, N]) });
      return [Abar!, Bx!, hs!, args.h, args.y];
    });
    for (const { actual, expected } of results) {
      expect(excess(actual, expected, near(expected))).toBeLessThanOrEqual(1);
    }
  });

  it('names the tensor that would not fit, before the device is asked', () => {
    const most = gpu.maxTensorBytes / 4;
    expect(() => gpu.zeros('Abar', [most / 16, 16, 2])).toThrow(/Abar needs .* takes at most/);
    expect(() => gpu.zeros('Abar', [most / 16, 16, 2])).toThrow(RangeError);
  });
});

describe.each(devices)('on $name', ({ open }) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await open();
  });
  afterAll(() => ops.dispose());

  it('three unfused kernels are the fused scan, with the same state after it', async () => {
    const shape = fc.record({
      L: fc.integer({ min: 1, max: 40 }),
      E: fc.integer({ min: 1, max: 70 }),
      N: fc.integer({ min: 1, max: 9 }),
      R: fc.integer({ min: 1, max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(shape, fc.nat(), async (size, seed) => {
        const { L, E, N } = size;
        const data = selectiveData(new Random(seed), size);
        const fused = upload(ops, data, size);
        const args = { ...upload(ops, data, size), dt: ops.constant('dt', [L, E], data.dt) };
        const turn = scaledTurn(ops, [E, N]);
        ops.selectiveScan({ ...fused, turn });
        const [Abar, Bx, hs] = ['Abar', 'Bx', 'hs'].map((label) => ops.zeros(label, [L, E, N]));
        ops.discretise({ ...args, Abar: Abar!, Bx: Bx! });
        ops.scanMaterialised({ rows: L, Abar: Abar!, Bx: Bx!, h: args.h, hs: hs! });
        ops.contract({ ...args, hs: hs! });
        const tensors = [args.y, args.h, fused.y, fused.h];
        const [y, h, yFused, hFused] = await readAll(ops, tensors);
        expect(excess(y!, yFused!, near(yFused!))).toBeLessThanOrEqual(1);
        expect(excess(h!, hFused!, near(hFused!))).toBeLessThanOrEqual(1);
        ops.release(...tensors, Abar!, Bx!, hs!, args.dt, turn.table);
      }),
      { numRuns: 12 },
    );
  });
});

describe('Mamba-2', () => {
  it.each([
    { L: 1, H: 1, P: 1, N: 1, G: 1 },
    { L: 7, H: 6, P: 5, N: 7, G: 3 },
    { L: 33, H: 4, P: 20, N: 16, G: 2 },
  ])('its pairs and outputs agree: L $L, H $H, P $P, N $N, G $G', async ({ L, H, P, N, G }) => {
    const E = H * P;
    const width = E + 2 * G * N;
    const results = await onBoth(gpu, L, (ops, random) => {
      const args = {
        rows: L,
        xbc: ops.constant('xbc', [L, width], random.values(L * width)),
        zxbcdt: ops.constant(
          'zxbcdt',
          [L, E + width + H],
          random.values(L * (E + width + H), -4, 3),
        ),
        ssm: ops.constant('ssm', [H, 3], random.values(3 * H)),
        nGroups: G,
        headDim: P,
        deltaLimit: [0.05, 2] as const,
      };
      const [Abar, Bx, y] = [room(ops, L, E * N), room(ops, L, E * N), room(ops, L, E)];
      const hs = ops.constant('hs', [L, E, N], random.values(L * E * N));
      ops.ssdDiscretise({
        ...args,
        Abar: reshape(Abar, [L, E, N]),
        Bx: reshape(Bx, [L, E, N]),
      });
      ops.ssdContract({ ...args, hs, y });
      return [Abar, Bx, y];
    });
    for (const { actual, expected } of results) {
      expect(excess(actual, expected, near(expected))).toBeLessThanOrEqual(1);
    }
  });
});

describe('scanLevel', () => {
  it.each([false, true])('combines what it is told and shows it (complex: %s)', async (complex) => {
    const [L, E, N] = [13, 5, 3];
    const width = complex ? 2 * N : N;
    for (const level of [
      { first: 1, stride: 2, distance: 1 },
      { first: 5, stride: 4, distance: 2 },
      { first: 0, stride: 1, distance: 0 },
      { first: 15, stride: 16, distance: 8 },
    ]) {
      const results = await onBoth(gpu, 3, (ops, random) => {
        const [Abar, Bx] = [0, 1].map(() =>
          ops.constant('pair', [L, E, width], random.values(L * E * width)),
        );
        const out = ops.constant('probe', [300], new Float32Array(300).fill(UNTOUCHED));
        const probe = { out, offset: 2, firstLane: 4, lanes: 5 };
        ops.scanLevel({ rows: L, Abar: Abar!, Bx: Bx!, complex, ...level, probe });
        return [Abar!, Bx!, out];
      });
      for (const { actual, expected } of results) {
        // A product and a sum of numbers below 1.
        expect(excess(actual, expected, { abs: 3e-7 })).toBeLessThanOrEqual(1);
      }
    }
  });
});

/** The same numbers under another shape. */
function reshape<T extends { shape: readonly number[] }>(tensor: T, shape: readonly number[]): T {
  return { ...tensor, shape };
}
