/** Embedding, norm, convolution and moving numbers about, on the fast devices against the reference. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ops } from '../ops';
import { openNodeWebGpu } from '../node/webgpu';
import { fastDevices, maxAbsError } from '../testing/devices';
import { excess, onBoth, randomMatrix, readAll, room } from '../testing/parity';
import { Random } from '../testing/random';

/** The device that a suite runs on: each of the fast ones in turn. */
let gpu: Ops;
const onEach = describe.each(fastDevices);
const use = ({ open }: { open: () => Promise<Ops> }): void => {
  beforeAll(async () => {
    gpu = await open();
  });
  afterAll(() => gpu.dispose());
};

onEach('embed on $name', (device) => {
  use(device);

  it.each([
    { V: 13, D: 7, rows: 1 },
    { V: 257, D: 33, rows: 17 },
    { V: 4099, D: 130, rows: 65 },
    { V: 8, D: 64, rows: 1024 },
  ])('copies $rows of $V rows of $D numbers exactly', async ({ V, D, rows }) => {
    for (const dtype of ['F16', 'F32'] as const) {
      const results = await onBoth(gpu, V, (ops, random) => {
        const out = room(ops, rows, D);
        // The first and the last token of the vocabulary, and any between.
        const ids = [V - 1, 0, ...random.integers(rows, V)].slice(0, rows);
        ops.embed({ ids, table: randomMatrix(ops, random, V, D, dtype), out });
        return [out];
      });
      // Nothing is computed: every half float is a float.
      expect(results[0]!.actual).toEqual(results[0]!.expected);
    }
  });
});

describe('embed on WebGPU', () => {
  use({ open: () => openNodeWebGpu() });

  it('refuses more ids than it has room for, before it writes any', async () => {
    const table = randomMatrix(gpu, new Random(1), 8, 8, 'F32');
    const out = room(gpu, 1025, 8);
    const [before] = await readAll(gpu, [out]);
    expect(() => gpu.embed({ ids: Array(1025).fill(1), table, out })).toThrow(RangeError);
    expect(await readAll(gpu, [out])).toEqual([before]);
    gpu.release(table, out);
  });
});

onEach('rmsNorm on $name', (device) => {
  use(device);

  it.each([
    { rows: 1, D: 1 },
    { rows: 2, D: 7 },
    { rows: 3, D: 64 },
    { rows: 17, D: 65 },
    { rows: 65, D: 130 },
    { rows: 128, D: 300 },
  ])('of $rows rows of $D numbers agrees', async ({ rows, D }) => {
    const results = await onBoth(gpu, D, (ops, random) => {
      const values = random.values(rows * D, -3, 3);
      // A row of zeros has no size to divide by; ε is for that.
      values.fill(0, (rows - 1) * D);
      const out = room(ops, rows, D);
      const x = ops.constant('x', [rows, D], values);
      const weight = ops.constant('weight', [D], random.values(D, -2, 2));
      ops.rmsNorm({ rows, x, weight, epsilon: 1e-5, out });
      return [out];
    });
    const { actual, expected } = results[0]!;
    // Only products: a sum of D squares, a root and two factors, each within an ulp or two.
    expect(excess(actual, expected, { abs: 1e-7, rel: 2e-6 })).toBeLessThanOrEqual(1);
  });
});

onEach('causalConv1d on $name', (device) => {
  use(device);

  const sizes = [7, 33, 130].flatMap((E) => [1, 2, 4, 5].map((K) => ({ E, K })));

  it.each(sizes)('of $E channels and width $K agrees and carries its past', async ({ E, K }) => {
    for (const rows of [1, 2, 3, 17, 65, 128]) {
      const results = await onBoth(gpu, rows, (ops, random) => {
        const out = room(ops, rows, E);
        const state = ops.constant('state', [E, K - 1], random.values(E * (K - 1), -4, 4));
        ops.causalConv1d({
          rows,
          input: ops.constant('xz', [rows, 2 * E], random.values(rows * 2 * E, -4, 4)),
          firstColumn: rows % 2 === 0 ? E : 0,
          weight: ops.constant('weight', [E, K], random.values(E * K, -2, 2)),
          bias: ops.constant('bias', [E], random.values(E)),
          state,
          out,
        });
        return [out, state];
      });
      const [out, state] = results;
      // At most five products of size 8, then SiLU, whose exp is good to a few ulp.
      expect(excess(out!.actual, out!.expected, { abs: 1e-5 })).toBeLessThanOrEqual(1);
      // The past is a copy of inputs.
      expect(state!.actual).toEqual(state!.expected);
    }
  });

  it('gives the same in two calls as in one, bit for bit', async () => {
    const [E, K, rows, cut] = [33, 4, 21, 2];
    const random = new Random(9);
    const input = random.values(rows * 2 * E);
    const weight = gpu.constant('weight', [E, K], random.values(E * K));
    const bias = gpu.constant('bias', [E], random.values(E));
    const run = (state: ReturnType<Ops['zeros']>, from: number, until: number) => {
      const count = until - from;
      const xz = gpu.constant('xz', [count, 2 * E], input.slice(from * 2 * E, until * 2 * E));
      const out = gpu.zeros('out', [count, E]);
      gpu.causalConv1d({ rows: count, input: xz, weight, bias, state, out });
      return out;
    };
    const [whole, pieces] = [0, 1].map(() => gpu.zeros('state', [E, K - 1]));
    const all = [run(whole!, 0, rows), run(pieces!, 0, cut), run(pieces!, cut, rows)];
    const [one, first, second, state, statePieces] = await readAll(gpu, [...all, whole!, pieces!]);
    expect([...first!, ...second!]).toEqual([...one!]);
    expect(statePieces).toEqual(state);
  });

  it('keeps the sums before SiLU where they are asked for', async () => {
    const [E, K, rows] = [33, 4, 40];
    const results = await onBoth(gpu, 3, (ops, random) => {
      const [out, sum] = [room(ops, rows, E), room(ops, rows, E)];
      ops.causalConv1d({
        rows,
        input: ops.constant('x', [rows, E], random.values(rows * E, -4, 4)),
        weight: ops.constant('weight', [E, K], random.values(E * K, -2, 2)),
        bias: ops.constant('bias', [E], random.values(E)),
        state: ops.constant('state', [E, K - 1], random.values(E * (K - 1), -4, 4)),
        out,
        sum,
      });
      return [out, sum];
    });
    for (const { actual, expected } of results) {
      expect(excess(actual, expected, { abs: 1e-5 })).toBeLessThanOrEqual(1);
    }
    const [out, sum] = results.map(({ actual }) => actual.subarray(0, rows * E));
    const activated = sum!.map((v) => v / (1 + Math.exp(-v)));
    expect(excess(out!, activated, { abs: 1e-5 })).toBeLessThanOrEqual(1);
  });
});

