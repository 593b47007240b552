/**
 * Sampling on all devices against a plain sort in f64. The shader adds its weights up in f32, so it may end one
 * token further on where the random number, or topP, lies within the rounding of a boundary between two tokens.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ops } from '../ops';
import { sampleToken, uniformAt } from '../sampling';
import { devices } from '../testing/devices';
import { Random } from '../testing/random';
import type { Sampling } from '../types';

/** Of the whole weight: what sums of up to 50,021 f32 and exponentials good to a few ulp may be off. */
const ROUNDING = 1e-5;

interface Case {
  logits: Float32Array;
  sampling: Sampling;
  position: number;
}

/** Ranks that a walk along the sorted tokens may end at, if the numbers that decide are off by the rounding. */
function ranks({ logits, sampling, position }: Case): { order: number[]; allowed: Set<number> } {
  const { temperature, topK, topP, seed } = sampling;
  const order = [...logits.keys()].toSorted((a, b) => logits[b]! - logits[a]! || a - b);
  if (temperature === 0) return { order, allowed: new Set([0]) };
  const weights = order.map((id) => Math.exp((logits[id]! - logits[order[0]!]!) / temperature));
  const most = topK > 0 ? Math.min(topK, order.length) : order.length;
  const sums: number[] = [];
  for (let i = 0; i < most; i++) sums.push((sums[i - 1] ?? 0) + weights[i]!);
  const rankAt = (goal: number, end: number): number => {
    const at = sums.findIndex((sum) => sum > goal);
    return at < 0 || at >= end ? end - 1 : at;
  };
  const allowed = new Set<number>();
  for (const p of [topP - ROUNDING, topP, topP + ROUNDING]) {
    const until = p * sums[most - 1]!;
    const reached = sums.findIndex((sum) => sum >= until);
    const end = topP === 1 || reached < 0 ? most : reached + 1;
    const u = uniformAt(seed, position);
    // A cut that is off moves what the random number is a part of, as well.
    const first = rankAt((u - 2 * ROUNDING) * sums[end - 1]!, end);
    const last = rankAt((u + 2 * ROUNDING) * sums[end - 1]!, end);
    for (let rank = first; rank <= last; rank++) allowed.add(rank);
  }
  return { order, allowed };
}

/** What a device draws in each case. */
async function draw(ops: Ops, cases: readonly Case[]): Promise<number[]> {
  const captures = cases.map(({ logits, sampling, position }) => {
    const list = ops.zeros('ids', [2]);
    const given = ops.constant('logits', [logits.length], logits);
    ops.sample({ logits: given, sampling, position, ids: list });
    const capture = ops.capture(list, 0, 2);
    ops.release(list, given);
    return capture;
  });
  return (await ops.collect(captures)).map((values) => {
    const [count, id] = new Uint32Array(values.buffer, values.byteOffset, 2);
    expect(count).toBe(1);
    return id!;
  });
}

const plain: Sampling = { temperature: 1, topK: 0, topP: 1, seed: 1 };

/** Settings from one end of their range to the other. */
function settings(random: Random, V: number): Sampling {
  const pick = <T>(...of: T[]): T => of[random.integers(1, of.length)[0]!]!;
  return {
    temperature: pick(0, 1e-38, 1e-6, 0.05, 0.7, 1, 1, 2.5, 10),
    topK: pick(0, 0, 1, 2, 40, V - 1, V, V + 5),
    topP: pick(1, 1, 1e-9, 0.1, 0.5, 0.9, 0.999),
    seed: random.integers(1, 2 ** 32)[0]!,
  };
}

