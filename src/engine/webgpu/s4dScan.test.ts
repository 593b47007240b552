/** S4D's scan on the fast devices against the reference, untouched and turned, with its planes; and where A is zero. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ops, ScanProbe } from '../ops';
import { devices, fastDevices } from '../testing/devices';
import { excess, onBoth, readAll } from '../testing/parity';
import { Random } from '../testing/random';
import { randomTurn, scaledTurn } from '../testing/turn';

describe.each(fastDevices)('s4dScan on $name', ({ open }) => {
  let gpu: Ops;
  beforeAll(async () => {
    gpu = await open();
  });
  afterAll(() => gpu.dispose());

  it.each([
    { L: 1, E: 7, N: 1, turned: true },
    { L: 20, E: 70, N: 16, turned: false },
    { L: 37, E: 33, N: 16, turned: true },
    { L: 64, E: 5, N: 32, turned: true },
  ])('over $L tokens, E = $E, N = $N, turned $turned, agrees', async ({ L, E, N, turned }) => {
    for (const probed of [true, false]) {
      const results = await onBoth(gpu, L + E, (ops, random) => {
        // A_log | A_imag | C | D | log_dt: Δ between 0.02 and 0.4, so that states live for some tokens.
        const ssm = random.values(E * (4 * N + 2), -2, 2);
        for (let e = 0; e < E; e++) ssm[(e + 1) * (4 * N + 2) - 1] = random.values(1, -4, -1)[0]!;
        const probe: ScanProbe = {
          out: ops.zeros('probe', [L * E * (4 + 2 * N)]),
          delta: 0,
          hMoved: L * E,
          hNorm: 2 * L * E,
          y: 3 * L * E,
          h: 4 * L * E,
        };
        const h = ops.constant('h', [E, 2 * N], random.values(E * 2 * N));
        const y = ops.zeros('y', [L, E]);
        ops.s4dScan({
          rows: L,
          x: ops.constant('x', [L, E], random.values(L * E)),
          xz: ops.constant('xz', [L, 2 * E], random.values(L * 2 * E, -4, 4)),
          ssm: ops.constant('ssm', [E, 4 * N + 2], ssm),
          h,
          y,
          turn: turned
            ? randomTurn(ops, random, [E, 0], { holdB: false, holdC: false })
            : scaledTurn(ops, [E, 0]),
          probe: probed ? probe : undefined,
        });
        return [y, h, probe.out];
      });
      for (const { actual, expected } of results) {
        // Sums over L tokens and N states in f32, as a fraction of the largest; exp is good to a few ulp.
        const most = expected.reduce((max, v) => Math.max(max, Math.abs(v)), 0);
        expect(excess(actual, expected, { abs: 2e-6 * most, rel: 2e-5 })).toBeLessThanOrEqual(1);
      }
      expect(results[2]!.actual.some((v) => v !== 0)).toBe(probed);
    }
  });
});

it.each(devices)('A × 0 keeps all that was read, on $name', async ({ open }) => {
  const ops = await open();
  const random = new Random(6);
  const [L, E, N] = [9, 5, 3];
  const width = 4 * N + 2;
  const [x, xz] = [random.values(L * E), random.values(L * 2 * E, -4, 4)];
  const [ssm, before] = [random.values(E * width, -2, 2), random.values(E * 2 * N)];
  const h = ops.constant('h', [E, 2 * N], before.slice());
  const y = ops.zeros('y', [L, E]);
  ops.s4dScan({
    rows: L,
    x: ops.constant('x', [L, E], x),
    xz: ops.constant('xz', [L, 2 * E], xz),
    ssm: ops.constant('ssm', [E, width], ssm),
    h,
    y,
    turn: scaledTurn(ops, [E, 0], { aScale: 0 }),
  });
  // Ā = 1, and (Ā − 1)/A is its limit Δ: h is a sum over all x, y = (2·Δ·Re(Σ_n C h) + D x)·SiLU(z).
  const states = Float64Array.from(before);
  const expected = x.map((input, i) => {
    const [t, e] = [Math.floor(i / E), i % E];
    const row = ssm.subarray(e * width, (e + 1) * width);
    const state = states.subarray(2 * e * N, 2 * (e + 1) * N);
    let sum = 0;
    for (let n = 0; n < N; n++) {
      state[n]! += input;
      sum += row[2 * N + n]! * state[n]! - row[3 * N + n]! * state[N + n]!;
    }
    const z = xz[t * 2 * E + E + e]!;
    const out = 2 * Math.exp(row[4 * N + 1]!) * sum + row[4 * N]! * input;
    return (out * z) / (1 + Math.exp(-z));
  });
  const [actual, after] = await readAll(ops, [y, h]);
  // A few sums of numbers up to 100 in f32, and exp.
  expect(excess(actual!, expected, { abs: 1e-4, rel: 2e-5 })).toBeLessThanOrEqual(1);
  expect(excess(after!, states, { abs: 1e-5 })).toBeLessThanOrEqual(1);
  ops.dispose();
});
