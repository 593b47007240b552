/**
 * The selective scan and step on the fast devices against the reference. What WGSL allows sets the tolerances: exp may be off by
 * 3 + 2|v| ulp, log by 2⁻²¹ near 1. So Δ = softplus(v) is good to 2e-5 of itself at v ≈ −3, where log takes over from the
 * series, and to 2e-5 at v = −87. h, y and their squares inherit that through Ā = exp(ΔA) and B̄ = ΔB, as a fraction of
 * the largest value of their plane, which is what their sums are made of.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeWebGpu } from '../node/webgpu';
import type { Ops, Turn } from '../ops';
import { devices, fastDevices } from '../testing/devices';
import { excess, onBoth, randomMatrix, readAll, room, UNTOUCHED } from '../testing/parity';
import { Random } from '../testing/random';
import {
  gapsOf,
  PLANES,
  planeOf,
  probeFor,
  selectiveData,
  upload,
  type Plane,
  type Sizes,
} from '../testing/selective';
import { randomTurn, scaledTurn } from '../testing/turn';

/** Below 2⁻¹²⁵ = 2.4e-38 a device may flush the softplus to zero, before a factor of up to 2. */
const DELTA = { abs: 5e-38, rel: 2e-5 };

/** In a step dt_proj, R products of size 1 at most, is summed inside: its rounding of 1e-6 comes on top. */
const STEP_DELTA = { abs: 2e-6, rel: 2e-5 };

/** A fraction of the largest value. */
function near(values: Float32Array): { abs: number; rel: number } {
  return { abs: 5e-6 * values.reduce((most, v) => Math.max(most, Math.abs(v)), 1e-30), rel: 2e-5 };
}

const sizes: Sizes[] = [
  { L: 1, E: 7, N: 1, R: 1 },
  { L: 2, E: 33, N: 3, R: 3 },
  { L: 3, E: 130, N: 16, R: 5 },
  { L: 17, E: 7, N: 40, R: 7 },
  { L: 65, E: 33, N: 16, R: 16 },
  { L: 128, E: 130, N: 3, R: 9 },
  { L: 300, E: 33, N: 16, R: 1 },
  // Many chunks, the last one short.
  { L: 530, E: 70, N: 5, R: 2 },
  // 16 tokens of B and C would not fit into a workgroup's memory.
  { L: 40, E: 7, N: 200, R: 3 },
  { L: 3, E: 2, N: 1024, R: 1 },
];
/** Ways to turn a scan of some size. */
type Turning = (ops: Ops, random: Random, size: readonly [E: number, N: number]) => Turn;
const scaled =
  (deltaScale: number, aScale: number): Turning =>
  (ops, _, size) =>
    scaledTurn(ops, size, { deltaScale, aScale });
const held =
  (holdB: boolean, holdC: boolean): Turning =>
  (ops, random, size) =>
    randomTurn(ops, random, size, { holdB, holdC });
const turnings: Record<string, Turning> = {
  untouched: scaled(1, 1),
  'Δ × 1/4': scaled(0.25, 1),
  'Δ × 4, A × 1/2': scaled(4, 0.5),
  'A × 3': scaled(1, 3),
  'A × 0': scaled(1, 0),
  'Δ × 0': scaled(0, 1),
  'each channel its own way': held(false, false),
  'B held': held(true, false),
  'C held': held(false, true),
  'Δ, B, C held': held(true, true),
};
/** Each plane alone, and all together. */
const wishes: (readonly Plane[])[] = [...PLANES.map((plane) => [plane]), PLANES];

/** The device that a suite runs on: each of the fast ones in turn. */
let gpu: Ops;
const onEach = describe.each(fastDevices);
const use = ({ open }: { open: () => Promise<Ops> }): void => {
  beforeAll(async () => {
    gpu = await open();
  });
  afterAll(() => gpu.dispose());
};