describe.each(devices)('sample on $name', ({ kind, open }) => {
  let ops: Ops;
  beforeAll(async () => {
    ops = await open();
  });
  afterAll(() => ops.dispose());

  /** Draws, and checks each against the sort. Returns how many are not what `sampleToken` gives. */
  const check = async (cases: readonly Case[]): Promise<number> => {
    const drawn = await draw(ops, cases);
    let other = 0;
    cases.forEach((one, i) => {
      const { order, allowed } = ranks(one);
      const { sampling, position } = one;
      const rank = order.indexOf(drawn[i]!);
      const title = `${JSON.stringify(sampling)} at ${position}: rank ${rank} of ${[...allowed]}`;
      expect({ title, right: allowed.has(rank) }).toEqual({ title, right: true });
      if (drawn[i] !== sampleToken(one.logits, sampling, position)) other++;
    });
    // The reference is sampleToken itself.
    if (kind === 'cpu') expect(other).toBe(0);
    return other;
  };

  it.each([1, 2, 3, 63, 257, 4096, 50_021])('draws right of %i tokens', async (V) => {
    const random = new Random(V);
    const cases = Array.from({ length: V > 5000 ? 30 : 150 }, (_, i): Case => {
      const spread = [1, 5, 30][i % 3]!;
      const logits = random.values(V, -spread, spread);
      return { logits, sampling: settings(random, V), position: random.integers(1, 2 ** 31)[0]! };
    });
    // Beyond the rounding nothing differs; and within it one in thousands does.
    expect(await check(cases)).toBeLessThanOrEqual(1);
  });

  it.each([2, 16, 300, 4096])('orders equal logits among %i by their numbers', async (V) => {
    const random = new Random(V);
    const cases = Array.from({ length: 100 }, (_, i): Case => {
      // Few values, so that a cut or a draw falls among equals; zeros of both signs are equal too.
      const levels = 1 + (i % 4);
      const logits = Float32Array.from(random.integers(V, levels), (level) =>
        level === 0 ? (random.next() > 0 ? 0 : -0) : level - 2,
      );
      return { logits, sampling: settings(random, V), position: i };
    });
    expect(await check(cases)).toBeLessThanOrEqual(1);
  });

  it('bears huge, tiny and impossible logits', async () => {
    const sets = [
      [3e38, -3e38, 0],
      [-Infinity, 2, -Infinity, 1],
      [-1e30, -1e30, -2e30],
      [1e-40, 0, -1e-40, 1e-39],
      [4],
    ];
    const cases = sets.flatMap((values) =>
      [0, 0.01, 1, 10].flatMap((temperature) =>
        [0, 1, 2, 3].map((position): Case => {
          const sampling = { ...plain, temperature, topP: position > 1 ? 0.9 : 1 };
          return { logits: Float32Array.from(values), sampling, position };
        }),
      ),
    );
    // Numbers below the smallest normal one may be zero to a GPU, so their order is left out here.
    const wholly = cases.filter(({ logits }) => logits[0] !== Float32Array.of(1e-40)[0]);
    expect(await check(wholly)).toBe(0);
    const tiny = await draw(ops, cases);
    cases.forEach(({ logits }, i) => expect(tiny[i]).toBeLessThan(logits.length));
  });

  it('draws as often as softmax says', async () => {
    const logits = new Random(4).values(8, -2, 2);
    const draws = 1500;
    const list = ops.zeros('ids', [1 + draws]);
    const given = ops.constant('logits', [8], logits);
    ops.repeat(draws, () => {
      ops.sample({ logits: given, sampling: plain, position: 0, ids: list });
    });
    const [words] = await ops.collect([ops.capture(list, 0, 1 + draws)]);
    const [count, ...ids] = new Uint32Array(words!.buffer, words!.byteOffset, 1 + draws);
    expect(count).toBe(draws);
    const p = [...logits].map((v) => Math.exp(v));
    const total = p.reduce((a, b) => a + b, 0);
    const chi = p.reduce((sum, weight, id) => {
      const wanted = (draws * weight) / total;
      return sum + (ids.filter((drawn) => drawn === id).length - wanted) ** 2 / wanted;
    }, 0);
    // With 7 degrees of freedom χ² exceeds 29.9 once in 10,000.
    expect(chi).toBeLessThan(29.9);
    // Each token of a list has a place of its own in the text.
    const alone = ids.map((_, position) => sampleToken(logits, plain, position));
    expect(ids.filter((id, i) => id !== alone[i]).length).toBeLessThanOrEqual(1);
    ops.release(list, given);
  });

  it('a list’s last token is what embed reads', async () => {
    const table = ops.matrix('table', 5, 3, {
      dtype: 'F32',
      values: Float32Array.from({ length: 15 }, (_, i) => i),
    });
    const list = ops.zeros('ids', [4]);
    const out = ops.zeros('out', [1, 3]);
    const captures = [3, 0, 4].map((id) => {
      const logits = new Float32Array(5);
      logits[id] = 9;
      const given = ops.constant('logits', [5], logits);
      ops.sample({ logits: given, sampling: { ...plain, temperature: 0 }, position: 0, ids: list });
      ops.embed({ ids: list, table, out });
      return ops.capture(out, 0, 3);
    });
    expect(await ops.collect(captures)).toEqual([
      Float32Array.of(9, 10, 11),
      Float32Array.of(0, 1, 2),
      Float32Array.of(12, 13, 14),
    ]);
  });
});
