/**
 * S4D as a convolution: its parts on WebGPU against the reference, and on all devices against the recurrence, from a
 * given state and to the state after, however it is turned. Angles l·Δ·Im A reach hundreds of radians here, and a f32 angle of size v is good to
 * v·6e-8: that, and WGSL's exp, is what the tolerances allow for.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeWebGpu } from '../node/webgpu';
import type { Ops } from '../ops';
import { devices } from '../testing/devices';
import { excess, onBoth, readAll, room, UNTOUCHED } from '../testing/parity';
import { Random } from '../testing/random';
import { randomTurn, scaledTurn } from '../testing/turn';
import type { ConvolutionMethod } from '../viewOps';

const largest = (values: Float32Array): number =>
  values.reduce((most, v) => (v === UNTOUCHED ? most : Math.max(most, Math.abs(v))), 1e-30);

interface Sizes {
  L: number;
  E: number;
  N: number;
}

/** Like a trained S4D: Re A from −0.1 to −3, Im A up to 40, Δ from 0.002 to 0.3. */
function s4dData(random: Random, { L, E, N }: Sizes) {
  const width = 4 * N + 2;
  const ssm = random.values(E * width);
  for (let e = 0; e < E; e++) {
    ssm.set(random.values(N, -2.3, 1.1), e * width);
    ssm.set(random.values(N, -40, 40), e * width + N);
    ssm[e * width + 4 * N + 1] = -4 + 2.5 * random.next();
  }
  return {
    x: random.values(L * E),
    xz: random.values(L * 2 * E, -4, 4),
    ssm,
    h: random.values(E * 2 * N, -3, 3),
  };
}

function upload(ops: Ops, data: ReturnType<typeof s4dData>, { L, E, N }: Sizes) {
  return {
    rows: L,
    x: ops.constant('x', [L, E], data.x),
    xz: ops.constant('xz', [L, 2 * E], data.xz),
    ssm: ops.constant('ssm', [E, 4 * N + 2], data.ssm),
    h: ops.constant('h', [E, 2 * N], data.h.slice()),
    y: room(ops, L, E),
  };
}

/** S4D has no B and C to hold. */
const FREE = { holdB: false, holdC: false };

const sizes: Sizes[] = [
  { L: 1, E: 1, N: 1 },
  { L: 2, E: 3, N: 2 },
  { L: 7, E: 66, N: 5 },
  { L: 65, E: 5, N: 16 },
  { L: 300, E: 9, N: 3 },
];

let gpu: Ops;
beforeAll(async () => {
  gpu = await openNodeWebGpu();
});
afterAll(() => gpu.dispose());

describe('convolve', () => {
  it.each(sizes)('over $L tokens and $E channels agrees, directly and by FFT', async (size) => {
    const { L, E } = size;
    for (const method of ['direct', 'fft', undefined] as const) {
      const [result] = await onBoth(gpu, L, (ops, random) => {
        const kernel = ops.constant('kernel', [L + 1, E], random.values((L + 1) * E));
        const x = ops.constant('x', [L, E], random.values(L * E));
        const y = room(ops, L, E);
        ops.convolve({ rows: L, kernel, x, y, method });
        return [y];
      });
      // L products below 1 in f32, whose rounding adds up like a walk; the transform's grows with log L.
      const allowed = { abs: 2e-6 * Math.sqrt(L) };
      expect(excess(result!.actual, result!.expected, allowed)).toBeLessThanOrEqual(1);
    }
  });

  it('lets the end of a sequence never reach its beginning', async () => {
    const [L, E] = [8, 2];
    const x = new Float32Array(L * E);
    x[(L - 1) * E] = 1;
    const y = gpu.zeros('y', [L, E]);
    const kernel = gpu.constant('kernel', [L, E], new Float32Array(L * E).fill(1));
    gpu.convolve({ rows: L, kernel, x: gpu.constant('x', [L, E], x), y, method: 'fft' });
    const [values] = await readAll(gpu, [y]);
    expect(excess(values!, x, { abs: 1e-6 })).toBeLessThanOrEqual(1);
  });

  it('by FFT takes a text with more frequencies than a dispatch has workgroups', async () => {
    // 131,072 of them; the last stage has half as many, which is still too many.
    const L = 33_000;
    const [result] = await onBoth(gpu, L, (ops, random) => {
      const kernel = ops.constant('kernel', [L, 1], random.values(L));
      const x = ops.constant('x', [L, 1], random.values(L));
      const y = room(ops, L, 1);
      ops.convolve({ rows: L, kernel, x, y, method: 'fft' });
      return [y];
    });
    const allowed = { abs: 2e-6 * Math.sqrt(L) };
    expect(excess(result!.actual, result!.expected, allowed)).toBeLessThanOrEqual(1);
  });

  it('says how many tokens are too many for it, and how large a transform', () => {
    const [x, y] = [gpu.zeros('x', [1, 1]), gpu.zeros('y', [1, 1])];
    const args = { rows: 300_000, kernel: x, x, y };
    expect(() => gpu.convolve({ ...args, method: 'direct' })).toThrow(/300000 tokens/);
    const tooLarge = { ...args, rows: Math.ceil(gpu.maxTensorBytes / 8) };
    expect(() => gpu.convolve({ ...tooLarge, method: 'fft' })).toThrow(RangeError);
  });
});

