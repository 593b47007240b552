/** The tensors that each part shows, for the selected token. */
import type { ProbeName } from '../../../engine/types';
import type { HeatScale } from '../../../viz/heat/scale';
import type { SymbolName } from '../../../viz/Sym';
import { one, projectedAt, rms, workedRow, type Numbers, type Pair, type Rows } from './numbers';
import type { PartId } from './parts';
import { stateScale, usual } from './scales';

/** What a tensor's columns are: channels (slow to quick), heads, or dimensions in their own order. */
export type Columns = 'channels' | 'heads' | 'model' | 'states';

export interface TensorView {
  /** Unique in the scene, and a key of the words: what it is. */
  id: string;
  tex: string;
  symbol?: SymbolName;
  numbers: Rows;
  columns: Columns;
  /** Numbers under one another in each column: N of the state, else 1. */
  rows: number;
  /** How many columns. */
  count: number;
  /** Width as a share of E columns. */
  share: number;
  /** In the papers' letters, and in numbers. */
  shape: { letters: string; numbers: string };
  scale: HeatScale;
}

/** A part's tensors, line by line. */
export type Lines = readonly (readonly TensorView[])[];

/** Half of the width of E channels for what has far fewer columns, so that its numbers can be seen. */
const SMALL_SHARE = 0.24;

const slice = (rows: Rows, first: number, width: number): Rows =>
  workedRow([rows], (row) => row.subarray(first, first + width));

const zip = (a: Rows, b: Rows, f: (x: number, y: number) => number): Rows =>
  workedRow([a, b], (x, y) => x.map((v, i) => f(v, y[i])));

/** The gate's product before Mamba-2's second norm: y ⊙ SiLU(z). */
export const gated = (n: Numbers): Rows =>
  zip(n.row('layer.ssmOut'), n.row('layer.gate'), (y, g) => y * g);

/** The residual stream after the layer. */
export const residualAfter = (n: Numbers): Rows =>
  zip(n.row('residual'), n.row('layer.out'), (r, o) => r + o);

/** The root mean square that Mamba-2's second norm divides by. */
export const gatedRms = (n: Numbers): Pair => {
  const rows = gated(n);
  return { yours: rows.yours && rms(rows.yours), before: rows.before && rms(rows.before) };
};

/** A tensor's shape over L tokens, in the papers' letters and in numbers. */
const shapeOf =
  (L: number) =>
  (letters: string, ...numbers: number[]) => ({
    letters: `(L, ${letters})`,
    numbers: `(${[L, ...numbers].join(', ')})`,
  });

/** The state, the one tensor that comes with the moment: a little later than all others. */
export function stateOf(n: Numbers): TensorView {
  const { dInner: E, dState: N, heads, kind } = n.model;
  const s4 = kind === 'S4D';
  const numbers = n.h('now');
  const shape = shapeOf(n.length);
  return {
    id: 'h',
    tex: 'h_t',
    symbol: 'h',
    numbers,
    columns: 'channels',
    share: 1,
    count: E,
    rows: s4 ? 2 * N : N,
    scale: stateScale(n, numbers),
    shape: heads
      ? shape('H, P, N', heads.nHeads, heads.headDim, N)
      : shape(s4 ? 'E, 2N' : 'E, N', E, s4 ? 2 * N : N),
  };
}

