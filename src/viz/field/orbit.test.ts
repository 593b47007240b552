import { describe, expect, it } from 'vitest';
import { eye, nearer, orbitKey, START, turned } from './orbit';

const length = (v: readonly number[]) => Math.hypot(...v);

describe('the view of a field', () => {
  it('turns around it at the same distance', () => {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
      const next = orbitKey(START, key)!;
      expect(next).not.toEqual(START);
      expect(length(eye(next, 10))).toBeCloseTo(10, 9);
    }
    expect(orbitKey(orbitKey(START, 'ArrowLeft')!, 'ArrowRight')!.azimuth).toBeCloseTo(
      START.azimuth,
      12,
    );
  });

  it('never goes under the floor nor over the top', () => {
    expect(eye(turned(START, 0, -9), 10)[1]).toBeGreaterThan(0);
    expect(turned(START, 0, 9).elevation).toBeLessThan(Math.PI / 2);
  });

  it('comes nearer, goes farther, within bounds, and back to the start', () => {
    expect(length(eye(nearer(START, 2), 10))).toBeCloseTo(5, 9);
    expect(nearer(START, 1000).distance).toBeGreaterThan(0);
    expect(orbitKey(nearer(turned(START, 1, 0.1), 2), 'Home')).toEqual(START);
  });

  it('leaves other keys alone', () => {
    for (const key of ['Enter', 'Tab', ' ', 'a']) expect(orbitKey(START, key)).toBeNull();
  });
});
