import { array, assert, integer, nat, option, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWindow, windowEndingAt, windowStartingAt } from './window';

const widths = Array.from({ length: 20 }, () => 10);

describe('windows on the tape', () => {
  it('hold as many tokens as fit', () => {
    expect(windowEndingAt(widths, 19, 55)).toEqual({ from: 15, to: 19 });
    expect(windowStartingAt(widths, 2, 55)).toEqual({ from: 2, to: 6 });
  });

  it('stay full at the end of the text', () => {
    expect(windowStartingAt(widths, 18, 55)).toEqual({ from: 15, to: 19 });
  });

  it('stay where the reader scrolled as long as the cursor is in sight', () => {
    expect(chooseWindow(widths, 6, 55, 4)).toEqual({ from: 4, to: 8 });
  });

  it('follow the cursor out of sight, with a little of what comes next', () => {
    expect(chooseWindow(widths, 10, 80, 0)).toEqual({ from: 6, to: 13 });
    expect(chooseWindow(widths, 9, 80, 10)).toEqual({ from: 6, to: 13 });
  });

  it('leave most of the room to the words before a cursor that has jumped', () => {
    expect(chooseWindow(widths, 12, 80, 0)).toEqual({ from: 9, to: 16 });
    expect(chooseWindow(widths, 6, 80, 11)).toEqual({ from: 3, to: 10 });
    expect(chooseWindow(widths, 8, 80, null)).toEqual({ from: 5, to: 12 });
    // Who runs over the text sees it page by page.
    expect(chooseWindow(widths, 12, 80, 0, 7)).toEqual({ from: 12, to: 19 });
  });

  it('end at the last token when the cursor is there, so that the next word has its place', () => {
    expect(chooseWindow(widths, 19, 55, 0).to).toBe(19);
  });

  it('are empty for an empty text', () => {
    expect(chooseWindow([], 0, 55, null)).toEqual({ from: 0, to: -1 });
  });

  it('always hold the cursor, whatever the text and the room', () => {
    assert(
      property(
        array(integer({ min: 9, max: 400 }), { minLength: 1, maxLength: 60 }),
        nat(),
        integer({ min: 30, max: 900 }),
        option(nat(60), { nil: null }),
        (list, seed, room, wanted) => {
          const cursor = seed % list.length;
          const w = chooseWindow(list, cursor, room, wanted);
          expect(w.from).toBeLessThanOrEqual(cursor);
          expect(w.to).toBeGreaterThanOrEqual(cursor);
        },
      ),
    );
  });
});
