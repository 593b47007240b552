/**
 * The Transformer's operations on the fast devices against the reference: made-up numbers, heads of odd sizes, shared
 * keys and values, places far on in a text, a cache of one block and of many. Errors are relative to numbers of size 1.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AttentionArgs, angleAt, probabilityCount, rotationRates } from '../attentionOps';
import type { Ops } from '../ops';
import { fastDevices } from '../testing/devices';
import { excess, onBoth, room, sizeOf, UNTOUCHED } from '../testing/parity';
import type { Random } from '../testing/random';

const tolerance = { abs: 2e-5, rel: 1e-5 };

/** [H, G, P, tokens in the cache, rows, capacity]. */
const shapes: [number, number, number, number, number, number][] = [
  [1, 1, 2, 0, 1, 256],
  [4, 4, 4, 0, 5, 256],
  [6, 3, 10, 0, 70, 256],
  [6, 3, 10, 13, 1, 256],
  [4, 1, 6, 250, 9, 512],
  [2, 2, 64, 100, 130, 256],
  [4, 2, 64, 255, 1, 256],
  [4, 2, 64, 256, 1, 512],
  [2, 1, 128, 700, 1, 1024],
  [2, 1, 250, 3, 66, 256],
  [1, 1, 256, 1500, 1, 2048],
  [3, 3, 32, 2047, 1, 2048],
];

/** Attention over a cache that holds something already. `drawn`: the place comes from a token list. */
function args(
  ops: Ops,
  random: Random,
  [H, G, P, position, rows, capacity]: (typeof shapes)[number],
): AttentionArgs {
  const width = (H + 2 * G) * P;
  const row = 2 * G * P;
  const cache = new Float32Array(capacity * row).fill(UNTOUCHED);
  cache.set(random.values(position * row));
  return {
    rows,
    position,
    // Products of some size, so that some tokens are looked at and others are not.
    qkv: ops.constant('qkv', [rows, width], random.values(rows * width, -2, 2)),
    cache: ops.constant('cache', [capacity, row], cache),
    rates: ops.constant('rates', [P / 2, 2], rotationRates(P, 10_000)),
    y: room(ops, rows, H * P),
    nHeads: H,
    nKvHeads: G,
    headDim: P,
  };
}

describe.each(fastDevices)('on $name', ({ open }) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await open();
  });
  afterAll(() => ops.dispose());

  it.each(shapes)(
    'attention is the reference’s: H %i, G %i, P %i, after %i tokens, %i more, room for %i',
    async (...shape) => {
      const results = await onBoth(ops, 7, (on, random) => {
        const given = args(on, random, shape);
        on.attention(given);
        return [given.y, given.cache];
      });
      for (const { actual, expected } of results) {
        expect(excess(actual, expected, tolerance)).toBeLessThanOrEqual(1);
      }
      // Past the last row, and past the last token, nothing was written.
      const [H, G, P, position, rows, capacity] = shape;
      expect(results[0]!.actual[rows * H * P]).toBe(UNTOUCHED);
      const free = results[1]!.actual.subarray((position + rows) * 2 * G * P);
      expect(free).toHaveLength((capacity - position - rows) * 2 * G * P);
      expect(free.every((v) => v === UNTOUCHED)).toBe(true);
    },
  );

  it.each(shapes.filter(([H]) => H > 1))(
    'what heads look at sums to 1 and is the reference’s: H %i, G %i, P %i, after %i, %i more, room for %i',
    async (...shape) => {
      const [H, , , position, rows] = shape;
      const heads = [H - 1, 0];
      const count = probabilityCount(position, rows);
      const results = await onBoth(ops, 8, (on, random) => {
        const given = args(on, random, shape);
        const out = on.zeros('probabilities', [2 * count]);
        on.attention({ ...given, probe: { heads, out } });
        return [out, given.y, given.cache];
      });
      for (const { actual, expected } of results) {
        expect(excess(actual, expected, tolerance)).toBeLessThanOrEqual(1);
      }
      const [{ actual }] = results as [(typeof results)[number]];
      const sums = [0, count].flatMap((first) =>
        Array.from({ length: rows }, (_, t) => {
          const begin = first + probabilityCount(position, t);
          return actual.slice(begin, begin + position + t + 1).reduce((a, b) => a + b, 0);
        }),
      );
      for (const sum of sums) expect(sum).toBeCloseTo(1, 4);
    },
  );

  it('a token that was drawn on the device stands where it was drawn', async () => {
    for (const [drawn, capacity] of [
      [1, 256],
      [5, 256],
      [40, 512],
    ] as const) {
      const shape = [4, 2, 6, 230 + drawn - 1, 1, capacity] as (typeof shapes)[number];
      const results = await onBoth(ops, 9, (on, random) => {
        const given = args(on, random, shape);
        const words = new Float32Array(new Uint32Array([drawn, 3, 1, 4]).buffer);
        // On the reference the place is given outright.
        const list = on === ops ? { position: 230, drawn: on.constant('ids', [4], words) } : {};
        on.attention({ ...given, ...list });
        return [given.y, given.cache];
      });
      for (const { actual, expected } of results) {
        expect(excess(actual, expected, tolerance)).toBeLessThanOrEqual(1);
      }
    }
  });

  it('the gate is the reference’s', async () => {
    for (const [rows, F] of [
      [1, 1],
      [1, 576],
      [5, 33],
      [70, 7],
    ] as const) {
      const [result] = await onBoth(ops, 10, (on, random) => {
        const gateUp = on.constant('gateUp', [rows, 2 * F], random.values(2 * rows * F, -9, 9));
        const out = room(on, rows, F);
        on.swiglu({ rows, gateUp, out });
        return [out];
      });
      expect(excess(result!.actual, result!.expected, tolerance)).toBeLessThanOrEqual(1);
      expect(sizeOf({ label: '', shape: [rows + 1, F] })).toBe(result!.actual.length);
    }
  });
});

it('angles are those of RoPE, far on in a text as well', () => {
  for (const P of [2, 10, 64, 256]) {
    const rates = rotationRates(P, 10_000);
    expect(rates).toHaveLength(P);
    for (const position of [0, 1, 77, 4096, 60_000, 1_000_000]) {
      for (let i = 0; i < P / 2; i++) {
        const angle = position * 10_000 ** ((-2 * i) / P);
        const got = angleAt(rates, i, position);
        // Half a unit of 2⁻³² turns for every place.
        const allowed = 1e-12 + position * 2 ** -33 * 2 * Math.PI;
        expect(Math.abs(Math.cos(got) - Math.cos(angle))).toBeLessThanOrEqual(allowed + 1e-9);
        expect(Math.abs(Math.sin(got) - Math.sin(angle))).toBeLessThanOrEqual(allowed + 1e-9);
      }
    }
  }
});