onEach('selectiveScan on $name', (device) => {
  use(device);

  it.each(sizes)(
    'over $L tokens, E = $E, N = $N, R = $R agrees however it is turned',
    async (size) => {
      for (const [title, turning] of Object.entries(turnings)) {
        const results = await onBoth(gpu, size.L, (ops, random) => {
          const args = upload(ops, selectiveData(random, size), size);
          ops.selectiveScan({ ...args, turn: turning(ops, random, [size.E, size.N]) });
          return [args.y, args.h];
        });
        for (const { actual, expected } of results) {
          const real = expected.filter((v) => v !== UNTOUCHED);
          const within = excess(actual, expected, near(real)) <= 1;
          expect({ title, within }).toEqual({ title, within: true });
        }
        const { actual } = results[0]!;
        expect(actual.subarray(size.L * size.E)).toEqual(new Float32Array(size.E).fill(UNTOUCHED));
      }
    },
  );

  it.each(wishes.map((planes) => ({ planes })))(
    'writes the planes $planes and nothing else',
    async ({ planes }) => {
      for (const size of [sizes[1]!, sizes[3]!, sizes[4]!]) {
        const layout = probeFor(gpu, planes, size);
        const results = await onBoth(gpu, 5, (ops, random) => {
          const probe = probeFor(ops, planes, size);
          const args = upload(ops, selectiveData(random, size), size);
          const turn = held(true, false)(ops, random, [size.E, size.N]);
          ops.selectiveScan({ ...args, turn, probe });
          return [probe.out, args.h];
        });
        const [probe, h] = results;
        const gaps = gapsOf(layout, probe!.actual, planes, size);
        expect(gaps).toEqual(Array(3 * planes.length + 3).fill(UNTOUCHED));
        for (const plane of planes) {
          const actual = planeOf(layout, probe!.actual, plane, size);
          const expected = planeOf(layout, probe!.expected, plane, size);
          const allowed = plane === 'delta' ? DELTA : near(expected);
          const within = excess(actual, expected, allowed) <= 1;
          expect({ plane, within }).toEqual({ plane, within: true });
        }
        // The state after the last token is the one that is carried on; over many chunks another kernel rounds it.
        if (!planes.includes('h')) continue;
        const last = planeOf(layout, probe!.actual, 'h', size).slice(-size.E * size.N);
        expect(excess(last, h!.actual, { abs: 1e-6, rel: 1e-6 })).toBeLessThanOrEqual(1);
      }
    },
  );
});

onEach('selectiveStep on $name', (device) => {
  use(device);

  it.each(sizes)('with E = $E, N = $N, R = $R agrees, with its planes', async (large) => {
    const size = { ...large, L: 1 };
    for (const dtype of ['F16', 'F32'] as const) {
      for (const [i, [how, turning]] of Object.entries(turnings).entries()) {
        const planes = wishes[i % wishes.length]!;
        const layout = probeFor(gpu, planes, size);
        const results = await onBoth(gpu, size.E + i, (ops, random) => {
          const { rows: _, x: y, ...args } = upload(ops, selectiveData(random, size), size);
          const probe = probeFor(ops, planes, size);
          const dtWeight = randomMatrix(ops, random, size.E, size.R, dtype);
          const turn = turning(ops, random, [size.E, size.N]);
          ops.selectiveStep({ ...args, y, turn, dtWeight, probe });
          return [y, args.h, probe.out];
        });
        const title = `${dtype}, ${how}`;
        for (const { actual, expected } of results.slice(0, 2)) {
          const within = excess(actual, expected, near(expected)) <= 1;
          expect({ title, within }).toEqual({ title, within: true });
        }
        const { actual, expected } = results[2]!;
        const gaps = gapsOf(layout, actual, planes, size);
        expect(gaps).toEqual(Array(3 * planes.length + 3).fill(UNTOUCHED));
        for (const plane of planes) {
          const [a, b] = [actual, expected].map((v) => planeOf(layout, v, plane, size));
          const within = excess(a!, b!, plane === 'delta' ? STEP_DELTA : near(b!)) <= 1;
          expect({ title, plane, within }).toEqual({ title, plane, within: true });
        }
      }
    }
  });
});

