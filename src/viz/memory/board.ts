/** What both boards, the solid and the flat one, are told: tensors in the large memory, pieces on their way, the small memory. */
import type { SymbolName } from '../Sym';

/** Number of layers that a tensor has one above the other: 1 for all but those with an axis N. */
export type BoardShape =
  /** (L, E): one layer. */
  | 'sheet'
  /** (L, N): a narrow strip of one layer. */
  | 'strip'
  /** (E, N): a plate that has no tokens. */
  | 'plate'
  /** (L, E, N): N layers. */
  | 'block';

export interface BoardTensor {
  id: string;
  symbol: SymbolName;
  /** As it is written on the board: Ā, B̄x, dB. */
  letter: string;
  shape: BoardShape;
  /** Its axes, written: (L, E, N). */
  axes: string;
  /** How much of it is there, 0 … 1, from its first token on; or from its last, if `fromEnd`. */
  made: number;
  fromEnd: boolean;
  /** A piece of it moves now. */
  lit: boolean;
  /** Its bytes, written; or that it is never made. */
  note: string;
  /** False if it is never made. */
  exists: boolean;
}

/** A piece of a tensor that is on the bridge or in the small memory. */
export interface BoardTile {
  id: string;
  symbol: SymbolName;
  letter: string;
  shape: BoardShape;
  place: 'bridge' | 'sram';
  /** It stays while the tokens pass. */
  stays?: boolean;
  /** Towards the small memory, or back. */
  way: 'in' | 'out';
}

export interface BoardData {
  /** Tensors of one shelf stand side by side. */
  shelves: readonly (readonly BoardTensor[])[];
  tiles: readonly BoardTile[];
  /** Layers of a block: N. */
  layers: number;
  /** Of a strip's width to a sheet's: N / E. */
  strip: number;
  /** Of a plate's depth to a sheet's: N / L. */
  plate: number;
  pieces: number;
  /** The piece that is worked on, counted along the tokens. */
  piece: number;
  /** Widths of the two ways, as their bandwidths: from HBM, and from SRAM to the arithmetic. */
  ways: { hbm: number; sram: number };
  /** The arithmetic is at work. */
  busy: boolean;
}

export interface BoardNames {
  hbm: string;
  sram: string;
  cores: string;
  bridge: string;
  front: string;
  /** What of the work lies in the small memory at a time. */
  tile: string;
}

/** Where the pieces go, while some do. */
export const flowOf = ({ tiles: [first] }: BoardData): BoardTile['way'] | null =>
  first?.place === 'bridge' ? first.way : null;

export interface BoardProps {
  data: BoardData;
  names: BoardNames;
  width: number;
  height: number;
  /** Accessible name: what it shows, with numbers. */
  label: string;
  /** The tensor that is pointed at, here or elsewhere. */
  pointed: string | null;
  onPoint(tensor: string | null): void;
}

/** Thinnest that anything is drawn, as a share of a sheet's side. */
export const THINNEST = 0.05;

/** Width and depth of a shape's footprint, as shares of a sheet's. */
export function footprint(shape: BoardShape, { strip, plate }: BoardData): [number, number] {
  if (shape === 'strip') return [Math.min(1, Math.max(THINNEST, strip)), 1];
  if (shape === 'plate') return [1, Math.min(1, Math.max(THINNEST, plate))];
  return [1, 1];
}
