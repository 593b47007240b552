import { describe, expect, it, vi } from 'vitest';
import type { Cells } from './cells';
import { boxGeometry } from './geometry';
import { sayCell } from './HoverKeys';
import { createHub, shownCell } from './hub';

const words = {
  equals: 'equals',
  plus: 'plus',
  minus: 'minus',
  times: 'times',
  was: 'was',
  unknown: 'not known yet',
  keys: '',
  operands: '',
};

const cells = (id: string): Cells => ({
  id,
  label: id,
  geometry: boxGeometry([{ x: 0, y: 0, width: 1, height: 1 }]),
  describe: (index) => ({
    place: `${id} ${index}`,
    term: { tex: 'h', value: index, say: 'h' },
  }),
});
const element = {} as HTMLElement;

describe('what is pointed at', () => {
  it('is shown, until something is pinned', () => {
    const hub = createHub();
    const [a, b] = [0, 1].map((index) => ({ figure: 'h', index }));
    hub.point(a);
    expect(shownCell(hub.store.getState())).toEqual(a);
    hub.pin(b);
    hub.point(null);
    expect(shownCell(hub.store.getState())).toEqual(b);
    hub.pin(b);
    expect(shownCell(hub.store.getState())).toBeNull();
  });

  it('is told once, however often the pointer moves within it', () => {
    const hub = createHub();
    const told = vi.fn<() => void>();
    hub.store.subscribe(told);
    for (let i = 0; i < 5; i++) hub.point({ figure: 'h', index: 3 });
    expect(told).toHaveBeenCalledTimes(1);
  });

  it('goes with its figure, and is told anew when the figure has new numbers', () => {
    const hub = createHub();
    hub.set({ cells: cells('h'), element });
    const told = vi.fn<() => void>();
    hub.store.subscribe(told);
    hub.set({ cells: cells('h'), element });
    expect(told).not.toHaveBeenCalled();
    hub.point({ figure: 'h', index: 2 });
    hub.set({ cells: cells('h'), element });
    expect(told).toHaveBeenCalledTimes(2);
    expect(hub.describe({ figure: 'h', index: 2 })?.place).toBe('h 2');
    expect(hub.inSight({ figure: 'h', index: 0 })).toBe(true);
    expect(hub.inSight({ figure: 'h', index: 2 })).toBe(false);
    hub.remove('h');
    expect(shownCell(hub.store.getState())).toBeNull();
    expect(hub.describe({ figure: 'h', index: 2 })).toBeNull();
  });
});

describe('a cell in words', () => {
  it('is its place, its number before and now, and its formula', () => {
    const said = sayCell(
      {
        place: '“ball”, state 0',
        term: { tex: 'h_t', value: 0.16, before: 0.1, say: 'h' },
        operands: [
          { tex: '\\bar A', value: 0.02, say: 'A bar' },
          { tex: 'h_{t-1}', value: -0.02, say: 'h before' },
          { op: '+' },
          { tex: '\\bar B', value: null, say: 'B bar' },
        ],
        note: 'half-life 2.3 words',
      },
      words,
    );
    expect(said).toBe(
      '“ball”, state 0. h 0.16, was 0.10 equals A bar 0.02 times h before −0.02 plus B bar not known yet. half-life 2.3 words',
    );
  });
});