it.each([
  // 9, 34 and 65 chunks: the carry's threads take 32 or 64 at a time.
  { L: 140, E: 33, N: 16, R: 1 },
  { L: 530, E: 70, N: 5, R: 2 },
  { L: 1040, E: 40, N: 3, R: 1 },
])('a real GPU’s scan over $L tokens, E = $E, N = $N agrees', async (size) => {
  // A state that outlives many chunks.
  const aScale = 1e-3;
  const ops = await openNodeWebGpu({ software: false });
  const results = await onBoth(ops, size.L, (on, random) => {
    const args = upload(on, selectiveData(random, size), size);
    on.selectiveScan({ ...args, turn: scaledTurn(on, [size.E, size.N], { aScale }) });
    return [args.y, args.h];
  });
  for (const { actual, expected } of results) {
    const real = expected.filter((v) => v !== UNTOUCHED);
    expect(excess(actual, expected, near(real))).toBeLessThanOrEqual(1);
  }
  ops.dispose();
});

describe.each(devices)('on $name', ({ kind, open }) => {
  const size = { L: 37, E: 33, N: 5, R: 4 };
  const { L, E, N, R } = size;
  let ops: Ops;
  let turn: Turn;
  beforeAll(async () => {
    ops = await open();
    turn = randomTurn(ops, new Random(8), [E, N], { holdB: false, holdC: true });
  });
  afterAll(() => ops.dispose());

  it('a scan over L tokens is L steps', async () => {
    const random = new Random(3);
    const args = upload(ops, selectiveData(random, size), size);
    const dtWeight = randomMatrix(ops, random, E, R, 'F16');
    ops.linear({ rows: L, x: args.dbc, weight: dtWeight, out: args.y });
    const h = ops.zeros('h', [E, N]);
    ops.copy(args.h, 0, h, 0, E * N);
    const stepped = room(ops, L, E);
    const row = {
      xz: ops.zeros('xz', [1, 2 * E]),
      dbc: ops.zeros('dbc', [1, R + 2 * N]),
      y: ops.zeros('y', [1, E]),
    };
    for (let t = 0; t < L; t++) {
      ops.copy(args.x, t * E, row.y, 0, E);
      ops.copy(args.xz, t * 2 * E, row.xz, 0, 2 * E);
      ops.copy(args.dbc, t * (R + 2 * N), row.dbc, 0, R + 2 * N);
      ops.selectiveStep({ ...row, ssm: args.ssm, h, dtWeight, turn });
      ops.copy(row.y, 0, stepped, t * E, E);
    }
    ops.selectiveScan({ ...args, turn });
    const [y, ySteps, hScan, hSteps] = await readAll(ops, [args.y, stepped, args.h, h]);
    // The reference does the same sums in the same order; on a GPU dt_proj adds up in another.
    const allowed = kind === 'cpu' ? { abs: 1e-30 } : { abs: 1e-5, rel: 1e-5 };
    expect(excess(ySteps!, y!, allowed)).toBeLessThanOrEqual(1);
    expect(excess(hSteps!, hScan!, allowed)).toBeLessThanOrEqual(1);
  });

  it('two scans carry the state over as one does, bit for bit', async () => {
    const data = selectiveData(new Random(4), size);
    const whole = upload(ops, data, size);
    ops.selectiveScan({ ...whole, turn });
    const [yWhole, hWhole] = await readAll(ops, [whole.y, whole.h]);
    for (const cut of [1, 15, 16, 36]) {
      const piece = (from: number, until: number, h: Float32Array) => {
        const rows = (values: Float32Array, width: number) =>
          values.slice(from * width, until * width);
        return {
          ...data,
          x: rows(data.x, E),
          xz: rows(data.xz, 2 * E),
          dt: rows(data.dt, E),
          dbc: rows(data.dbc, R + 2 * N),
          h,
        };
      };
      const first = upload(ops, piece(0, cut, data.h), { ...size, L: cut });
      const second = upload(ops, piece(cut, L, data.h), { ...size, L: L - cut });
      ops.selectiveScan({ ...first, turn });
      ops.selectiveScan({ ...second, h: first.h, turn });
      const [y1, y2, h] = await readAll(ops, [first.y, second.y, first.h]);
      const joined = [...y1!.subarray(0, cut * E), ...y2!.subarray(0, (L - cut) * E)];
      expect(joined).toEqual([...yWhole!.subarray(0, L * E)]);
      expect(h).toEqual(hWhole);
    }
  });
});