/** All tensors of all parts of a model, at the selected token. */
export function tensorsOf(n: Numbers): Record<PartId, Lines> {
  const { model, length: L } = n;
  const { dModel: D, dInner: E, dState: N, heads, dtRank } = model;
  const at = projectedAt(model);
  const G = heads?.nGroups ?? 1;
  const U = heads?.nHeads ?? E;
  const shape = shapeOf(L);
  const signed = (name: ProbeName, first = 0, width = 0): HeatScale => ({
    kind: 'signed',
    max: usual(n, name, first, width),
  });
  const wide = (
    id: string,
    tex: string,
    symbol: SymbolName | undefined,
    numbers: Rows,
    scale: HeatScale,
  ): TensorView => ({
    id,
    tex,
    symbol,
    numbers,
    scale,
    rows: 1,
    count: E,
    share: 1,
    columns: 'channels',
    shape: shape('E', E),
  });
  const ofModel = (
    id: string,
    tex: string,
    name: ProbeName,
    numbers = n.row(name),
  ): TensorView => ({
    id,
    tex,
    numbers,
    scale: signed(name, 0, D),
    rows: 1,
    count: D,
    columns: 'model',
    share: D / E,
    shape: shape('D', D),
  });
  const shared = (
    id: string,
    letter: 'B' | 'C',
    numbers: Rows,
    scale: HeatScale,
    tex: string = letter,
  ): TensorView => ({
    id,
    tex,
    symbol: letter,
    numbers,
    scale,
    rows: 1,
    count: G * N,
    columns: 'states',
    share: SMALL_SHARE,
    shape: G > 1 ? shape('G N', G, N) : shape('N', N),
  });
  const inProj = n.row('layer.inProj');
  const conv = n.row('layer.conv');
  const of = (rows: Rows, first: number, width: number, name: ProbeName) =>
    [slice(rows, first, width), signed(name, first, width)] as const;
  const z = wide('z', 'z', 'z', ...of(inProj, at.z, E, 'layer.inProj'));
  const x = wide('xIn', 'x', 'x', ...of(inProj, at.x, E, 'layer.inProj'));
  const B = shared('B', 'B', n.row('layer.B'), signed('layer.B', 0, G * N), 'B_t');
  const C = shared('C', 'C', n.row('layer.C'), signed('layer.C', 0, G * N), 'C_t');
  const inShared = (['B', 'C'] as const).map((letter) =>
    shared(`${letter}In`, letter, ...of(inProj, at[letter], G * N, 'layer.inProj')),
  );
  const convShared = (['B', 'C'] as const).map((letter, i) =>
    shared(`${letter}Conv`, letter, ...of(conv, E + i * G * N, G * N, 'layer.conv')),
  );
  const dt: TensorView = {
    id: 'dt',
    tex: '\\Delta',
    symbol: 'Delta',
    rows: 1,
    count: U,
    columns: 'heads',
    numbers: n.row('layer.dt'),
    scale: signed('layer.dt', 0, U),
    share: SMALL_SHARE,
    shape: shape('H', U),
  };
  const delta: TensorView = {
    id: 'delta',
    tex: '\\Delta_t',
    symbol: 'Delta',
    rows: 1,
    count: U,
    share: 1,
    columns: heads ? 'heads' : 'channels',
    numbers: n.row('layer.delta'),
    scale: { kind: 'magnitude', max: usual(n, 'layer.delta', 0, U) },
    shape: heads ? shape('H', U) : shape('E', E),
  };
  const y = wide('y', 'y_t', 'y', n.row('layer.ssmOut'), signed('layer.ssmOut', 0, E));
  const gate = wide(
    'gate',
    '\\operatorname{SiLU}(z)',
    'z',
    n.row('layer.gate'),
    signed('layer.gate', 0, E),
  );
  const product = heads
    ? wide('product', 'y \\odot \\operatorname{SiLU}(z)', 'y', gated(n), {
        ...y.scale,
      })
    : wide(
        'product',
        'y \\odot \\operatorname{SiLU}(z)',
        'y',
        n.row('layer.y'),
        signed('layer.y', 0, E),
      );
  return {
    residual: [[ofModel('residual', 'r', 'residual')]],
    norm: [[ofModel('norm', '\\hat r', 'layer.norm')]],
    inProj: [[x], [z], ...(heads ? [[...inShared, dt]] : [])],
    conv: [
      [wide('conv', 'c', 'x', ...of(conv, 0, E, 'layer.conv'))],
      ...(heads ? [convShared] : []),
    ],
    silu: [
      [wide('x', 'x_t', 'x', n.row('layer.x'), signed('layer.x', 0, E))],
      ...(heads ? [[B, C]] : []),
    ],
    xProj: dtRank === null || heads ? [] : [[B, C]],
    delta: [[delta]],
    scan: [[stateOf(n)]],
    skip: [[y]],
    gate: [[gate], [product]],
    gatedNorm: heads
      ? [[wide('y2', '\\hat y', 'y', n.row('layer.y'), signed('layer.y', 0, E))]]
      : [],
    outProj: [[ofModel('out', 'o', 'layer.out')]],
    add: [[ofModel('after', "r'", 'residual', residualAfter(n))]],
  };
}

/** The column of a tensor that stands for a channel, or for a dimension of the residual stream, or for a state. */
export function chosenColumn(
  { columns }: Pick<TensorView, 'columns'>,
  place: { channel: number; unit: number; dimension: number; state: number; group: number },
): number {
  if (columns === 'channels') return place.channel;
  if (columns === 'heads') return place.unit;
  if (columns === 'model') return place.dimension;
  return place.group + place.state;
}

/** One number of a tensor. */
export const numberOf = ({ numbers, rows }: TensorView, column: number, row = 0): Pair =>
  one(numbers, column * rows + row);

/** Least and greatest number of a row. */
export function rangeOf(values: Float32Array | null): { least: number; most: number } | null {
  if (!values?.length) return null;
  let [least, most] = [Infinity, -Infinity];
  for (const v of values) {
    if (v < least) least = v;
    if (v > most) most = v;
  }
  return { least, most };
}
