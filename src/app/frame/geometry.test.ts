import { describe, expect, it } from 'vitest';
import { geometry, NARROW } from './geometry';

describe('geometry', () => {
  it('is the mock’s at its width', () => {
    const g = geometry(976);
    expect([g.x0, g.x1, g.right, g.result?.x]).toEqual([84, 716, 952, 722]);
  });

  it('keeps everything inside the stage at any width', () => {
    for (let width = 200; width < 3000; width += 7) {
      const g = geometry(width);
      expect(g.x1).toBeGreaterThan(g.x0);
      expect(g.right).toBeLessThan(width);
      expect(g.result ? g.result.x + g.result.width : g.right).toBe(g.right);
    }
  });

  it('puts the candidates below the lanes on a phone', () => {
    expect(geometry(390).result).toBeNull();
    expect(geometry(NARROW).result).not.toBeNull();
  });
});
