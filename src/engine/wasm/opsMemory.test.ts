/** What only this device has: memory that is given back, tables kept beside constants, addresses beyond 2 GiB. */
import { beforeAll, describe, expect, it } from 'vitest';
import { OutOfMemoryError } from '../errors';
import { readKernels } from '../node/wasm';
import { excess, onBoth, randomMatrix, readAll, room } from '../testing/parity';
import { scaledTurn } from '../testing/turn';
import { openWasm } from './open';
import type { WasmOps } from './ops';
import { different, near, ssdArgs } from './testing/against';

let wasm: WasmOps;
beforeAll(async () => {
  wasm = await openWasm(await readKernels());
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
    const wrong = await different(wasm, 8, (ops, random) => {
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