describe('S4D', () => {
  it.each(sizes)('kernel and pairs over $L tokens, E = $E, N = $N agree', async (size) => {
    const { L, E, N } = size;
    const results = await onBoth(gpu, L, (ops, random) => {
      const turn = randomTurn(ops, random, [E, 0], FREE);
      const args = { ...upload(ops, s4dData(random, size), size), turn };
      const kernel = room(ops, L, E);
      ops.s4dKernel({ ...args, kernel });
      const [Abar, Bx] = [0, 1].map(() => ops.zeros('pair', [L, E, 2 * N]));
      ops.s4dDiscretise({ ...args, Abar: Abar!, Bx: Bx! });
      ops.s4dContract({ ...args, hs: Bx! });
      return [kernel, Abar!, Bx!, args.y];
    });
    for (const { actual, expected } of results) {
      expect(excess(actual, expected, { abs: 2e-5 * largest(expected) })).toBeLessThanOrEqual(1);
    }
  });

  it('has its limit where A is zero, and nothing but D where Δ is', async () => {
    const size = { L: 6, E: 3, N: 2 };
    for (const scale of [{ aScale: 0 }, { deltaScale: 0 }]) {
      const [kernel] = await onBoth(gpu, 1, (ops, random) => {
        const args = upload(ops, s4dData(random, size), size);
        const out = ops.zeros('kernel', [size.L, size.E]);
        ops.s4dKernel({ ...args, turn: scaledTurn(ops, [size.E, 0], scale), kernel: out });
        return [out];
      });
      const { actual, expected } = kernel!;
      expect(excess(actual, expected, { abs: 1e-6 })).toBeLessThanOrEqual(1);
      expect(largest(expected) > 1e-30).toBe('aScale' in scale);
    }
  });
});

describe.each(devices)('on $name', ({ open }) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await open();
  });
  afterAll(() => ops.dispose());

  it('the convolution of S4D is its recurrence, from any state, and ends in the same one', async () => {
    const shape = fc.record({
      L: fc.integer({ min: 1, max: 70 }),
      E: fc.integer({ min: 1, max: 9 }),
      N: fc.integer({ min: 1, max: 5 }),
    });
    const method = fc.constantFrom<ConvolutionMethod>('direct', 'fft');
    await fc.assert(
      fc.asyncProperty(shape, method, fc.boolean(), fc.nat(), async (size, by, turned, seed) => {
        const { L, E } = size;
        const random = new Random(seed);
        const data = s4dData(random, size);
        const turn = turned ? randomTurn(ops, random, [E, 0], FREE) : scaledTurn(ops, [E, 0]);
        const [recurrent, convolved] = [0, 1].map(() => upload(ops, data, size));
        ops.s4dScan({ ...recurrent!, turn });
        const kernel = ops.zeros('kernel', [L, E]);
        ops.s4dKernel({ ...convolved!, turn, kernel });
        ops.s4dConvolve({ ...convolved!, turn, kernel, method: by });
        const tensors = [recurrent!, convolved!].flatMap(({ y, h }) => [y, h]);
        const [y, h, yConvolved, hConvolved] = await readAll(ops, tensors);
        expect(excess(yConvolved!, y!, { abs: 2e-5 * largest(y!) })).toBeLessThanOrEqual(1);
        expect(excess(hConvolved!, h!, { abs: 1e-5 * largest(h!) })).toBeLessThanOrEqual(1);
        ops.release(...tensors, kernel, turn.table);
      }),
      { numRuns: 12 },
    );
  });
});
