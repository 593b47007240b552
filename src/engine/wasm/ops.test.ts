/**
 * What the suites of both fast devices leave open: Mamba-2's and S4D's operations with their planes, and what only this
 * device has: memory that is given back, tables kept beside constants, addresses beyond 2 GiB, and the way to the
 * reference where WebAssembly is missing.
 */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { OutOfMemoryError } from '../errors';
import { openNodeCpu, readKernels } from '../node/wasm';
import type { Ops, ScanProbe, SsdArgs, Tensor, Turn } from '../ops';
import { ReferenceOps } from '../reference/ops';
import { excess, onBoth, randomMatrix, readAll, room, UNTOUCHED } from '../testing/parity';
import type { Random } from '../testing/random';
import type { Plane } from '../testing/selective';
import { randomTurn, scaledTurn } from '../testing/turn';
import { openCpu, openWasm } from './open';
import type { WasmOps } from './ops';

let wasm: WasmOps;
beforeAll(async () => {
  wasm = await openWasm(await readKernels());
});

/** A fraction of the largest value, which is what the sums of a tensor are made of: a few f32 roundings of it. */
const near = (values: Float32Array) => ({
  abs: 3e-6 * values.reduce((most, v) => Math.max(most, v === UNTOUCHED ? 0 : Math.abs(v)), 1e-30),
});

/** Runs the same on this device and on the reference, and says which tensors differ by more than that. */
async function different(seed: number, work: (ops: Ops, random: Random) => readonly Tensor[]) {
  const results = await onBoth(wasm, seed, work);
  return results.flatMap(({ actual, expected }, tensor) =>
    excess(actual, expected, near(expected)) <= 1 ? [] : [tensor],
  );
}

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

/** Nothing held but Δ here and there, and that only if so wished. */
const NOTHING = { holdB: false, holdC: false };

