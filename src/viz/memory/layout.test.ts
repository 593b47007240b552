/** Both boards show the same things, within their edges, and to scale. */
import { describe, expect, it } from 'vitest';
import { THINNEST, type BoardData, type BoardShape, type BoardTensor } from './board';
import { breadth, layFlat, tallness } from './flat';
import { laySolid } from './solid';

const tensor = (id: string, shape: BoardShape, more: Partial<BoardTensor> = {}): BoardTensor => ({
  id,
  symbol: 'x',
  letter: id,
  shape,
  axes: '(L, E)',
  made: 1,
  fromEnd: false,
  lit: false,
  note: '4 MB',
  exists: true,
  ...more,
});

const names = { hbm: 'H', sram: 'S', cores: 'C', bridge: 'b', front: 'f', tile: 't' };

/** Of L = 160, E = 320 and these states. */
const board = (layers: number, shelves = 2): BoardData => ({
  shelves: [
    ['Abar', 'Bx', 'h'].map((id) => tensor(id, 'block')),
    [tensor('x', 'sheet'), tensor('B', 'strip'), tensor('A', 'plate'), tensor('y', 'sheet')],
    ['dx', 'dz', 'dy', 'dDelta', 'dB', 'dC', 'dA'].map((id) => tensor(id, 'sheet')),
  ].slice(0, shelves),
  tiles: ['Abar', 'Bx', 'h'].map((id) => ({
    id,
    symbol: 'x',
    letter: id,
    shape: 'block',
    place: 'sram',
    way: 'in',
  })),
  layers,
  strip: layers / 320,
  plate: layers / 160,
  pieces: 4,
  piece: 1,
  ways: { hbm: 1.5, sram: 19 },
  busy: false,
});

describe('the flat board', () => {
  it('has everything within its edges, on a desk and on a phone', () => {
    for (const [width, height] of [
      [640, 356],
      [640, 420],
      [358, 470],
    ] as const)
      for (const layers of [1, 16, 128])
        for (const shelves of [2, 3]) {
          const data = board(layers, shelves);
          const at = layFlat(data, width, height + 64 * (shelves - 2));
          data.shelves.forEach((shelf, i) =>
            shelf.forEach(({ shape }, k) => {
              const { x, floor } = at.places[i]![k]!;
              expect(x).toBeGreaterThanOrEqual(at.hbm.x);
              expect(x + breadth(shape, data, at.sheet)).toBeLessThan(at.hbm.x + at.hbm.width);
              expect(floor - tallness(shape, data, at.layer)).toBeGreaterThan(at.hbm.y + 10);
              expect(floor + 40).toBeLessThan(at.hbm.y + at.hbm.height + 12);
            }),
          );
          for (const place of ['bridge', 'sram'] as const)
            for (const count of [1, 7, 14])
              for (let i = 0; i < count; i++) {
                const tile = at.tile(place, i, count);
                const box = place === 'bridge' ? at.bridge : at.sram;
                expect(tile.x).toBeGreaterThanOrEqual(box.x);
                expect(tile.x + at.tileWidth).toBeLessThanOrEqual(box.x + box.width);
                expect(tile.most).toBeGreaterThan(10);
              }
          expect(at.cores.x + at.cores.width).toBeLessThanOrEqual(width + 1e-9);
        }
  });

  it('gives every tensor the area of its numbers', () => {
    const data = board(32);
    const at = layFlat(data, 640, 356);
    const area = (shape: BoardShape) =>
      breadth(shape, data, at.sheet) * tallness(shape, data, at.layer);
    expect(area('block') / area('sheet')).toBeCloseTo(32, 6);
    // N / E and N / L of a sheet.
    expect(area('strip') / area('sheet')).toBeCloseTo(32 / 320, 6);
    expect(area('plate') / area('sheet')).toBeCloseTo(32 / 160, 6);
    // The way to the arithmetic is as much wider as it is quicker.
    expect(at.front.height / at.bridge.height).toBeCloseTo(19 / 1.5, 6);
  });
});

describe('the solid board', () => {
  const boxOf = (data: BoardData, id: string) =>
    laySolid(data, names).boxes.find((box) => box.id === id)!;
  const volume = (data: BoardData, id: string) =>
    boxOf(data, id).size.reduce((product, side) => product * side, 1);

  it('gives every tensor the volume of its numbers, but for the thinnest', () => {
    const data = board(32);
    expect(volume(data, 'h') / volume(data, 'x')).toBeCloseTo(32, 6);
    expect(volume(data, 'B') / volume(data, 'x')).toBeCloseTo(32 / 320, 6);
    expect(volume(data, 'A') / volume(data, 'x')).toBeCloseTo(32 / 160, 6);
    expect(volume(board(1), 'B') / volume(board(1), 'x')).toBeCloseTo(THINNEST, 6);
  });

  it('shows as much of a tensor as there is, from its first token or its last, and where it is not', () => {
    const half = (fromEnd: boolean): BoardData => ({
      ...board(16),
      shelves: [[tensor('h', 'block', { made: 0.5, fromEnd })]],
    });
    const [early, late] = [false, true].map((fromEnd) => boxOf(half(fromEnd), 'h'));
    const whole = boxOf(half(false), 'h none');
    expect(whole.ghost).toBe(true);
    expect(early!.size[2]).toBeCloseTo(whole.size[2] / 2, 9);
    expect(late!.at[2] - early!.at[2]).toBeCloseTo(whole.size[2] / 2, 9);
    const none = { ...board(16), shelves: [[tensor('h', 'block', { made: 0, exists: false })]] };
    expect(boxOf(none, 'h')).toBeUndefined();
  });

  it('names everything that the flat board names', () => {
    const data = board(16);
    const texts = laySolid(data, names).labels.map(({ text, notes }) => [text, ...notes].join(' '));
    for (const { letter, axes, note } of data.shelves.flat())
      expect(texts).toContain(`${letter} ${axes} ${note}`);
    expect(texts).toEqual(expect.arrayContaining(['H', 'S t', 'C f', 'b']));
  });
});
