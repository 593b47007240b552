/** The bytes that the scene states: against what the kernels declare, and against what they really touch. */
import { describe, expect, it } from 'vitest';
import { plannedScan } from '../../../engine/webgpu/traffic/planned';
import type { Bytes } from '../../../engine/webgpu/traffic';
import { contract } from '../../../engine/reference/contract';
import { discretise } from '../../../engine/reference/discretise';
import { scanMaterialised } from '../../../engine/reference/scanMaterialised';
import { selectiveScan } from '../../../engine/reference/selectiveScan';
import { neutralTable } from '../../../engine/turn';
import { recordedRun } from '../../recorded/recordedRun';
import type { AppState } from '../../store/state';
import { askedBytes, askedTotal } from './asked';
import { boardOf, compare, live, neverMade } from './derive';
import { A100, leastSeconds } from './devices';
import { kernelBytes, kernelsOf, keptBytes, totals, type Way } from './kernels';
import { presetSizes } from './presets';
import { bytesOf, numbersOf, type Sizes, type TensorName } from './sizes';
import { stepsOf } from './steps';
import { tileOf } from './tile';

const sizes: Sizes = { L: 46, E: 70, N: 16, batch: 1, dtype: 'f32', sram: 16_384 };
const SOME: readonly Sizes[] = [
  sizes,
  { ...sizes, L: 1, E: 3, N: 1 },
  { ...sizes, L: 700, E: 64, N: 5 },
  { ...sizes, L: 2048, E: 1536, N: 16 },
  { ...sizes, L: 300, E: 512, N: 128 },
];

