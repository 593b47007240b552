/** Where the boxes of the solid board stand. No React and no three in it. */
import type { SymbolName } from '../Sym';
import { footprint, type BoardData, type BoardNames, type BoardShape } from './board';

export interface SolidBox {
  id: string;
  kind: 'ground' | 'fast' | 'way' | 'core' | 'tensor' | 'tile';
  symbol: SymbolName | null;
  /** Middle of its base; sizes along x, y (up), z. */
  at: readonly [number, number, number];
  size: readonly [number, number, number];
  /** Not there: only its edges are drawn. */
  ghost?: boolean;
  /** The tensor that it belongs to, in the large memory. */
  of?: string;
  lit?: boolean;
}

export interface SolidLabel {
  id: string;
  text: string;
  /** What stands beneath it, a line each. */
  notes: readonly string[];
  symbol: SymbolName | null;
  at: readonly [number, number, number];
}

export interface SolidLayout {
  boxes: SolidBox[];
  labels: SolidLabel[];
}

/** The large memory; the small one is as deep as its way to the arithmetic is wide. */
const HBM = { x: -3.7, width: 8.6, depth: 6.6 };
const LANE = 0.46;
const SRAM = { from: 2.9, width: 2.1 };
const FRONT = 0.55;
/** Height of a block at most, and of a layer. */
const HIGH = 2.3;
const LAYER = 0.3;
const GROUND = 0.12;

const thickness = (shape: BoardShape, data: BoardData): number => {
  const layer = Math.min(LAYER, HIGH / data.layers);
  return Math.max(0.035, shape === 'block' ? layer * data.layers : layer);
};

