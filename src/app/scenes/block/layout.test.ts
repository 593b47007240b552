import { describe, expect, it } from 'vitest';
import { blockLayout, boxOf } from './layout';
import { layLineage } from './lineage';
import { partsOf, wiresOf } from './parts';

const kinds = ['Mamba', 'Mamba-2', 'S4D'];
/** The stage at 1440, 1100 and 390 px. */
const widths = [976, 964, 390];

describe.each(widths)('in %i px', (width) => {
  const layout = blockLayout(width);

  it.each(kinds)('the boxes of %s stand clear of the pictures and of the edge', (kind) => {
    for (const part of partsOf(kind)) {
      const box = boxOf(layout, part);
      expect(box.x).toBeGreaterThanOrEqual(4);
      expect(box.x + box.width).toBeLessThanOrEqual(layout.strips.x0 - 6);
      expect(box.width).toBeGreaterThanOrEqual(24);
    }
    expect(layout.strips.x1).toBeLessThanOrEqual(width - 16);
    expect(layout.strips.x1 - layout.strips.x0).toBeGreaterThan(200);
  });

  it.each(kinds)('a line of %s passes behind no box that it has nothing to do with', (kind) => {
    const parts = partsOf(kind);
    const ids = parts.map(({ id }) => id);
    const strangers = wiresOf(kind).flatMap(({ lane, from, to }) =>
      parts
        .slice(ids.indexOf(from) + 1, ids.indexOf(to))
        .filter((part) => !part.absent)
        .filter((part) => {
          const { x, width: w } = boxOf(layout, part);
          return layout.lane[lane] > x - 2 && layout.lane[lane] < x + w + 2;
        })
        .map(({ id }) => `${lane} behind ${id}`),
    );
    // The main branch runs through what stands on it, and so do B and C in Mamba-2; C reaches the read past the state.
    const meant = strangers.filter(
      (s) =>
        !s.startsWith('main ') &&
        s !== 'C behind scan' &&
        !(kind === 'Mamba-2' && /^[BC] behind (conv|silu)$/.test(s)),
    );
    expect(meant).toEqual([]);
  });

  it('no two boxes of the lineage overlap, and none leaves the figure', () => {
    const { boxes } = layLineage(width);
    for (const [i, a] of boxes.entries()) {
      expect(a.x).toBeGreaterThanOrEqual(4);
      expect(a.x + a.width).toBeLessThanOrEqual(width - 4);
      for (const b of boxes.slice(i + 1)) {
        const apart =
          a.x + a.width <= b.x ||
          b.x + b.width <= a.x ||
          a.y + a.height <= b.y ||
          b.y + b.height <= a.y;
        expect({ a, b, apart }).toEqual({ a, b, apart: true });
      }
    }
  });
});