/** An array that notes which of its numbers are read and written. */
function watched(length: number) {
  const read = new Set<string>();
  const written = new Set<string>();
  const data = new Proxy(new Float32Array(length).fill(0.1), {
    get(target, key) {
      const value = Reflect.get(target, key, target);
      if (typeof key === 'string' && /^\d+$/.test(key) && !written.has(key)) read.add(key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set(target, key, value) {
      written.add(String(key));
      return Reflect.set(target, key, value, target);
    },
  });
  return { data, read, written };
}

/** Runs the reference's kernels on watched arrays: different numbers that each read before writing, and wrote. */
function touched({ L, E, N }: Sizes) {
  const shapes: Record<string, number[]> = {
    x: [L, E],
    xz: [L, 2 * E],
    dt: [L, E],
    dbc: [L, 1 + 2 * N],
    ssm: [E, N + 2],
    Abar: [L, E, N],
    Bx: [L, E, N],
    hs: [L, E, N],
    h: [E, N],
    y: [L, E],
  };
  const run = (work: (tensors: never) => void) => {
    const arrays = Object.entries(shapes).map(([name, shape]) => {
      return [name, { shape, ...watched(shape.reduce((a, b) => a * b, 1)) }] as const;
    });
    const table = { label: 'turn', shape: [4 * E + 2 * N], data: neutralTable(E, N) };
    const turn = { table, holdB: false, holdC: false };
    work({ rows: L, turn, ...Object.fromEntries(arrays) } as never);
    return arrays.reduce(
      (sum, [, { read, written }]) => ({
        read: sum.read + 4 * read.size,
        written: sum.written + 4 * written.size,
      }),
      { read: 0, written: 0 },
    );
  };
  return {
    discretise: run(discretise),
    scan: run(scanMaterialised),
    contract: run(contract),
    fused: run(selectiveScan),
  };
}

describe('bytes over the bridge', () => {
  it('are the different numbers that the kernels touch, each once', () => {
    for (const small of [sizes, { ...sizes, L: 1, E: 3, N: 1 }, { ...sizes, L: 9, E: 5, N: 40 }]) {
      const seen = touched(small);
      for (const way of ['unfused', 'fused'] as const)
        for (const kernel of kernelsOf(way, 'forward'))
          expect({ [kernel.id]: kernelBytes(kernel, small) }).toEqual({
            [kernel.id]: seen[kernel.id as keyof typeof seen],
          });
    }
  });

  it('of each large tensor are exactly what the shaders declare, kernel by kernel', () => {
    const bindings: [shader: string, binding: string, tensor: TensorName, way: keyof Bytes][] = [
      ['discretise', 'Abar', 'Abar', 'written'],
      ['discretise', 'Bx', 'Bx', 'written'],
      ['scanMaterialised', 'Abar', 'Abar', 'read'],
      ['scanMaterialised', 'Bx', 'Bx', 'read'],
      ['scanMaterialised', 'hs', 'h', 'written'],
      ['scanMaterialised', 'h', 'h0', 'read'],
      ['scanMaterialised', 'h', 'hL', 'written'],
      ['contract', 'hs', 'h', 'read'],
      ['contract', 'x', 'x', 'read'],
      ['contract', 'xz', 'z', 'read'],
      ['contract', 'y', 'y', 'written'],
    ];
    for (const some of SOME) {
      const { unfused, fused } = plannedScan(some, false);
      for (const [shader, binding, tensor, way] of bindings) {
        const { traffic } = unfused.find(({ name }) => name === shader)!;
        expect(traffic[binding]![way]).toBe(bytesOf(tensor, some));
      }
      // Ā, B̄x and h of every token are bound by none of the fused kernels.
      for (const { traffic } of fused)
        for (const name of ['Abar', 'Bx', 'hs']) expect(traffic).not.toHaveProperty(name);
      expect(fused.at(-1)!.traffic['y']!.written).toBe(bytesOf('y', some));
    }
  });

  it('that the shaders ask for, caches or not, are what they declare, and never fewer', () => {
    for (const some of SOME)
      for (const way of ['unfused', 'fused'] as const) {
        const declared = plannedScan(some, false)[way].flatMap((k) => Object.values(k.traffic));
        const sum = declared.reduce((n, { read = 0, written = 0 }) => n + read + written, 0);
        const three = { ...some, batch: 3 };
        expect(askedTotal(askedBytes(way, three, false))).toBe(3 * sum);
        expect(sum).toBeGreaterThanOrEqual(totals(way, 'forward', some).bytes);
      }
  });

  it('add up along the steps to the totals, with the arithmetic, and never fall', () => {
    for (const some of [...SOME, { ...sizes, L: 2, batch: 3, dtype: 'bf16' as const }])
      for (const way of ['unfused', 'fused'] as const)
        for (const pass of ['forward', 'training'] as const) {
          const steps = stepsOf(way, pass, some);
          const end = totals(way, pass, some);
          expect(steps.at(-1)!.bytes).toBe(end.bytes);
          expect(steps.at(-1)!.ops).toBeCloseTo(end.ops, 3);
          for (const [i, step] of steps.entries()) {
            const last = steps[i - 1] ?? { bytes: 0, ops: 0 };
            expect(step.bytes).toBeGreaterThanOrEqual(last.bytes);
            expect(step.ops).toBeGreaterThanOrEqual(last.ops);
          }
        }
  });

  it('unfused are six blocks and five sheets, fused four sheets: (6N + 5) / 4 as E and L grow', () => {
    const large = { ...sizes, L: 1e6, E: 1e5, N: 16 };
    const block = numbersOf('h', large);
    const { unfused, fused, ratio } = compare('forward', large);
    expect(unfused.bytes / 4 / block).toBeCloseTo(6 + 5 / 16, 3);
    expect(fused.bytes / 4 / numbersOf('x', large)).toBeCloseTo(4, 2);
    expect(ratio).toBeCloseTo((6 * 16 + 5) / 4, 1);
    // The same arithmetic both ways; half the bytes in half the dtype.
    expect(unfused.ops).toBe(fused.ops);
    expect(totals('fused', 'forward', { ...large, dtype: 'bf16' }).bytes).toBe(fused.bytes / 2);
  });
});

describe('training', () => {
  it('without recomputing keeps Ā and h of every token beside the inputs; with it, the inputs alone', () => {
    const stored = keptBytes('unfused', sizes);
    const recomputed = keptBytes('fused', sizes);
    expect(stored.intermediate).toBe(2 * bytesOf('h', sizes));
    expect(recomputed.intermediate).toBe(0);
    expect(recomputed.inputs).toBe(stored.inputs);
  });

  it('recomputing costs the forward pass’s discretisation and scan once more, and saves bytes', () => {
    for (const some of SOME.slice(2)) {
      const { unfused, fused } = compare('training', some);
      const again = 5 * numbersOf('h', some) + 5 * numbersOf('x', some);
      expect(fused.ops - unfused.ops).toBe(again);
      expect(fused.bytes).toBeLessThan(unfused.bytes / 4);
    }
  });
});

describe('the tile of a core', () => {
  it('fits into its memory, and one token more would not', () => {
    for (const sram of [4096, 16_384, 196_608])
      for (const some of SOME)
        for (const way of ['unfused', 'fused'] as const)
          for (const kernel of kernelsOf(way, 'training')) {
            const tile = tileOf(kernel, { ...some, sram });
            if (!tile) continue;
            expect(tile.bytes).toBeLessThanOrEqual(sram);
            const each = (tile.bytes - tile.resident) / tile.tokens;
            // One that holds the whole text need not be full.
            const more = tile.tokens < some.L ? tile.bytes + each : Infinity;
            expect(more).toBeGreaterThan(sram);
            expect(tile.count).toBe(
              Math.ceil(some.E / tile.channels) * Math.ceil(some.L / tile.tokens),
            );
          }
  });

  it('takes fewer channels where the state of 64 is too large, and none where one’s is', () => {
    const [fused] = kernelsOf('fused', 'forward');
    expect(tileOf(fused!, { ...sizes, E: 512, N: 128 })!.channels).toBeLessThan(64);
    expect(tileOf(fused!, { ...sizes, sram: 64 })).toBeNull();
  });
});

describe('the board', () => {
  const write = (bytes: number): string => String(bytes);

  it('never makes Ā, B̄x or h when fused, and makes each of them bit by bit when not', () => {
    expect([...neverMade('fused', 'forward')].toSorted()).toEqual(['Abar', 'Bx', 'h']);
    expect(neverMade('unfused', 'training').size).toBe(0);
    for (const [way, most] of [
      ['fused', 0],
      ['unfused', 1],
    ] as const satisfies [Way, number][]) {
      const steps = stepsOf(way, 'forward', sizes);
      const made = steps.map((_, i) => {
        const [blocks] = boardOf(way, 'forward', sizes, steps, i, write, 'not made').shelves;
        return blocks!.map((t) => t.made);
      });
      expect(made[0]).toEqual([0, 0, 0]);
      expect(made.at(-1)).toEqual([most, most, most]);
    }
  });

  it('has what is read on the bridge, then in SRAM with what is made, then that on the bridge', () => {
    const steps = stepsOf('unfused', 'forward', sizes);
    const tiles = (i: number) =>
      boardOf('unfused', 'forward', sizes, steps, i, write, 'not made').tiles.map(
        (t) => `${t.letter} ${t.place}`,
      );
    expect(tiles(0)).toEqual(['Δ bridge', 'B bridge', 'x bridge', 'A bridge']);
    expect(tiles(1)).toContain('Ā sram');
    expect(tiles(2)).toEqual(['Ā bridge', 'B̄x bridge']);
  });
});

describe('what the prose states', () => {
  const state = recordedRun() as unknown as AppState;
  const number = (name: string): number => live[name]!(state) as number;

  it('is of the loaded model at 2,048 tokens, in f32', () => {
    const { dInner: E, dState: N } = state.model;
    const L = 2048;
    expect([number('L'), number('E'), number('N')]).toEqual([L, E, N]);
    expect(number('sheetMB')).toBeCloseTo((4 * L * E) / 1e6, 9);
    expect(number('blockMB')).toBeCloseTo((4 * L * E * N) / 1e6, 9);
    const small = 4 * (E * (N + 2) + 2 * E * N);
    const unfused = 4 * (6 * L * E * N + 5 * L * E + 2 * L * N) + small;
    const fused = 4 * (4 * L * E + 2 * L * N) + small;
    expect(number('unfusedMB')).toBeCloseTo(unfused / 1e6, 9);
    expect(number('fusedMB')).toBeCloseTo(fused / 1e6, 9);
    expect(number('ratio')).toBeCloseTo(unfused / fused, 9);
    expect(number('limit')).toBe((6 * N + 5) / 4);
    expect(number('ops')).toBeCloseTo((7 * L * E * N + 11 * L * E) / 1e6, 9);
    expect(number('unfusedIntensity')).toBeCloseTo((7 * L * E * N + 11 * L * E) / unfused, 9);
    expect(number('unfusedMicroseconds')).toBeCloseTo(unfused / 1.5e6, 6);
    expect(number('keptStored') - number('keptRecomputed')).toBeCloseTo(
      (2 * 4 * L * E * N) / 1e6,
      6,
    );
    for (const value of Object.values(live))
      expect(Number.isFinite(value(state) as number)).toBe(true);
  });

  it('an A100 is bound by memory unfused, and at least as long busy as its memory', () => {
    for (const id of ['mamba130m', 'mamba28b'] as const) {
      const { unfused, fused } = compare('forward', presetSizes(id, state.model, 0));
      expect(unfused.intensity).toBeLessThan(A100.peak / A100.hbm);
      expect(leastSeconds(unfused.bytes, unfused.ops, A100)).toBe(unfused.bytes / 1.5e12);
      expect(leastSeconds(fused.bytes, fused.ops, A100)).toBeGreaterThanOrEqual(
        fused.bytes / 1.5e12,
      );
    }
    // 13 operations a byte, as the prose says.
    expect(A100.peak / A100.hbm).toBeCloseTo(13, 9);
  });
});
