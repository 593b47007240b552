import { describe, expect, it } from 'vitest';
import { layStrips, mapHeight } from '../../../viz/heat/strips';
import { stageLayout } from './layout';

describe('the heights of the figure', () => {
  it('are the drawing’s at its size', () => {
    const l = stageLayout(728, false);
    expect([l.surprise.zero, l.change.top, l.change.zero, l.slotEnd]).toEqual([142, 186, 244, 250]);
  });

  it('grow with the stage, and stop growing', () => {
    expect(stageLayout(900, false).map.room).toBeGreaterThan(stageLayout(728, false).map.room);
    expect(stageLayout(1268, false).map.room).toBeGreaterThan(stageLayout(900, false).map.room);
    expect(stageLayout(3000, false)).toEqual(stageLayout(1900, false));
  });

  it('shrink a little with a low window, and stop shrinking', () => {
    const [drawn, low] = [stageLayout(728, false), stageLayout(596, false)];
    const height = (l: typeof low) => l.lanesHeight + mapHeight(8, l.map);
    expect(height(drawn) - height(low)).toBeGreaterThan(110);
    expect(stageLayout(200, false)).toEqual(stageLayout(592, false));
    // Rows of a large strip are still 2 px high when three of them stand there.
    const strips = layStrips(8, 0, ['before', 'state', 'change'], 16, low.map);
    expect(strips.at(-1)!.height).toBeGreaterThanOrEqual(32);
  });

  it('keep two lanes that can be read', () => {
    const { surprise, change } = stageLayout(592, false);
    expect(surprise.zero - surprise.top).toBeGreaterThan(60);
    expect(change.zero - change.top).toBeGreaterThan(35);
  });

  it('leave room for the candidates, the word that came and the rest', () => {
    for (const height of [592, 660, 728, 1268]) {
      const l = stageLayout(height, false);
      expect(l.rowHeight * (l.candidates + 2) + 22).toBeLessThanOrEqual(l.lanesHeight);
      expect(l.rowHeight).toBeGreaterThan(17);
    }
  });
});
