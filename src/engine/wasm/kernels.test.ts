/** The compiled module and its sources, and the functions of one number that its kernels are made of. */
import { beforeAll, describe, expect, it } from 'vitest';
import { compileKernels } from '../node/compileKernels';
import { readKernels } from '../node/wasm';
import { softplus } from '../reference/math';
import { Random } from '../testing/random';

it('kernels.wasm is what its sources compile to: after a change, `npm run wasm`', async () => {
  const [committed, compiled] = [await readKernels(), await compileKernels()];
  expect(Buffer.from(compiled).equals(committed)).toBe(true);
});

type Name = 'exp' | 'exp2' | 'softplus' | 'silu';

describe('a function of four numbers at once', () => {
  let apply: (name: Name, values: Float32Array) => Float32Array;
  beforeAll(async () => {
    const memory = new WebAssembly.Memory({ initial: 64 });
    const bytes = await compileKernels('testing/lanes.ts');
    const { instance } = await WebAssembly.instantiate(bytes, { env: { memory } });
    const f32 = new Float32Array(memory.buffer);
    apply = (name, values) => {
      const [from, to] = [1 << 16, 1 << 21];
      f32.set(values, from / 4);
      const run = instance.exports[name] as (from: number, to: number, count: number) => void;
      run(from, to, values.length);
      return f32.slice(to / 4, to / 4 + values.length);
    };
  });

  const exact: Record<Name, (v: number) => number> = {
    exp: Math.exp,
    exp2: (v) => 2 ** v,
    softplus,
    silu: (v) => v / (1 + Math.exp(-v)),
  };

  /** The largest relative error; what may be flushed to zero counts by its distance, in units of 2⁻¹²⁵. */
  function worst(name: Name, values: Float32Array): number {
    const got = apply(name, values);
    return values.reduce((most, v, i) => {
      const wanted = exact[name](v);
      const error = Math.abs(got[i]! - wanted);
      const relative =
        Math.abs(wanted) < 2 ** -124 ? (error * 2 ** 124) / 1e7 : error / Math.abs(wanted);
      return Number.isNaN(relative) ? Infinity : Math.max(most, relative);
    }, 0);
  }

  /** Evenly over the range, finely around zero, and whatever is next to a branch. */
  function numbers(low: number, high: number): Float32Array {
    const random = new Random(3);
    const wide = random.values(60_000, low, high);
    const near = random.values(20_000, -1, 1);
    const tiny = near.map((v) => v * 1e-6);
    const edges = [0, -0, 0.5, -0.5, 1, -1, 20, -20, 1e-30, -1e-30, 64, -64];
    return Float32Array.from([...wide, ...near, ...tiny, ...edges]);
  }

  it.each([
    { name: 'exp', low: -110, high: 88.7 },
    { name: 'exp2', low: -160, high: 127.9 },
    { name: 'softplus', low: -110, high: 200 },
    { name: 'silu', low: -80, high: 200 },
  ] as const)('$name is within 3e-7 of the truth, relatively', ({ name, low, high }) => {
    expect(worst(name, numbers(low, high))).toBeLessThan(3e-7);
  });

  it('ends well: no overflow where there is a value, infinity or zero where there is none', () => {
    const far = Float32Array.from([-1e30, -1000, 1000, 1e30]);
    expect([...apply('exp', far)]).toEqual([0, 0, Infinity, Infinity]);
    expect([...apply('exp2', far)].slice(0, 2)).toEqual([0, 0]);
    expect([...apply('softplus', far)]).toEqual([0, 0, 1000, Math.fround(1e30)]);
    expect([...apply('silu', far)].map(Math.abs)).toEqual([0, 0, 1000, Math.fround(1e30)]);
  });

  it('keeps what is not a number, so that a mistake is seen', () => {
    const values = new Float32Array(4).fill(Number.NaN);
    for (const name of ['exp', 'exp2', 'softplus', 'silu'] as const) {
      expect([...apply(name, values)]).toEqual([...values]);
    }
  });

  it('is exact where the model relies on it: a factor of zero leaves the state as it is', () => {
    const zeros = new Float32Array(4);
    expect([...apply('exp', zeros)]).toEqual([1, 1, 1, 1]);
    expect([...apply('exp2', zeros)]).toEqual([1, 1, 1, 1]);
  });
});
