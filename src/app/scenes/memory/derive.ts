/** Sizes → what the scene shows. Everything here is counted from shapes. */
import type { BoardData, BoardShape, BoardTensor, BoardTile } from '../../../viz/memory/board';
import type { SymbolName } from '../../../viz/Sym';
import type { AppState } from '../../store/state';
import type { LiveValue } from '../scene';
import { A100, leastSeconds } from './devices';
import { keptBytes, kernelsOf, totals, type Pass, type Totals, type Way } from './kernels';
import { presetSizes } from './presets';
import { bytesOf, numbersOf, TENSORS, type Sizes, type TensorName } from './sizes';
import { madeAt, type Step } from './steps';

/** How a tensor stands on the board. What is left out is too small to be seen: it is counted all the same. */
const DRAWN: Readonly<Partial<Record<TensorName, readonly [SymbolName, letter: string]>>> = {
  Delta: ['Delta', 'Δ'],
  x: ['x', 'x'],
  z: ['z', 'z'],
  B: ['B', 'B'],
  C: ['C', 'C'],
  A: ['A', 'A'],
  Abar: ['A', 'Ā'],
  Bx: ['B', 'B̄x'],
  h: ['h', 'h'],
  y: ['y', 'y'],
  dy: ['y', 'dy'],
  dh: ['h', 'dh'],
  dAbar: ['A', 'dĀ'],
  dBx: ['B', 'dB̄x'],
  dDelta: ['Delta', 'dΔ'],
  dx: ['x', 'dx'],
  dz: ['z', 'dz'],
  dB: ['B', 'dB'],
  dC: ['C', 'dC'],
  dA: ['A', 'dA'],
};

export const letterOf = (name: TensorName): string => DRAWN[name]?.[1] ?? name;
export const symbolOf = (name: TensorName): SymbolName | null => DRAWN[name]?.[0] ?? null;

const SHAPES: Readonly<Record<string, BoardShape>> = {
  LE: 'sheet',
  LN: 'strip',
  EN: 'plate',
  LEN: 'block',
};

/** What stands on each shelf of HBM, from the top down. */
const SHELVES: Readonly<Record<Pass, readonly (readonly TensorName[])[]>> = {
  forward: [
    ['Abar', 'Bx', 'h'],
    ['Delta', 'x', 'z', 'B', 'C', 'A', 'y'],
  ],
  training: [
    ['Abar', 'Bx', 'h', 'dh', 'dAbar', 'dBx'],
    ['Delta', 'x', 'z', 'B', 'C', 'A', 'y'],
    ['dDelta', 'dx', 'dz', 'dB', 'dC', 'dA', 'dy'],
  ],
};

const isDrawn = (name: TensorName): boolean => DRAWN[name] !== undefined;
const shapeOf = (name: TensorName): BoardShape => SHAPES[TENSORS[name].axes]!;

/** Tensors that a way never makes, though the other one does. */
export function neverMade(way: Way, pass: Pass): ReadonlySet<TensorName> {
  const touched = new Set(kernelsOf(way, pass).flatMap((k) => k.reads.concat(k.writes)));
  return new Set(SHELVES[pass].flat().filter((name) => !touched.has(name)));
}

