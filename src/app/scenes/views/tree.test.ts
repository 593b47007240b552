import { describe, expect, it } from 'vitest';
import { layTree } from '../../../viz/views/treeLayout';
import type { Channel } from './channel';
import { join, leafAt, scanCost, treeOf, type Pair } from './tree';

const L = 40;
const wave = (f: number) => Float64Array.from({ length: L }, (_, i) => Math.sin(f * (i + 1)));
/** A toy with one complex number of state. */
const toy = {
  N: 1,
  L,
  a: wave(0.3).map((v) => 0.9 * v),
  aIm: wave(0.8).map((v) => 0.3 * v),
  b: wave(1.1),
  x: wave(0.5),
} as unknown as Channel;

/** Largest difference of two pairs. */
const apart = (p: Pair, q: Pair): number =>
  Math.max(...(['a', 'aIm', 'b', 'bIm'] as const).map((key) => Math.abs(p[key] - q[key])));

describe('a scan', () => {
  it('ends with all steps up to each word in one, whatever the number of words', () => {
    for (let width = 1; width <= 33; width++) {
      const last = treeOf(toy, 4, width, 0).rows.at(-1)!;
      let sofar = leafAt(toy, 4, 0);
      expect(apart(last[0], sofar)).toBeLessThan(1e-12);
      for (let i = 1; i < width; i++) {
        sofar = join(sofar, leafAt(toy, 4 + i, 0));
        expect(apart(last[i], sofar)).toBeLessThan(1e-12);
      }
    }
  });

  it('joins in any order to the same', () => {
    const [p, q, r] = [0, 1, 2].map((t) => leafAt(toy, t, 0));
    expect(apart(join(join(p, q), r), join(p, join(q, r)))).toBeLessThan(1e-12);
  });

  it('of 16 words takes 26 joins in 7 levels, where the recurrence takes 16 steps', () => {
    expect(scanCost(16)).toEqual({ work: 26, depth: 7 });
  });

  it('takes fewer than 2L joins in fewer than 2 log₂ L levels, as the prose has it', () => {
    for (let n = 2; n <= 1100; n++) {
      const { work, depth } = scanCost(n);
      expect(work).toBeLessThan(2 * n);
      expect(depth).toBeLessThan(2 * Math.log2(n));
    }
  });

  it('touches no pair twice in a level: all of its joins may happen at once', () => {
    for (const { combines } of treeOf(toy, 0, 16, 0).levels) {
      const touched = combines.flat();
      expect(new Set(touched).size).toBe(touched.length);
    }
  });
});

describe('its drawing', () => {
  it('makes every box from two that stand above it', () => {
    const tree = treeOf(toy, 0, 13, 0);
    const spans = Array.from({ length: 13 }, (_, i) => ({ token: i, x: 20 * i, width: 18 }));
    const sizes = { pitch: 20, box: 11, top: 4 };
    const nodes = layTree(
      spans,
      tree.levels.map((l) => l.combines),
      sizes,
    );
    expect(nodes).toHaveLength(13 + tree.work);
    for (const node of nodes) {
      if (node.left === null || node.right === null) continue;
      const [left, right] = [nodes[node.left], nodes[node.right]];
      expect(Math.max(left.row, right.row)).toBeLessThan(node.row);
      expect(right.wire).toBe(node.wire);
      // And its pair is those two in one.
      const pair = (n: typeof node) => tree.rows[n.row][n.wire];
      expect(apart(pair(node), join(pair(left), pair(right)))).toBeLessThan(1e-12);
    }
  });
});
