import { describe, expect, it } from 'vitest';
import type { Session } from '../session';
import { Bookmarks } from './bookmarks';

/** A session that only counts: its memory is its position, and every snapshot alive is known. */
class CountingSession {
  position = 0;
  readonly alive = new Set<object>();
  most = 0;

  snapshot() {
    const mark = { position: this.position, dispose: () => this.free(mark) };
    this.alive.add(mark);
    this.most = Math.max(this.most, this.alive.size);
    return mark;
  }

  restore({ position }: { position: number }): void {
    this.position = position;
  }

  /** Reads on as a timeline does: never across the next bookmark, and noting each. */
  read(bookmarks: Bookmarks, tokens: number, atMost = Infinity): void {
    for (let left = tokens; left > 0;) {
      const count = Math.min(left, atMost, bookmarks.untilNext());
      this.position += count;
      left -= count;
      bookmarks.note();
    }
  }

  private free(mark: object): void {
    if (!this.alive.delete(mark)) throw new Error('Freed twice.');
  }
}

function setUp(tokens: number, atMost?: number) {
  const session = new CountingSession();
  const bookmarks = new Bookmarks(session as unknown as Session);
  session.read(bookmarks, tokens, atMost);
  return { session, bookmarks };
}

/** Where a way back to `position` begins. */
function wayBack(bookmarks: Bookmarks, position: number): number {
  const other = new CountingSession();
  const from = bookmarks.restore(other as unknown as Session, position);
  expect(other.position).toBe(from);
  return from;
}

describe('Bookmarks', () => {
  it('lead back to at most 64 tokens before any place of a short text', () => {
    const { bookmarks } = setUp(300, 7);
    expect([0, 1, 63, 64, 65, 127, 128, 300].map((t) => wayBack(bookmarks, t))).toEqual([
      0, 0, 0, 64, 64, 64, 128, 256,
    ]);
  });

  it('stay few in a text of any length, and the way back grows only with it', () => {
    for (const atMost of [1, 50, Infinity]) {
      const length = 100_000;
      const { session, bookmarks } = setUp(length, atMost);
      // One more for a moment, before every other one goes.
      expect(session.most).toBeLessThanOrEqual(65);
      expect(session.alive.size).toBeGreaterThanOrEqual(32);
      for (let t = 0; t <= length; t += 997) {
        const from = wayBack(bookmarks, t);
        expect(from).toBeLessThanOrEqual(t);
        // The distance is a power of two times 64 with at most 64 of them: here 2048.
        expect(t - from).toBeLessThan(2 * 2048);
      }
    }
  });

  it('beyond a place that is gone back to are forgotten, and taken again when the text goes on', () => {
    const { session, bookmarks } = setUp(500);
    bookmarks.truncate(200);
    expect(session.alive.size).toBe(4);
    expect(wayBack(bookmarks, 200)).toBe(192);
    session.position = 200;
    session.read(bookmarks, 100);
    expect(session.alive.size).toBe(5);
    expect(wayBack(bookmarks, 299)).toBe(256);
    expect(wayBack(bookmarks, 255)).toBe(192);
    // One that stands exactly where the text now ends is still true.
    bookmarks.truncate(256);
    expect(wayBack(bookmarks, 256)).toBe(256);
  });

  it('are never two at one place', () => {
    const { session, bookmarks } = setUp(64);
    bookmarks.note();
    bookmarks.note();
    expect(session.alive.size).toBe(2);
  });

  it('leave nothing behind', () => {
    const { session, bookmarks } = setUp(50_000);
    bookmarks.truncate(0);
    expect(session.alive.size).toBe(1);
    session.position = 0;
    session.read(bookmarks, 1000);
    bookmarks.dispose();
    expect(session.alive.size).toBe(0);
  });
});