/** The board at a step. */
export function boardOf(
  way: Way,
  pass: Pass,
  sizes: Sizes,
  steps: readonly Step[],
  index: number,
  write: (bytes: number) => string,
  notMade: string,
): BoardData {
  const step = steps[index]!;
  const { kernel, piece, pieces, phase } = step;
  const moving = phase === 'load' ? kernel.reads : phase === 'store' ? kernel.writes : [];
  const never = neverMade(way, pass);
  const tensor = (name: TensorName): BoardTensor => {
    const [symbol, letter] = DRAWN[name]!;
    return {
      id: name,
      symbol,
      letter,
      shape: shapeOf(name),
      made: never.has(name) ? 0 : madeAt(steps, index, name),
      fromEnd: steps.some((s) => s.kernel.backward && s.kernel.writes.includes(name)),
      lit: moving.includes(name),
      axes: `(${TENSORS[name].axes.split('').join(', ')})`,
      note: never.has(name) ? notMade : write(bytesOf(name, sizes)),
      exists: !never.has(name),
    };
  };
  const tile = (
    name: TensorName,
    direction: 'in' | 'out',
    place: BoardTile['place'],
  ): BoardTile => {
    const [symbol, letter] = DRAWN[name]!;
    return { id: name, symbol, letter, shape: shapeOf(name), way: direction, place };
  };
  const tiles =
    phase === 'load'
      ? kernel.reads.filter(isDrawn).map((name) => tile(name, 'in', 'bridge'))
      : phase === 'store'
        ? kernel.writes.filter(isDrawn).map((name) => tile(name, 'out', 'bridge'))
        : [...kernel.reads, ...kernel.writes]
            .filter(isDrawn)
            .map((name) => tile(name, kernel.reads.includes(name) ? 'in' : 'out', 'sram'));
  // The state of a tile stays in SRAM from its first token to its last.
  if (kernel.reads.includes('h0'))
    tiles.push({ ...tile('h', 'in', 'sram'), id: 'state', stays: true });
  return {
    shelves: SHELVES[pass].map((names) => names.map(tensor)),
    tiles,
    layers: sizes.N,
    strip: sizes.N / sizes.E,
    plate: sizes.N / sizes.L,
    pieces,
    piece: kernel.backward ? pieces - 1 - piece : piece,
    ways: { hbm: A100.hbm, sram: A100.sram },
    busy: phase === 'compute',
  };
}

/** Both ways beside each other. */
export interface Comparison {
  unfused: Totals;
  fused: Totals;
  /** How many times as many bytes cross unfused. */
  ratio: number;
}

export function compare(pass: Pass, sizes: Sizes): Comparison {
  const unfused = totals('unfused', pass, sizes);
  const fused = totals('fused', pass, sizes);
  return { unfused, fused, ratio: unfused.bytes / fused.bytes };
}

/** The loaded model at 2,048 tokens, for the numbers in the prose. */
const own = ({ model }: Pick<AppState, 'model'>): Sizes => presetSizes('model', model, 0);

const of =
  (value: (sizes: Sizes) => number): LiveValue =>
  (state) =>
    value(own(state));

const mega = (bytes: number): number => bytes / 1e6;

export const live: Readonly<Record<string, LiveValue>> = {
  L: of(({ L }) => L),
  E: of(({ E }) => E),
  N: of(({ N }) => N),
  sheetMB: of((s) => mega(bytesOf('x', s))),
  blockMB: of((s) => mega(bytesOf('h', s))),
  unfusedMB: of((s) => mega(compare('forward', s).unfused.bytes)),
  fusedMB: of((s) => mega(compare('forward', s).fused.bytes)),
  ratio: of((s) => compare('forward', s).ratio),
  ops: of((s) => compare('forward', s).fused.ops / 1e6),
  unfusedIntensity: of((s) => compare('forward', s).unfused.intensity),
  fusedIntensity: of((s) => compare('forward', s).fused.intensity),
  keptStored: of((s) =>
    mega(keptBytes('unfused', s).inputs + keptBytes('unfused', s).intermediate),
  ),
  keptRecomputed: of((s) => mega(keptBytes('fused', s).inputs)),
  moreOps: of((s) => totals('fused', 'training', s).ops / totals('unfused', 'training', s).ops - 1),
  trainingRatio: of((s) => compare('training', s).ratio),
  limit: of(({ N }) => (6 * N + 5) / 4),
  unfusedMicroseconds: of((s) => 1e6 * least('unfused', s)),
  fusedMicroseconds: of((s) => 1e6 * least('fused', s)),
  chunkShare: of((s) => numbersOf('h', s) / numbersOf('x', s)),
};

/** Seconds that the forward pass takes at least on the quoted A100. */
function least(way: Way, sizes: Sizes): number {
  const { bytes, ops } = totals(way, 'forward', sizes);
  return leastSeconds(bytes, ops, A100);
}
