import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ops, Tensor } from '../ops';
import { devices } from '../testing/devices';
import { excess, readAll } from '../testing/parity';
import { Random } from '../testing/random';
import { parallelScan, scanLevels } from './parallelScan';

describe('the levels of a scan', () => {
  it('lead every token to the whole of what came before it, and nothing twice', () => {
    for (let L = 1; L <= 70; L++) {
      // Each token holds a run of tokens; • joins two runs that touch.
      const runs = Array.from({ length: L }, (_, t) => [t, t] as [number, number]);
      for (const { combines } of scanLevels(L)) {
        const before = runs.map((run) => [...run] as [number, number]);
        for (const [from, into] of combines) {
          expect(before[from]![1] + 1).toBe(before[into]![0]);
          runs[into] = [before[from]![0], before[into]![1]];
        }
        // Nobody who is read is written in the same level.
        const written = new Set(combines.map(([, into]) => into));
        expect(combines.filter(([from]) => written.has(from))).toEqual([]);
      }
      expect(runs).toEqual(Array.from({ length: L }, (_, t) => [0, t]));
    }
  });

  it('take fewer than 2L combinations and 2 log₂ L levels', () => {
    for (const L of [1, 2, 3, 5, 64, 100, 1023, 1024, 1025]) {
      const levels = scanLevels(L);
      const work = levels.reduce((sum, { combines }) => sum + combines.length, 0);
      expect(work).toBeLessThan(2 * L);
      expect(levels.length).toBeLessThanOrEqual(2 * Math.log2(L));
    }
    expect(scanLevels(1)).toEqual([]);
  });
});

describe.each(devices)('on $name', ({ open }) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await open();
  });
  afterAll(() => ops.dispose());

  it('a scan ends in the states of the recurrence, and shows every pair on the way', async () => {
    const shape = fc.record({
      L: fc.integer({ min: 1, max: 70 }),
      E: fc.integer({ min: 1, max: 9 }),
      N: fc.integer({ min: 1, max: 5 }),
      complex: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(shape, fc.nat(), async ({ L, E, N, complex }, seed) => {
        const random = new Random(seed);
        const width = complex ? 2 * N : N;
        const [a, b] = [random.values(L * E * width), random.values(L * E * width)];
        const [Abar, Bx] = [a, b].map((v) => ops.constant('pair', [L, E, width], v.slice()));
        const lane = seed % (E * N);
        const count = Math.min(2, E * N - lane);
        const trace = await parallelScan(
          ops,
          { rows: L, Abar: Abar!, Bx: Bx!, complex },
          { first: lane, count },
        );
        const [products, states] = await readAll(ops, [Abar!, Bx!]);
        // One lane by the recurrence, in doubles.
        const at = (t: number) => (t * E + Math.floor(lane / N)) * width + (lane % N);
        const part = (values: Float32Array, t: number): [number, number] => [
          values[at(t)]!,
          complex ? values[at(t) + N]! : 0,
        ];
        const times = ([r, i]: [number, number], [s, j]: [number, number]): [number, number] => [
          r * s - i * j,
          r * j + i * s,
        ];
        const [wanted, got]: number[][] = [[], []];
        let [h, product]: [number, number][] = [
          [0, 0],
          [1, 0],
        ];
        for (let t = 0; t < L; t++) {
          const turned = times(part(a, t), h!);
          h = [turned[0] + part(b, t)[0], turned[1] + part(b, t)[1]];
          product = times(part(a, t), product!);
          wanted!.push(...product, ...h);
          got!.push(...part(products!, t), ...part(states!, t));
        }
        // |Ā| is up to √2 for complex pairs here, so that states may grow: a fraction of the largest.
        const most = wanted!.reduce((m, v) => Math.max(m, Math.abs(v)), 0);
        expect(excess(got!, wanted!, { abs: 1e-5 * most })).toBeLessThanOrEqual(1);
        // What was shown last is what there is, and what was shown first what there was.
        const shown = (from: Float32Array) =>
          Array.from({ length: L }, (_, t) => {
            const pair = from.subarray(t * count * trace.width, t * count * trace.width + 4);
            return complex ? [...pair] : [pair[0]!, 0, pair[1]!, 0];
          }).flat();
        const last = trace.levels.at(-1)?.after ?? trace.before;
        expect(shown(last)).toEqual(got);
        const given = Array.from({ length: L }, (_, t) => [...part(a, t), ...part(b, t)]).flat();
        expect(shown(trace.before)).toEqual(given);
        // Each level is its combinations of the level before, and nothing else.
        let before = trace.before;
        for (const { combines, after } of trace.levels) {
          const size = count * trace.width;
          const changed = new Set(combines.map(([, into]) => into));
          for (let t = 0; t < L; t++) {
            if (changed.has(t)) continue;
            const row = [t * size, (t + 1) * size] as const;
            expect(after.subarray(...row)).toEqual(before.subarray(...row));
          }
          before = after;
        }
        ops.release(Abar!, Bx!);
      }),
      { numRuns: 15 },
    );
  });

  it('refuses lanes that there are not', async () => {
    for (const complex of [false, true]) {
      const [Abar, Bx] = [0, 1].map(() => ops.zeros('pair', [3, 2, complex ? 6 : 3]));
      const args = { rows: 3, Abar: Abar!, Bx: Bx!, complex };
      await parallelScan(ops, args, { first: 4, count: 2 });
      for (const [first, count] of [
        [4, 3],
        [6, 1],
        [-1, 2],
        [0, 0],
        [0.5, 1],
      ] as const) {
        const scan = parallelScan(ops, args, { first, count });
        await expect(scan).rejects.toThrow(
          new RangeError(`There are no ${count} lanes from ${first} on (0 … 5).`),
        );
      }
    }
  });

  it('gives its room back when the device fails', async () => {
    const [Abar, Bx] = [0, 1].map(() => ops.zeros('pair', [3, 2, 3]));
    const released: string[] = [];
    // Another object, so that only this scan sees a device that fails.
    const failing = Object.create(ops, {
      collect: { value: () => Promise.reject(new Error('gone')) },
      release: { value: ({ label }: Tensor) => released.push(label) },
    }) as Ops;
    const args = { rows: 3, Abar: Abar!, Bx: Bx!, complex: false };
    await expect(parallelScan(failing, args, { first: 0, count: 1 })).rejects.toThrow('gone');
    expect(released).toEqual(['scan levels']);
  });
});
