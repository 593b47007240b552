/**
 * The matrix of an SSM on WebGPU against the reference: chosen channels, the mean over all, its product with the input,
 * and Mamba by chunks. WGSL's exp may be off by 3 + 2|v| ulp, and e^v·|v| is at most 0.37: so a few 1e-7 of the largest
 * entry, and as many again for each of the sums.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeWebGpu } from '../node/webgpu';
import type { Ops, Tensor } from '../ops';
import { devices } from '../testing/devices';
import { excess, onBoth, readAll, room, UNTOUCHED } from '../testing/parity';
import { Random } from '../testing/random';
import type { MatrixChoice } from '../viewOps';

function near(values: Float32Array): { abs: number } {
  const real = values.filter((v) => v !== UNTOUCHED);
  return { abs: 2e-6 * real.reduce((most, v) => Math.max(most, Math.abs(v)), 1e-30) };
}

interface Sizes {
  L: number;
  /** Channels or heads. */
  K: number;
  N: number;
  G: number;
  /** States with a decay of their own: N, or 1. */
  states: number;
}

/** Δ from 0 to 3, A from −0.1 to −20, and columns of bc that nobody reads. */
function mixing(ops: Ops, random: Random, { L, K, N, G, states }: Sizes) {
  const stride = 3 + 2 * G * N + 2;
  const delta = random.values(L * K, 0, 3);
  for (let i = 0; i < delta.length; i += 7) delta[i] = 0;
  return {
    rows: L,
    delta: ops.constant('delta', [L, K], delta),
    A: ops.constant(
      'A',
      [K, states],
      random.values(K * states, -2, 3).map((v) => -Math.exp(v)),
    ),
    bc: ops.constant('bc', [L, stride], random.values(L * stride)),
    firstB: 3,
    firstC: 4 + G * N,
    nGroups: G,
    dState: N,
  };
}

let gpu: Ops;
beforeAll(async () => {
  gpu = await openNodeWebGpu();
});
afterAll(() => gpu.dispose());

const sizes: Sizes[] = [
  { L: 1, K: 1, N: 1, G: 1, states: 1 },
  { L: 9, K: 6, N: 5, G: 3, states: 1 },
  { L: 70, K: 5, N: 16, G: 1, states: 16 },
  { L: 33, K: 4, N: 7, G: 2, states: 7 },
];

describe('impliedMatrix', () => {
  it.each(sizes)(
    'of $K channels over $L tokens, N = $N, G = $G, $states decays, agrees',
    async (size) => {
      const { L, K } = size;
      const choices: MatrixChoice[] = [{ first: 0, count: K }, { first: K - 1, count: 1 }, 'mean'];
      for (const of of choices) {
        const results = await onBoth(gpu, L, (ops, random) => {
          const out = room(ops, of === 'mean' ? L : of.count * L, L);
          ops.impliedMatrix({ ...mixing(ops, random, size), of, out });
          return [out];
        });
        const { actual, expected } = results[0]!;
        expect(excess(actual, expected, near(expected))).toBeLessThanOrEqual(1);
      }
    },
  );

  it('in pieces is the same, to the last digit, and writes no other row', async () => {
    const size = { L: 21, K: 3, N: 4, G: 1, states: 4 };
    for (const of of [{ first: 1, count: 2 }, 'mean'] satisfies MatrixChoice[]) {
      const results = await onBoth(gpu, size.L, (ops, random) => {
        const args = mixing(ops, random, size);
        const tall = of === 'mean' ? size.L : of.count * size.L;
        const [whole, pieces, one] = [0, 1, 2].map(() => room(ops, tall, size.L));
        ops.impliedMatrix({ ...args, of, out: whole! });
        for (const [from, until] of [
          [0, 5],
          [5, 6],
          [6, 21],
        ] as const)
          ops.impliedMatrix({ ...args, of, piece: { from, until }, out: pieces! });
        ops.impliedMatrix({ ...args, of, piece: { from: 9, until: 11 }, out: one! });
        return [whole!, pieces!, one!];
      });
      const [whole, pieces, one] = results;
      for (const side of ['actual', 'expected'] as const) {
        expect(pieces![side]).toEqual(whole![side]);
        const some = whole![side].map((v, at) => {
          const row = Math.floor(at / size.L) % size.L;
          return row >= 9 && row < 11 ? v : UNTOUCHED;
        });
        expect(one![side]).toEqual(some);
      }
    }
  });
});