onEach('columns on $name', (device) => {
  use(device);

  it.each([
    { rows: 1, first: 0, stride: 5, width: 5 },
    { rows: 7, first: 3, stride: 10, width: 1 },
    { rows: 65, first: 100, stride: 130, width: 67 },
  ])('takes $width of $stride numbers of $rows rows, from $first on', async (of) => {
    const { rows, width, stride, first } = of;
    const results = await onBoth(gpu, rows, (ops, random) => {
      const length = first + rows * stride;
      const out = room(ops, rows, width);
      ops.columns({ ...of, input: ops.constant('in', [length], random.values(length)), out });
      return [out];
    });
    expect(results[0]!.actual).toEqual(results[0]!.expected);
    const input = new Random(rows).values(first + rows * stride);
    const last = first + (rows - 1) * stride + width - 1;
    expect(results[0]!.actual[rows * width - 1]).toBe(input[last]);
  });
});

onEach('copy, capture and collect on $name', (device) => {
  use(device);

  it('copy moves a range between offsets and touches nothing else', async () => {
    const results = await onBoth(gpu, 1, (ops, random) => {
      const from = ops.constant('from', [50], random.values(50));
      const to = room(ops, 1, 30);
      ops.copy(from, 7, to, 3, 11);
      ops.copy(from, 0, to, 29, 1);
      return [from, to];
    });
    for (const { actual, expected } of results) expect(actual).toEqual(expected);
  });

  it('a capture is what the tensor was when it was asked for, whenever it is read', async () => {
    const tensor = gpu.constant('t', [3], new Float32Array([1, 2, 3]));
    const other = gpu.constant('o', [3], new Float32Array([7, 8, 9]));
    const before = gpu.capture(tensor, 1, 2);
    gpu.copy(other, 0, tensor, 0, 3);
    const after = gpu.capture(tensor, 0, 3);
    gpu.release(tensor, other);
    // Read in another order than taken, and after the tensors are gone.
    const [late, early] = await gpu.collect([after, before]);
    expect([...late!]).toEqual([7, 8, 9]);
    expect([...early!]).toEqual([2, 3]);
  });

  it('two readers at once get their own numbers, of any size', async () => {
    const random = new Random(2);
    // From nothing over odd lengths to more than a staging buffer holds.
    const lengths = [1, 3, 0, 5, 300_000, 7, 100_000, 200_000, 2];
    const tensors = lengths.map((n) => gpu.constant(`${n}`, [n], random.values(n)));
    for (let round = 0; round < 3; round++) {
      const captures = tensors.map((t, i) => gpu.capture(t, 0, lengths[i]!));
      const odd = captures.filter((_, i) => i % 2 === 1);
      const even = captures.filter((_, i) => i % 2 === 0);
      const [first, second] = await Promise.all([gpu.collect(odd), gpu.collect(even)]);
      const again = await readAll(gpu, tensors);
      const woven = lengths.map((_, i) => (i % 2 === 1 ? first : second)[Math.floor(i / 2)]!);
      const fresh = new Random(2);
      for (const [i, length] of lengths.entries()) {
        const expected = fresh.values(length);
        expect(maxAbsError(woven[i]!, expected)).toBe(0);
        expect(maxAbsError(again[i]!, expected)).toBe(0);
      }
    }
    gpu.release(...tensors);
  });

  it('keeps the parameters of thousands of dispatches apart', async () => {
    const x = gpu.constant('x', [1, 1], new Float32Array([1]));
    const one = gpu.matrix('one', 1, 1, { dtype: 'F32', values: new Float32Array([1]) });
    const sum = gpu.zeros('sum', [1, 1]);
    const table = gpu.constant('table', [2600], new Float32Array(2600));
    for (let i = 0; i < 2600; i++) {
      gpu.linear({ rows: 1, x, weight: one, out: sum, add: true });
      gpu.copy(sum, 0, table, i, 1);
    }
    const [values] = await readAll(gpu, [table]);
    expect([...values!]).toEqual(Array.from({ length: 2600 }, (_, i) => i + 1));
  });
});