export function laySolid(
  data: BoardData,
  names: BoardNames,
  pointed: string | null = null,
): SolidLayout {
  const boxes: SolidBox[] = [];
  const labels: SolidLabel[] = [];
  const left = HBM.x - HBM.width / 2;
  const right = HBM.x + HBM.width / 2;
  const front = HBM.depth / 2;
  boxes.push({
    id: 'hbm',
    kind: 'ground',
    symbol: null,
    at: [HBM.x, -GROUND, 0],
    size: [HBM.width, GROUND, HBM.depth],
  });
  const name = (id: string, text: string, at: SolidLabel['at'], ...notes: string[]): void => {
    labels.push({ id, text, notes, symbol: null, at });
  };
  name('hbm', names.hbm, [left + 1.3, 0, front + 0.95]);

  const shelfDepth = HBM.depth / data.shelves.length;
  const depth = shelfDepth * (data.shelves.length > 2 ? 0.46 : 0.54);
  const most = Math.max(...data.shelves.map((shelf) => shelf.length));
  const sheet = Math.min(1.15, (HBM.width / most) * 0.72);
  data.shelves.forEach((shelf, row) => {
    const z = -front + shelfDepth * (row + (row === 0 ? 0.36 : 0.48));
    const pitch = (HBM.width - 0.4) / Math.max(shelf.length, Math.min(most, 5));
    shelf.forEach((tensor, k) => {
      const [fx, fz] = footprint(tensor.shape, data);
      const [w, d] = [fx * sheet, fz * depth];
      const high = thickness(tensor.shape, data);
      const x = left + 0.35 + sheet / 2 + k * pitch;
      // Tokens run from the back to the front.
      const whole = { symbol: tensor.symbol, kind: 'tensor' as const, of: tensor.id };
      const there = d * tensor.made;
      if (tensor.made < 1)
        boxes.push({
          ...whole,
          id: `${tensor.id} none`,
          at: [x, 0, z],
          size: [w, high, d],
          ghost: true,
        });
      if (there > 0) {
        const middle = tensor.fromEnd ? z + d / 2 - there / 2 : z - d / 2 + there / 2;
        boxes.push({ ...whole, id: tensor.id, at: [x, 0, middle], size: [w, high, there] });
      }
      if (tensor.lit) {
        const long = tensor.shape !== 'plate';
        const slice = long ? d / data.pieces : d;
        const middle = long ? z - d / 2 + slice * (data.piece + 0.5) : z;
        const size = [w + 0.05, high + 0.05, slice + 0.02] as const;
        boxes.push({ ...whole, id: `${tensor.id} lit`, at: [x, -0.01, middle], size, lit: true });
      }
      if (tensor.id === pointed) {
        const size = [w + 0.12, high + 0.08, d + 0.12] as const;
        boxes.push({ ...whole, id: `${tensor.id} pointed`, at: [x, -0.02, z], size, lit: true });
      }
      labels.push({
        id: tensor.id,
        text: tensor.letter,
        // Three shelves have no room for all that stands on the flat board.
        notes: data.shelves.length > 2 ? [tensor.note] : [tensor.axes, tensor.note],
        symbol: tensor.symbol,
        at: [x, 0, z + depth / 2 + 0.28],
      });
    });
  });

  const wide = (LANE * data.ways.sram) / data.ways.hbm;
  const sramTo = SRAM.from + SRAM.width;
  const flat = (id: string, kind: SolidBox['kind'], from: number, to: number, deep: number) =>
    boxes.push({
      id,
      kind,
      symbol: null,
      at: [(from + to) / 2, -GROUND, 0],
      size: [to - from, GROUND, deep],
    });
  flat('bridge', 'way', right, SRAM.from, LANE);
  flat('sram', 'fast', SRAM.from, sramTo, wide);
  flat('front', 'way', sramTo, sramTo + FRONT, wide);
  name('bridge', names.bridge, [(right + SRAM.from) / 2, 0, 0.75]);
  name('sram', names.sram, [SRAM.from + 0.5, 0, wide / 2 + 0.45], names.tile);
  const coresFrom = sramTo + FRONT;
  name('cores', names.cores, [coresFrom + 0.8, 0, wide / 2 + 0.45], names.front);
  const rows = 10;
  for (let i = 0; i < 3 * rows; i++) {
    boxes.push({
      id: `core ${i}`,
      kind: 'core',
      symbol: null,
      at: [
        coresFrom + 0.25 + (i % 3) * 0.36,
        -GROUND,
        wide * ((Math.floor(i / 3) + 0.5) / rows - 0.5),
      ],
      size: [0.26, data.busy ? GROUND + 0.12 : GROUND, 0.3],
    });
  }

  // What is high stands at the back.
  const passing = data.tiles
    .filter((tile) => !tile.stays)
    .toSorted((a, b) => Number(b.shape === 'block') - Number(a.shape === 'block'));
  data.tiles.forEach((tile) => {
    const high = thickness(tile.shape, data);
    const onBridge = tile.place === 'bridge';
    const i = passing.indexOf(tile);
    const columns = onBridge ? passing.length : Math.min(passing.length, 3);
    const tall = onBridge ? 1 : Math.ceil(passing.length / columns);
    const [from, to] = onBridge ? [right, SRAM.from] : [SRAM.from, sramTo];
    // What stays, and is high, hides nothing at the back.
    const x = tile.stays ? sramTo - 0.5 : from + (to - from) * (((i % columns) + 0.5) / columns);
    const row = tile.stays ? -0.42 : 0.72 * ((Math.floor(i / columns) + 0.5) / tall) - 0.28;
    const z = onBridge ? 0 : wide * row;
    boxes.push({
      id: `tile ${tile.id}`,
      kind: 'tile',
      symbol: tile.symbol,
      at: [x, 0, z],
      size: [onBridge ? 0.16 : 0.34, high, 0.4],
    });
    labels.push({
      id: `tile ${tile.id}`,
      text: tile.letter,
      notes: [],
      symbol: tile.symbol,
      at: [x, high + 0.2, z],
    });
  });
  return { boxes, labels };
}
