import { assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leader, overlap, placeReadout, stalk } from './place';

const bounds = { x: 0, y: 0, width: 400, height: 800 };
const size = { width: 200, height: 30 };
const cell = { x: 100, y: 300, width: 20, height: 6 };

describe('the raised line', () => {
  it('never covers its own cell, wherever that is', () => {
    const box = record({
      x: integer({ min: 0, max: 380 }),
      y: integer({ min: 0, max: 780 }),
      width: integer({ min: 1, max: 300 }),
      height: integer({ min: 1, max: 300 }),
    });
    const measured = record({
      width: integer({ min: 20, max: 500 }),
      height: integer({ min: 10, max: 700 }),
    });
    assert(
      property(box, box, measured, (own, other, big) => {
        expect(overlap(placeReadout(own, [], [other], big, bounds), own)).toBe(0);
      }),
    );
  });

  it('stands beneath its cell, and beneath the same cell of the run before', () => {
    expect(placeReadout(cell, [], [], size, bounds)).toMatchObject({ x: 10, y: 316 });
    const also = { ...cell, y: 340 };
    expect(placeReadout(cell, [also], [], size, bounds).y).toBe(356);
  });

  it('goes above where there is no room beneath', () => {
    const low = { ...cell, y: 790 };
    expect(placeReadout(low, [], [], size, bounds).y).toBe(750);
  });

  it('leaves the cells that it came from free if it can', () => {
    const source = { x: 90, y: 320, width: 20, height: 6 };
    expect(overlap(placeReadout(cell, [], [source], size, bounds), source)).toBe(0);
  });

  it('stays inside the stage at its edges', () => {
    expect(placeReadout({ ...cell, x: 0 }, [], [], size, bounds).x).toBe(0);
    expect(placeReadout({ ...cell, x: 390 }, [], [], size, bounds).x).toBe(200);
  });
});

describe('thin lines', () => {
  it('run between the edges that face each other', () => {
    const above = { x: 100, y: 100, width: 20, height: 10 };
    expect(leader(above, cell)).toEqual({ x1: 110, y1: 110, x2: 110, y2: 300 });
    expect(leader(cell, above)).toEqual({ x1: 110, y1: 300, x2: 110, y2: 110 });
    const before = { ...cell, x: 60 };
    expect(leader(before, cell)).toEqual({ x1: 80, y1: 303, x2: 100, y2: 303 });
    expect(leader(cell, before)).toEqual({ x1: 100, y1: 303, x2: 80, y2: 303 });
  });

  it('fall upright from a cell to the raised line', () => {
    const line = stalk(cell, { x: 10, y: 316, ...size });
    expect(line).toEqual({ x1: 110, y1: 306, x2: 110, y2: 316 });
  });
});