describe('gatedRmsNorm', () => {
  it.each([
    { rows: 1, E: 1 },
    { rows: 3, E: 7 },
    { rows: 5, E: 130 },
  ])('of $rows rows of $E numbers agrees', async ({ rows, E }) => {
    const wrong = await different(E, (ops, random) => {
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
    const wrong = await different(L, (ops, random) => {
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

/** Tensors of an SSD of random numbers, every head turned in a way of its own. */
function ssdArgs(
  ops: Ops,
  random: Random,
  [H, P, N, G, L]: readonly number[],
  hold = NOTHING,
): SsdArgs {
  const E = H! * P!;
  const width = E + 2 * G! * N!;
  const stride = E + width + H!;
  return {
    rows: L!,
    xbc: ops.constant('xbc', [L!, width], random.values(L! * width)),
    zxbcdt: ops.constant('zxbcdt', [L!, stride], random.values(L! * stride, -6, 3)),
    ssm: ops.constant('ssm', [H!, 3], random.values(H! * 3)),
    h: ops.constant('h', [H!, P!, N!], random.values(E * N!)),
    y: room(ops, L!, E),
    nGroups: G!,
    deltaLimit: [0.01, 1.5],
    turn: randomTurn(ops, random, [H!, G! * N!], hold),
  };
}

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
      const wrong = await different(E, (ops, random) => run(ops, random, true));
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
        const wrong = await different(L, (ops, random) => {
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

describe('memory', () => {
  it('is all given back when all is released, tables and all', async () => {
    const own = await openWasm(await readKernels());
    const memory = (own as unknown as { memory: { used: number } }).memory;
    const work = (): void => {
      const { L, E, N } = { L: 5, E: 6, N: 3 };
      const made = {
        x: own.zeros('x', [L, E]),
        xz: own.zeros('xz', [L, 2 * E]),
        dbc: own.zeros('dbc', [L, 2 + 2 * N]),
        ssm: own.zeros('ssm', [E, N + 2]),
        h: own.zeros('h', [E, N]),
        y: own.zeros('y', [L, E]),
      };
      const turn = scaledTurn(own, [E, N]);
      own.selectiveScan({ rows: L, ...made, turn });
      own.release(...Object.values(made), turn.table);
    };
    work();
    const after = memory.used; // what the kernels work in stays
    for (let i = 0; i < 50; i++) work();
    expect(memory.used).toBe(after);
  });

  it('is all given back when an attempt fails, and is named when it is too little', async () => {
    const own = await openWasm(await readKernels(), 1e6);
    expect([own.memoryBytes, wasm.memoryBytes]).toEqual([1e6, wasm.maxTensorBytes]);
    const memory = (own as unknown as { memory: { used: number } }).memory;
    const values = Float32Array.of(1, 2, 3);
    const kept = await own.attempt(() => own.constant('kept', [3], values));
    const before = memory.used;
    const tooMuch = own.attempt(() => {
      own.zeros('first', [100]);
      own.matrix('second', 9, 5, { dtype: 'F32', values: new Float32Array(45) });
      own.zeros('third', [2 ** 30]);
    });
    await expect(tooMuch).rejects.toThrow(OutOfMemoryError);
    await expect(tooMuch).rejects.toThrow('There is no room for third');
    const noArray = own.attempt(() => {
      own.zeros('first', [100]);
      return new Float32Array(2 ** 52);
    });
    await expect(noArray).rejects.toThrow(OutOfMemoryError);
    expect(() => own.zeros('huge', [2 ** 30 + 1])).toThrow(RangeError);
    const mistake = own.attempt(() => {
      own.zeros('first', [100]);
      throw new TypeError('a mistake');
    });
    await expect(mistake).rejects.toThrow(TypeError);
    expect(memory.used).toBe(before);
    // What was made before stays, and so does what is made after.
    expect(await readAll(own, [kept])).toEqual([values]);
    own.zeros('after', [100]);
    expect(memory.used).toBeGreaterThan(before);
  });

  it('is counted for a matrix as it is taken: f32, in panels of eight rows', async () => {
    const own = await openWasm(await readKernels());
    const memory = (own as unknown as { memory: { used: number } }).memory;
    for (const dtype of ['F16', 'F32'] as const) {
      const before = memory.used;
      const none = dtype === 'F16' ? { dtype, bits: new Uint16Array(36 * 20) } : null;
      own.matrix('m', 36, 20, none ?? { dtype: 'F32', values: new Float32Array(36 * 20) });
      expect(memory.used - before).toBe(own.matrixBytes(36, 20));
      expect(own.matrixBytes(36, 20)).toBe(4 * 40 * 20);
    }
  });

  it('that has grown is where the operations of the reference find their tensors too', async () => {
    const own = await openWasm(await readKernels());
    const memory = (own as unknown as { memory: { memory: WebAssembly.Memory } }).memory;
    const results = await onBoth(own, 6, (ops, random) => {
      const [L, E] = [9, 3];
      const kernel = ops.constant('kernel', [L, E], random.values(L * E));
      const x = ops.constant('x', [L, E], random.values(L * E));
      return [0, 1].map(() => {
        const y = ops.zeros('y', [L, E]);
        ops.convolve({ rows: L, kernel, x, y });
        if (ops === own) memory.memory.grow(1);
        return y;
      });
    });
    for (const { actual, expected } of results) expect(actual).toEqual(expected);
  });

  it('is not read after it was released, and may be released twice', () => {
    const tensor = wasm.zeros('gone', [4]);
    wasm.release(tensor);
    wasm.release(tensor);
    expect(() => wasm.capture(tensor, 0, 4)).toThrow('gone was released');
    expect(() => wasm.copy(tensor, 0, tensor, 0, 1)).toThrow('gone was released');
  });

  it('a constant that is overwritten takes its table with it', async () => {
    const wrong = await different(8, (ops, random) => {
      const [E, N, width] = [5, 3, 14];
      const ssm = ops.constant('ssm', [E, width], random.values(E * width));
      const other = ops.constant('other', [E * width], random.values(E * width));
      const x = ops.constant('x', [1, E], random.values(E));
      const xz = ops.constant('xz', [1, 2 * E], random.values(2 * E));
      const turn = scaledTurn(ops, [E, 0]);
      return [false, true].map((overwrite) => {
        if (overwrite) ops.copy(other, 0, ssm, 0, E * width);
        const h = ops.constant('h', [E, 2 * N], random.values(E * 2 * N));
        const y = room(ops, 1, E);
        ops.s4dScan({ rows: 1, x, xz, ssm, h, y, turn });
        return y;
      });
    });
    expect(wrong).toEqual([]);
  });

  it('works beyond 2 GiB, where addresses have their highest bit set', async () => {
    const own = await openWasm(await readKernels());
    own.zeros('most', [2 ** 29]); // never written, so never real
    const results = await onBoth(own, 5, (ops, random) => {
      const [rows, K, M] = [5, 9, 11];
      const out = room(ops, rows, M);
      ops.linear({
        rows,
        x: ops.constant('x', [rows, K], random.values(rows * K)),
        weight: randomMatrix(ops, random, M, K, 'F16'),
        norm: { weight: ops.constant('norm', [K], random.values(K)), epsilon: 1e-5 },
        out,
      });
      const ssd = ssdArgs(ops, random, [2, 5, 6, 1, 9]);
      ops.ssdChunked({ ...ssd, chunkSize: 4 });
      return [out, ssd.y, ssd.h];
    });
    for (const { actual, expected } of results) {
      expect(excess(actual, expected, near(expected))).toBeLessThanOrEqual(1);
    }
  });
});

describe('a model', () => {
  it('is read in pieces of some 50 ms of work, of whole tiles, whatever its size', () => {
    expect([1e5, 4.6e6, 2e7, 13e7, 28e8].map((p) => wasm.rowsAtOnce(p))).toEqual([64, 64, 8, 4, 4]);
    expect([1e5, 4.6e6, 13e7].map((p) => new ReferenceOps().rowsAtOnce(p))).toEqual([32, 8, 1]);
  });
});

describe('openCpu', () => {
  const names = async (read: () => Promise<BufferSource>) => (await openCpu(read)).info.name;

  it('is WebAssembly where it can be', async () => {
    expect(await names(readKernels)).toBe('WebAssembly SIMD');
    expect((await openNodeCpu()).info).toMatchObject({ kind: 'cpu', code: 'wasm' });
  });

  it('is the reference, and says so, where anything keeps WebAssembly from running', async () => {
    expect(await names(() => Promise.reject(new TypeError('Failed to fetch')))).toBe('JavaScript');
    // A web server's start page in place of the file.
    expect(await names(async () => new TextEncoder().encode('<!doctype html>'))).toBe('JavaScript');
    const instantiate = vi.spyOn(WebAssembly, 'instantiate');
    instantiate.mockRejectedValueOnce(new WebAssembly.CompileError('forbidden by policy'));
    expect(await names(readKernels)).toBe('JavaScript');
    instantiate.mockRestore();
    vi.spyOn(WebAssembly, 'validate').mockReturnValueOnce(false); // no SIMD here
    expect(await names(readKernels)).toBe('JavaScript');
    vi.stubGlobal('WebAssembly', undefined);
    expect(await names(readKernels)).toBe('JavaScript');
    vi.unstubAllGlobals();
  });

  it('does not hide a mistake of ours', async () => {
    const instantiate = vi.spyOn(WebAssembly, 'instantiate');
    instantiate.mockRejectedValueOnce(new WebAssembly.LinkError('import env.other'));
    await expect(openCpu(readKernels)).rejects.toThrow('env.other');
    instantiate.mockRestore();
  });
});

it('keeps every number of a tensor that a copy within it moves', async () => {
  const tensor = wasm.constant('t', [5], Float32Array.from([1, 2, 3, 4, 5]));
  wasm.copy(tensor, 0, tensor, 1, 4);
  expect((await readAll(wasm, [tensor]))[0]).toEqual(Float32Array.from([1, 1, 2, 3, 4]));
});
