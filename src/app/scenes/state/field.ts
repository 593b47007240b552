/** What the field and its flat twin draw: the same numbers, rows and columns for both. */
import type { Moment } from '../../../engine/types';
import type { FieldData } from '../../../viz/field/cells';
import { spreadWith } from './derive';
import { replayOne, type LayerRun } from './layer';

/** Most channels drawn side by side, and most of them in three dimensions through time: more cannot be told apart. */
const MOST_CHANNELS = 512;
const MOST_THROUGH_TIME = 128;
export interface LayerPicture extends FieldData {
  /** Channels drawn, from slow to quick: of the columns at one word, of the rows through time. */
  channels: readonly number[];
  /** How many there are. */
  all: number;
}

/** The layer's state after one word, channels × N: channels from slow to quick. S4D: real parts. */
export function atMoment(
  h: Float32Array,
  run: LayerRun,
  order: Uint16Array,
  channel: number,
): LayerPicture {
  const { dInner: E, dState: N } = run.model;
  const width = h.length / E;
  const channels = spreadWith(order, MOST_CHANNELS, channel);
  return {
    columns: channels.length,
    rows: N,
    value: (n, i) => h[channels[i] * width + n],
    channels,
    all: E,
  };
}

/** Of Mamba-2 one head, its P channels × N: the whole layer has too many numbers to stand side by side. */
export function headAtMoment(h: Float32Array, run: LayerRun, channel: number): LayerPicture {
  const { dState: N, heads } = run.model;
  const P = heads?.headDim ?? 1;
  const first = Math.floor(channel / P) * P;
  const channels = Array.from({ length: P }, (_, i) => first + i);
  return { columns: P, rows: N, value: (n, i) => h[channels[i] * N + n], channels, all: P };
}

/** One number n of channels from slow to quick (rows) at each of the given tokens (columns). */
export function throughTime(
  run: LayerRun,
  order: Uint16Array,
  n: number,
  tokens: readonly number[],
  channel: number,
): LayerPicture | null {
  const channels = spreadWith(order, MOST_THROUGH_TIME, channel);
  const values = replayOne(run, channels, n);
  if (!values) return null;
  return {
    columns: tokens.length,
    rows: channels.length,
    value: (row, i) => values[row * run.rows + tokens[i]],
    channels,
    all: order.length,
  };
}

/** The largest and the least number of a picture. */
export function ends({ columns, rows, value }: FieldData): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (let c = 0; c < columns; c++)
    for (let r = 0; r < rows; r++) {
      const v = value(r, c);
      if (v < least) least = v;
      if (v > most) most = v;
    }
  return { least, most };
}

/** A layer's state of the moment, if the moment is the word's. */
export const momentOf = (moment: Moment | undefined, token: number, layer: number) =>
  moment?.token === token ? moment.h[layer] : null;
