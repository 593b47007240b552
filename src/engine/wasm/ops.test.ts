/** What the suites of both fast devices leave open: Mamba-2's and S4D's operations with their planes. */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readKernels } from '../node/wasm';
import type { Ops, ScanProbe, Turn } from '../ops';
import { ReferenceOps } from '../reference/ops';
import { onBoth, readAll, room, UNTOUCHED } from '../testing/parity';
import type { Random } from '../testing/random';
import type { Plane } from '../testing/selective';
import { randomTurn, scaledTurn } from '../testing/turn';
import { openWasm } from './open';
import type { WasmOps } from './ops';
import { different, NOTHING, ssdArgs } from './testing/against';

let wasm: WasmOps;
beforeAll(async () => {
  wasm = await openWasm(await readKernels());
});

/** Room for planes of so many numbers a token each, with gaps that nobody may write. */
function planes(ops: Ops, rows: number, widths: Partial<Record<Plane, number>>): ScanProbe {
  let end = 3;
  const at = Object.entries(widths).map(([plane, width]) => {
    const from = end;
    end += rows * width + 3;
    return [plane, from] as const;
  });
  const out = ops.constant('probe', [end], new Float32Array(end).fill(UNTOUCHED));
  return { out, ...Object.fromEntries(at) };
}

describe('gatedRmsNorm', () => {
  it.each([
    { rows: 1, E: 1 },
    { rows: 3, E: 7 },
    { rows: 5, E: 130 },
  ])('of $rows rows of $E numbers agrees', async ({ rows, E }) => {
    const wrong = await different(wasm, E, (ops, random) => {
      const y = room(ops, rows, E, random.values(rows * E, -3, 3));
      const stride = 2 * E + 3;
      ops.gatedRmsNorm({
        rows,
        y,
        zxbcdt: ops.constant('zxbcdt', [rows, stride], random.values(rows * stride, -9, 9)),
        weight: ops.constant('weight', [E], random.values(E)),
        epsilon: 1e-5,
      });
      return [y];
    });
    expect(wrong).toEqual([]);
  });
});

describe('s4dScan', () => {
  it.each([
    { L: 1, E: 1, N: 1 },
    { L: 2, E: 7, N: 3 },
    { L: 33, E: 6, N: 16 },
    { L: 70, E: 33, N: 5 },
  ])('over $L tokens, E = $E, N = $N agrees, plane by plane, turn after turn', async (size) => {
    const { L, E, N } = size;
    const wrong = await different(wasm, L, (ops, random) => {
      const ssm = random.values(E * (4 * N + 2), -1, 1);
      for (let e = 0; e < E; e++) {
        const row = e * (4 * N + 2);
        // Angles of several turns, and Δ from a thousandth to a tenth.
        for (let n = 0; n < N; n++) ssm[row + N + n] = Math.PI * (n + 1);
        ssm[row + 4 * N + 1] = -4.6 + 2.3 * ssm[row + 4 * N + 1]!;
      }
      const shared = {
        rows: L,
        x: ops.constant('x', [L, E], random.values(L * E)),
        xz: ops.constant('xz', [L, 2 * E], random.values(L * 2 * E, -4, 4)),
        ssm: ops.constant('ssm', [E, 4 * N + 2], ssm),
      };
      // One constant under changing turns: what is kept for one must not serve another.
      const turns: Turn[] = [
        scaledTurn(ops, [E, 0]),
        scaledTurn(ops, [E, 0], { deltaScale: 0.25 }),
        scaledTurn(ops, [E, 0], { aScale: 2 }),
        randomTurn(ops, random, [E, 0], NOTHING),
        randomTurn(ops, random, [E, 0], NOTHING),
        scaledTurn(ops, [E, 0]),
      ];
      return turns.flatMap((turn, i) => {
        const h = ops.constant('h', [E, 2 * N], random.values(E * 2 * N));
        const y = room(ops, L, E);
        const widths = { delta: E, hMoved: E, hNorm: E, h: 2 * E * N, y: E };
        const probe = i % 2 === 1 ? planes(ops, L, widths) : undefined;
        ops.s4dScan({ ...shared, h, y, turn, probe });
        return probe ? [y, h, probe.out] : [y, h];
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe('SSD', () => {
  it.each([[[1, 1, 1, 1, 1]], [[2, 3, 5, 1, 7]], [[6, 5, 7, 3, 20]], [[4, 8, 16, 2, 33]]])(
    'by recurrence writes its planes and nothing else: H, P, N, G, L = %j',
    async (shape) => {
      const [H, P, N, , L] = shape as [number, number, number, number, number];
      const E = H * P;
      const run = (ops: Ops, random: Random, probed: boolean) => {
        const args = ssdArgs(ops, random, shape, { holdB: L % 2 === 0, holdC: L % 3 === 0 });
        const probe = probed ? planes(ops, L, { hMoved: E, hNorm: E, h: E * N }) : undefined;
        ops.ssdRecurrence({ ...args, probe });
        return probe ? [args.y, args.h, probe.out] : [args.y, args.h];
      };
      const wrong = await different(wasm, E, (ops, random) => run(ops, random, true));
      expect(wrong).toEqual([]);
      const both = await Promise.all(
        [true, false].map((probed) => onBoth(wasm, 1, (o, r) => run(o, r, probed))),
      );
      // Whether anybody looks makes no difference.
      const [seen, unseen] = both.map((results) => results.slice(0, 2).map(({ actual }) => actual));
      expect(seen).toEqual(unseen);
    },
  );

  it('by chunks agrees at any shape and any length of chunk', async () => {
    const shape = fc.tuple(
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 13 }),
      fc.integer({ min: 1, max: 13 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 45 }),
      fc.record({ holdB: fc.boolean(), holdC: fc.boolean() }),
    );
    await fc.assert(
      fc.asyncProperty(shape, async ([perGroup, P, N, G, L, chunkSize, hold]) => {
        const wrong = await different(wasm, L, (ops, random) => {
          const args = ssdArgs(ops, random, [perGroup * G, P, N, G, L], hold);
          ops.ssdChunked({ ...args, chunkSize });
          return [args.y, args.h];
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a model', () => {
  it('is read in pieces of some 50 ms of work, of whole tiles, whatever its size', () => {
    expect([1e5, 4.6e6, 2e7, 13e7, 28e8].map((p) => wasm.rowsAtOnce(p))).toEqual([64, 64, 8, 4, 4]);
    expect([1e5, 4.6e6, 13e7].map((p) => new ReferenceOps().rowsAtOnce(p))).toEqual([32, 8, 1]);
  });
});

it('keeps every number of a tensor that a copy within it moves', async () => {
  const tensor = wasm.constant('t', [5], Float32Array.from([1, 2, 3, 4, 5]));
  wasm.copy(tensor, 0, tensor, 1, 4);
  expect((await readAll(wasm, [tensor]))[0]).toEqual(Float32Array.from([1, 1, 2, 3, 4]));
});
