/** Where everything stands on the flat board: the solid one seen from the side. No React. */
import { footprint, type BoardData, type BoardShape } from './board';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface FlatLayout {
  hbm: Box;
  bridge: Box;
  sram: Box;
  front: Box;
  cores: Box;
  /** Px of one layer, and of a sheet's width. */
  layer: number;
  sheet: number;
  /** Left edge and floor of a tensor: by shelf, by place on it. */
  places: readonly (readonly { x: number; floor: number }[])[];
  /** Left edge and floor of a tile on the bridge, or in SRAM, how high it may be, and how far its neighbour is. */
  tile(
    place: 'bridge' | 'sram',
    index: number,
    count: number,
  ): { x: number; floor: number; most: number; step: number };
  /** Width of a tile. */
  tileWidth: number;
}

/** Room for a letter, axes and bytes under a shelf, and for a region's name above. */
const LABELS = 49;
const NAME = 26;
/** Px of a layer at most, and of a whole block. */
const LAYER = 14;
/** Share of the height that shelves of sheets take. */
const SHEETS = 14;

/** On a wide board the two memories stand side by side; on a narrow one HBM is above. */
export function layFlat(data: BoardData, width: number, height: number): FlatLayout {
  const narrow = width < 520;
  const hbm: Box = narrow
    ? { x: 0, y: 0, width, height: height * 0.56 }
    : { x: 0, y: 0, width: width * 0.57, height };
  const low = data.shelves.length - 1;
  const room = hbm.height - NAME - 8 - LABELS * data.shelves.length - SHEETS * low;
  const layer = Math.min(LAYER, room / data.layers);
  const most = Math.max(...data.shelves.map((shelf) => shelf.length));
  const pitch = (hbm.width - 20) / most;
  const sheet = Math.min(64, pitch * 0.84);
  let floor = hbm.y + NAME + Math.max(room, layer * data.layers);
  const places = data.shelves.map((shelf, i) => {
    if (i > 0) floor += LABELS + SHEETS;
    // Few tensors take the room of many, so that their names have it.
    const step = (hbm.width - 20) / Math.max(shelf.length, Math.min(most, 4));
    return shelf.map((_, k) => ({ x: 12 + k * step, floor }));
  });
  const ratio = data.ways.sram / data.ways.hbm;
  const lane = narrow ? 11 : 12;
  const top = hbm.height + 34;
  const sram: Box = narrow
    ? { x: width * 0.37, y: top, width: width * 0.4, height: height - top - 36 }
    : { x: width * 0.74, y: height * 0.14, width: width * 0.175, height: height * 0.7 };
  const thick = Math.min(lane * ratio, sram.height);
  const middle = sram.y + sram.height / 2;
  const bridge: Box = narrow
    ? { x: 0, y: middle - lane / 2, width: sram.x, height: lane }
    : {
        x: hbm.width,
        y: middle - lane / 2,
        width: sram.x - hbm.width,
        height: lane,
      };
  const front: Box = {
    x: sram.x + sram.width,
    y: middle - thick / 2,
    width: narrow ? 14 : 18,
    height: thick,
  };
  const right = front.x + front.width;
  const cores: Box = { x: right, y: sram.y, width: width - right, height: sram.height };
  const tileWidth = narrow ? 7 : 9;
  return {
    hbm,
    bridge,
    sram,
    front,
    cores,
    layer,
    sheet,
    places,
    tileWidth,
    tile(place, index, count) {
      const box = place === 'bridge' ? bridge : sram;
      const rows = rowsOf(place, count);
      const columns = Math.ceil(count / rows);
      const step = (box.width - 10) / columns;
      const row = Math.floor(index / columns);
      const high = (sram.height - 12) / rows;
      return {
        step,
        x: box.x + 5 + step * ((index % columns) + 0.5) - tileWidth / 2,
        floor: place === 'bridge' ? bridge.y - 1 : sram.y + 6 + high * (row + 1) - 4,
        // A letter stands above.
        most: place === 'bridge' ? bridge.y - 24 : high - 26,
      };
    },
  };
}

/** Many tiles stand in two rows in the small memory. */
const rowsOf = (place: 'bridge' | 'sram', count: number): number =>
  place === 'sram' && count > 7 ? 2 : 1;

/** Height of a shape; thin ones stay visible. */
export const tallness = (shape: BoardShape, data: BoardData, layer: number): number =>
  Math.max(2.5, shape === 'block' ? layer * data.layers : layer);

/**
 * Width of a tensor seen from the side. A plate is as wide as its tokens' share of a sheet, so that area is bytes of it too.
 */
export function breadth(shape: BoardShape, data: BoardData, sheet: number): number {
  const [width, depth] = footprint(shape, data);
  return Math.max(3, width * depth * sheet);
}
