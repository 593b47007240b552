/** A real run kept in two files, so that a page can show it before the model is there. */
import { floatToHalf, halfToFloat } from './half';
import type { Distribution, Intervention, ModelInfo, Moment, Sampling, TokenRecord } from './types';

/** Everything but the large arrays, as JSON. */
export interface RecordedRun {
  model: Omit<ModelInfo, 'halfLife'>;
  prompt: string;
  sampling: Sampling;
  intervention: Intervention;
  tokens: TokenRecord[];
  ended: boolean;
  /** After the last token. */
  next: Distribution;
}

/**
 * The large arrays as half floats, one after the other: half-lives, (nLayers, E); h after the last token and h
 * before it, (nLayers, E, N) each.
 */
export function packRecordedState(halfLife: Float32Array[], moment: Moment): Uint8Array {
  const all = [...halfLife, ...moment.h, ...moment.hPrevious];
  const bits = new Uint16Array(all.reduce((sum, values) => sum + values.length, 0));
  let offset = 0;
  for (const values of all) {
    values.forEach((value, i) => (bits[offset + i] = floatToHalf(value)));
    offset += values.length;
  }
  return new Uint8Array(bits.buffer);
}

/** Undoes `packRecordedState`. Throws RangeError if the bytes are not those of this run. */
export function unpackRecordedState(
  run: RecordedRun,
  bytes: ArrayBuffer,
): { halfLife: Float32Array[]; moment: Moment } {
  const { nLayers, dInner: E, dState: N } = run.model;
  const bits = new Uint16Array(bytes);
  if (bits.length !== nLayers * E * (1 + 2 * N)) throw new RangeError('Not the state of this run.');
  let offset = 0;
  const take = (length: number): Float32Array[] =>
    Array.from({ length: nLayers }, () => {
      const values = Float32Array.from(bits.subarray(offset, offset + length), halfToFloat);
      offset += length;
      return values;
    });
  const halfLife = take(E);
  const h = take(E * N);
  const hPrevious = take(E * N);
  return { halfLife, moment: { token: run.tokens.length - 1, next: run.next, h, hPrevious } };
}
