import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxGeometry, cellIndex, cellPlace, gridGeometry, uniformSpans } from './geometry';

const KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp'];

describe('a grid of cells', () => {
  // Words 5 to 8 in sight, of different widths.
  const spans = [30, 10, 60, 20].map((width, i, all) => ({
    token: i + 5,
    x: all.slice(0, i).reduce((a, b) => a + b, 0),
    width,
  }));
  const grid = gridGeometry({ rows: 3, spans, top: 10, height: 30 });

  it('finds every cell at its own middle, and nothing outside', () => {
    for (const { token } of spans)
      for (let row = 0; row < 3; row++) {
        const index = cellIndex(3, row, token);
        const box = grid.boxOf(index)!;
        expect(grid.at(box.x + box.width / 2, box.y + box.height / 2)).toBe(index);
      }
    expect(grid.at(5, 9)).toBeNull();
    expect(grid.at(5, 40)).toBeNull();
    expect(grid.at(121, 20)).toBeNull();
  });

  it('keeps the number of a cell while the window moves, and knows when it is out of sight', () => {
    const index = cellIndex(3, 2, 4);
    expect(cellPlace(3, index)).toEqual({ row: 2, column: 4 });
    expect(grid.boxOf(index)).toBeNull();
    // The keyboard comes back to the nearest word in sight.
    expect(grid.walk(index, 'ArrowRight', false)).toBe(cellIndex(3, 2, 5));
    expect(grid.walk(cellIndex(3, 0, 99), 'ArrowDown', false)).toBe(cellIndex(3, 1, 8));
  });

  it('is walked by arrows, which stop at its edges', () => {
    const at = cellIndex(3, 1, 6);
    expect(grid.walk(at, 'ArrowRight', false)).toBe(cellIndex(3, 1, 7));
    expect(grid.walk(at, 'ArrowUp', false)).toBe(cellIndex(3, 0, 6));
    expect(grid.walk(at, 'ArrowRight', true)).toBe(cellIndex(3, 1, 8));
    expect(grid.walk(at, 'Home', false)).toBe(cellIndex(3, 1, 5));
    expect(grid.walk(at, 'PageDown', false)).toBe(cellIndex(3, 2, 6));
    expect(grid.walk(at, 'a', false)).toBeNull();
  });

  it('never leads out of sight', () => {
    assert(
      property(integer({ min: 0, max: 60 }), constantFrom(...KEYS), (index, key) => {
        expect(grid.boxOf(grid.walk(index, key, true)!)).not.toBeNull();
      }),
    );
  });

  it('says its row and column among those in sight', () => {
    expect(grid.position(cellIndex(3, 2, 6))).toEqual({ row: 2, column: 1 });
    expect(gridGeometry({ rows: 3, spans: [], top: 0, height: 9 }).first).toBeNull();
  });

  it('has equal columns where there are no words', () => {
    const uniform = uniformSpans(4, 8, 100);
    expect(uniform[3]).toEqual({ token: 3, x: 83, width: 25 });
  });
});

describe('boxes anywhere', () => {
  const box = (x: number, y: number) => ({ x, y, width: 10, height: 10 });
  const boxes = boxGeometry([box(0, 0), box(50, 2), box(100, 0), box(50, 40)]);

  it('are found where they stand, the last one drawn on top', () => {
    expect(boxes.at(55, 5)).toBe(1);
    expect(boxes.at(30, 30)).toBeNull();
    expect(boxGeometry([box(0, 0), box(5, 5)]).at(7, 7)).toBe(1);
  });

  it('are walked to the nearest one in the arrow’s direction', () => {
    expect(boxes.walk(0, 'ArrowRight', false)).toBe(1);
    expect(boxes.walk(1, 'ArrowRight', false)).toBe(2);
    expect(boxes.walk(1, 'ArrowDown', false)).toBe(3);
    expect(boxes.walk(3, 'ArrowUp', false)).toBe(1);
    expect(boxes.walk(0, 'ArrowLeft', false)).toBe(0);
  });
});
