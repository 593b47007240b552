/**
 * One sequence, four computations: random shapes and numbers, extremes among them, on every device. A way may be off by a
 * fraction of the sizes of all that is added up in a y (not of y itself, where large terms may cancel). On a CPU that is
 * what rounding h to f32 once a token can add up to, L·2⁻²⁴. On a GPU WGSL lets Δ = softplus(v), through log, be off by
 * 2e-5 of itself; SwiftShader is off by 1.3e-6 in all.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ops } from '../ops';
import { ReferenceOps } from '../reference/ops';
import { devices } from '../testing/devices';
import { excess } from '../testing/parity';
import { Random } from '../testing/random';
import { float64 } from './float64';
import { computeFourWays, type FourWays, type Way } from './fourWays';
import type { Mamba2Input, SsmInput } from './input';
import { absolute, mamba2Input, mambaInput, s4dInput } from './testing/inputs';

const ALLOWED = { cpu: 70 * 2 ** -24, webgpu: 2e-5 };

/** The largest error of a way, as a fraction of what is added up in the y where it is. */
function off({ y }: Way, truth: Float64Array, sizes: Float64Array): number {
  const fractions = truth.map((value, i) => (y[i]! - value) / Math.max(sizes[i]!, 1e-30));
  return excess(fractions, new Float64Array(fractions.length), { abs: 1 });
}

/** Σ|ΔA| of the chunk and head where it is largest. */
function longest({ seqLen, nHeads: H, delta, ssm }: Mamba2Input, Q: number): number {
  const sums = new Float64Array(Math.ceil(seqLen / Q) * H);
  delta.forEach((step, i) => {
    const chunk = Math.floor(Math.floor(i / H) / Q);
    sums[chunk * H + (i % H)]! += step * Math.exp(ssm[3 * (i % H)]!);
  });
  return Math.max(...sums);
}

const families = [
  { name: 'Mamba', make: mambaInput },
  { name: 'Mamba-2', make: mamba2Input },
  { name: 'S4D', make: s4dInput },
] as const;

describe.each(devices)('on $name', ({ kind, open }) => {
  const allowed = ALLOWED[kind];
  let ops: Ops;
  beforeAll(async () => {
    ops = await open();
  });
  afterAll(() => ops.dispose());

  it.each(families)(
    'all computations of $name agree with the recurrence in doubles',
    async ({ make }) => {
      const chunk = fc.integer({ min: 1, max: 80 });
      await fc.assert(
        fc.asyncProperty(fc.nat(), fc.boolean(), chunk, async (seed, extreme, chunkSize) => {
          const input: SsmInput = make(new Random(seed), extreme);
          const ways = await computeFourWays(ops, input, { chunkSize });
          const sizes = float64(absolute(input));
          const { truth, recurrence, scan, matrix, chunked, fused, convolution } = ways;
          // SSD takes L_ij from a difference of two cumulative sums of ΔA, which are good to 2⁻²⁴ of the larger on a GPU.
          const sums = input.kind === 'mamba2' && kind === 'webgpu' ? longest(input, chunkSize) : 0;
          // A Fourier transform mixes all of a sequence: its rounding is a fraction of the largest.
          const most = sizes.map(() => Math.max(...sizes));
          const errors = [
            ...[recurrence, scan, matrix, fused, convolution?.direct].map(
              (way) => way && off(way, truth, sizes),
            ),
            off(chunked, truth, sizes) / (1 + (sums * 2 ** -22) / allowed),
            convolution && off(convolution.fft, truth, most),
          ];
          // Not-a-number is off too, and so is infinity.
          const wrong = errors.filter((error) => error && !(error <= allowed));
          expect(wrong).toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
  );

  it('a way that is wrong at one token is seen', async () => {
    const input = mambaInput(new Random(7), false);
    const ways = await computeFourWays(ops, input, { chunkSize: 4 });
    const sizes = float64(absolute(input));
    const y = ways.chunked.y.slice();
    y[y.length - 1]! += 1e-3 * sizes.at(-1)!;
    expect(off({ ...ways.chunked, y }, ways.truth, sizes)).toBeGreaterThan(allowed);
  });

  it('reports the errors that it made, the work and the values at every level', async () => {
    const input = s4dInput(new Random(3), false);
    const { seqLen: L, dInner: E, dState: N } = input;
    const ways = await computeFourWays(ops, input, { lanes: { first: 1, count: 1 } });
    const errors = (y: Float32Array) => ways.truth.map((value, i) => Math.abs(y[i]! - value));
    const largest = ways.truth.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    for (const way of [ways.recurrence, ways.scan, ways.chunked, ways.convolution!.fft]) {
      expect(way.maxAbs).toBe(Math.max(...errors(way.y)));
      expect(way.relative).toBe(way.maxAbs / largest);
    }
    expect(ways.scan.work).toBe(
      ways.scan.levels.reduce((n, { combines }) => n + combines.length, 0),
    );
    expect(ways.scan.trace!.levels.map(({ after }) => after.length)).toEqual(
      ways.scan.levels.map(() => L * 4),
    );
    expect(ways.timeInvariant).toBeUndefined();
    expect(E * N).toBeGreaterThan(1);
  });

  it.each([
    { name: 'Mamba', make: mambaInput },
    { name: 'Mamba-2', make: mamba2Input },
  ])(
    'frozen to its means $name is a convolution: exact if nothing varied, else not',
    async ({ make }) => {
      const input = make(new Random(12), false);
      const { truth, timeInvariant } = await computeFourWays(ops, input);
      expect(timeInvariant!.relativeL2).toBeGreaterThan(0.05);
      const { y, maxAbs } = timeInvariant!;
      expect(Math.max(...truth.map((value, i) => Math.abs(y[i]! - value)))).toBe(maxAbs);
      // The same, but with every token's Δ, B and C those of the first.
      const still = (values: Float32Array) =>
        values.map((_, i) => values[i % (values.length / input.seqLen)]!);
      const constant = {
        ...input,
        delta: still(input.delta),
        B: still(input.B),
        C: still(input.C),
      } as SsmInput;
      const ways = await computeFourWays(ops, constant);
      // Means of equal numbers are good to the last bit or two of a double; the kernel is rounded to f32 once.
      expect(off(ways.timeInvariant!, ways.truth, float64(absolute(constant)))).toBeLessThanOrEqual(
        allowed,
      );
    },
  );

  it('refuses an empty sequence and an empty chunk', async () => {
    const input = mambaInput(new Random(1), false);
    const empty = { ...input, seqLen: 0 };
    await expect(computeFourWays(ops, empty)).rejects.toThrow(RangeError);
    await expect(computeFourWays(ops, input, { chunkSize: 0 })).rejects.toThrow(RangeError);
  });
});

it('says of a wrong number how wrong it is', async () => {
  const ops = new ReferenceOps();
  const input = mambaInput(new Random(2), false);
  const poisoned: FourWays = await computeFourWays(ops, { ...input, x: input.x.map(() => NaN) });
  expect(poisoned.recurrence.maxAbs).toBe(Infinity);
});
