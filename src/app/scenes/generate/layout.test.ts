import { describe, expect, it } from 'vitest';
import { stageLayout } from './layout';

describe('the heights of the figure', () => {
  it('are the drawing’s at its size', () => {
    const l = stageLayout(728, false);
    expect([l.surprise.zero, l.change.top, l.change.zero, l.slotEnd]).toEqual([142, 186, 244, 250]);
  });

  it('grow with the stage, and stop growing', () => {
    expect(stageLayout(900, false).map.room).toBeGreaterThan(stageLayout(728, false).map.room);
    expect(stageLayout(3000, false)).toEqual(stageLayout(1048, false));
  });

  it('leave room for eleven candidates and the rest', () => {
    const l = stageLayout(728, false);
    expect(l.rowHeight * 12 + 22).toBeLessThanOrEqual(l.lanesHeight);
  });
});
