/**
 * The linear layer on the fast devices against the reference. Inputs and weights lie in [−1, 1), so a sum of K ≤ 130 products
 * is of the order of 5 and its f32 rounding, √K additions of half an ulp, of the order of 2e-6. The norm multiplies
 * a row by 1/rms ≈ 1.7 at the end, with the rounding it has by then.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeWebGpu } from '../node/webgpu';
import { openNodeCpu } from '../node/wasm';
import type { Ops } from '../ops';
import { ReferenceOps } from '../reference/ops';
import { excess, onBoth, randomMatrix, room } from '../testing/parity';
import { Random } from '../testing/random';

const ALLOWED = { abs: 1e-5, rel: 1e-6 };

/** Every combination of weights' form, norm, bias and residual connection. */
const forms = (['F16', 'F32'] as const).flatMap((dtype) =>
  [false, true].flatMap((norm) =>
    [false, true].flatMap((bias) => [false, true].map((add) => ({ dtype, norm, bias, add }))),
  ),
);

describe.each([
  { name: 'WebAssembly', open: openNodeCpu },
  {
    name: 'WebGPU, in the kernels for an emulated GPU',
    open: () => openNodeWebGpu({ software: true }),
  },
  {
    name: 'WebGPU, in the kernels for a real GPU',
    open: () => openNodeWebGpu({ software: false }),
  },
])('linear on $name', ({ open }) => {
  /** The device that is measured. */
  let gpu: Ops;
  beforeAll(async () => {
    gpu = await open();
  });
  afterAll(() => gpu.dispose());

  it.each([
    { rows: 1, M: 7, K: 33 },
    { rows: 1, M: 33, K: 7 },
    { rows: 1, M: 1, K: 1 },
    { rows: 1, M: 4099, K: 17 },
    { rows: 2, M: 33, K: 130 },
    { rows: 3, M: 130, K: 7 },
    { rows: 17, M: 257, K: 33 },
    { rows: 65, M: 40, K: 16 },
    { rows: 128, M: 263, K: 70 },
    { rows: 2051, M: 9, K: 20 },
  ])('of $rows rows, $K inputs and $M outputs agrees in every form', async ({ rows, M, K }) => {
    for (const { dtype, norm, bias, add } of forms) {
      for (const xStride of [K, K + 5]) {
        const results = await onBoth(gpu, rows + M, (ops, random) => {
          const out = room(ops, rows, M, add ? random.values(rows * M) : undefined);
          ops.linear({
            rows,
            x: ops.constant('x', [rows, xStride], random.values(rows * xStride)),
            weight: randomMatrix(ops, random, M, K, dtype),
            norm: norm
              ? { weight: ops.constant('norm', [K], random.values(K)), epsilon: 1e-5 }
              : undefined,
            bias: bias ? ops.constant('bias', [M], random.values(M)) : undefined,
            out,
            add,
          });
          return [out];
        });
        const { actual, expected } = results[0]!;
        const title = `${dtype} norm ${norm} bias ${bias} add ${add} stride ${xStride}`;
        const within = excess(actual, expected, ALLOWED) <= 1;
        expect({ title, within }).toEqual({ title, within: true });
        expect(actual.subarray(rows * M)).toEqual(expected.subarray(rows * M));
      }
    }
  });

  it('reads a single row from where it is told to', async () => {
    for (const norm of [false, true]) {
      const results = await onBoth(gpu, 4, (ops, random) => {
        const x = ops.constant('x', [4, 21], random.values(84));
        const weight = randomMatrix(ops, random, 9, 19, 'F16');
        const scale = { weight: ops.constant('norm', [19], random.values(19)), epsilon: 1e-5 };
        return [0, 2, 3].map((firstRow) => {
          const out = room(ops, 1, 9);
          ops.linear({ rows: 1, x, firstRow, weight, out, norm: norm ? scale : undefined });
          return out;
        });
      });
      for (const { actual, expected } of results) {
        expect(excess(actual, expected, ALLOWED)).toBeLessThanOrEqual(1);
      }
      expect(results[1]!.actual).not.toEqual(results[2]!.actual);
    }
  });

  it('normalises a row of zeros to zeros, and huge and tiny rows as any other', async () => {
    for (const rows of [1, 3]) {
      const results = await onBoth(gpu, 5, (ops, random) => {
        const weight = randomMatrix(ops, random, 9, 33, 'F32');
        const norm = { weight: ops.constant('norm', [33], random.values(33)), epsilon: 1e-5 };
        return [0, 1e-6, 1e12].map((size) => {
          const x = ops.constant('x', [rows, 33], random.values(33 * rows, -size, size));
          const out = room(ops, rows, 9);
          ops.linear({ rows, x, weight, norm, out });
          return out;
        });
      });
      for (const { actual, expected } of results) {
        expect(excess(actual, expected, ALLOWED)).toBeLessThanOrEqual(1);
      }
      expect(results[0]!.actual.subarray(0, 9)).toEqual(new Float32Array(9));
    }
  });

  it('refuses many rows from elsewhere than the first, on either device', () => {
    for (const ops of [gpu, new ReferenceOps()]) {
      const x = ops.zeros('x', [4, 8]);
      const weight = randomMatrix(ops, new Random(6), 8, 8, 'F32');
      const out = ops.zeros('out', [2, 8]);
      expect(() => ops.linear({ rows: 2, firstRow: 1, x, weight, out })).toThrow(RangeError);
    }
  });
});