describe('toeplitzMatrix and applyMatrix', () => {
  it.each([
    { L: 1, K: 1, P: 1 },
    { L: 13, K: 3, P: 5 },
    { L: 66, K: 7, P: 1 },
  ])('of $K channels over $L tokens, $P to a matrix, agree', async ({ L, K, P }) => {
    const choices: MatrixChoice[] = [{ first: 0, count: K }, { first: K - 1, count: 1 }, 'mean'];
    for (const of of choices) {
      const results = await onBoth(gpu, L, (ops, random) => {
        const kernel = ops.constant('kernel', [L + 2, K], random.values((L + 2) * K));
        const out = room(ops, of === 'mean' ? L : of.count * L, L);
        ops.toeplitzMatrix({ rows: L, kernel, of, out });
        if (of === 'mean') return [out];
        const E = K * P;
        const y = room(ops, L, E);
        ops.applyMatrix({
          rows: L,
          matrices: out,
          ...of,
          headDim: P,
          x: ops.constant('x', [L, E + 3], random.values(L * (E + 3))),
          D: ops.constant('D', [K], random.values(K)),
          y,
        });
        return [out, y];
      });
      // Sums of up to 67 products below 1, in another order.
      for (const { actual, expected } of results) {
        expect(excess(actual, expected, { abs: 5e-6 })).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe.each(devices)('on $name', ({ open }) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await open();
  });
  afterAll(() => ops.dispose());

  it('chunks of any size are one matrix, and carry a given state to the same end', async () => {
    const [L, E, N] = [23, 9, 5];
    const results = await Promise.all(
      [1, 4, 23, 64].map(async (chunkSize) => {
        const [run] = await onBoth(ops, 8, (on, random) => {
          const data = mixing(on, random, { L, K: E, N, G: 1, states: N });
          const x = on.constant('x', [L, E], random.values(L * E));
          const D = on.constant('D', [E], random.values(E));
          const h = on.constant('h', [E, N], random.values(E * N));
          const y = on.zeros('y', [L, E]);
          on.selectiveChunked({ ...data, chunkSize, x, D, h, y });
          return [joined(on, [y, h])];
        });
        return run!;
      }),
    );
    for (const { actual } of results) {
      const { expected } = results[0]!;
      expect(excess(actual, expected, near(expected))).toBeLessThanOrEqual(1);
    }
  });

  it('from no state, chunks are M x + D x', async () => {
    const [L, E, N] = [21, 6, 4];
    const random = new Random(4);
    const data = mixing(ops, random, { L, K: E, N, G: 1, states: N });
    const x = ops.constant('x', [L, E], random.values(L * E));
    const D = ops.constant('D', [E], random.values(E));
    const [y, product] = [ops.zeros('y', [L, E]), ops.zeros('product', [L, E])];
    ops.selectiveChunked({ ...data, chunkSize: 5, x, D, h: ops.zeros('h', [E, N]), y });
    const matrices = ops.zeros('matrices', [E, L, L]);
    const all = { first: 0, count: E };
    ops.impliedMatrix({ ...data, of: all, out: matrices });
    ops.applyMatrix({ rows: L, matrices, ...all, headDim: 1, x, D, y: product });
    const [a, b] = await readAll(ops, [y, product]);
    expect(excess(a!, b!, near(b!))).toBeLessThanOrEqual(1);
  });
});

/** Tensors end to end in one. */
function joined(ops: Ops, parts: readonly Tensor[]): Tensor {
  const sizeOf = ({ shape }: Tensor): number => shape.reduce((a, b) => a * b, 1);
  const out = ops.zeros('joined', [parts.reduce((sum, part) => sum + sizeOf(part), 0)]);
  let offset = 0;
  for (const part of parts) {
    ops.copy(part, 0, out, offset, sizeOf(part));
    offset += sizeOf(part);
  }
  return out;
}
