/** Counting the bytes that a dispatch asks of memory. */
import type { Dispatch } from '../queue';

export interface Bytes {
  read: number;
  written: number;
}

/** Bytes by binding; what is left out is none. */
export type Traffic = Readonly<Record<string, Partial<Bytes>>>;

/**
 * What one dispatch of a shader asks of storage buffers: every load and store that its threads do, with the width of
 * the element. What stays in registers or workgroup memory is counted once, when it is fetched; a cache may serve a
 * part of it, which no program can see.
 */
export type Declaration = (
  dispatch: Pick<Dispatch, 'constants' | 'params' | 'workgroups'>,
) => Traffic;

/** Bytes of a number, f32 or u32. */
export const WORD = 4;

export const reads = (numbers: number): Partial<Bytes> => ({ read: WORD * numbers });
export const writes = (numbers: number): Partial<Bytes> => ({ written: WORD * numbers });
export const both = (read: number, written: number): Bytes => ({
  read: WORD * read,
  written: WORD * written,
});

/** A parameter or constant by the name that the shader gives it. */
export function value(from: Readonly<Record<string, number | boolean>>, name: string): number {
  const found = from[name];
  if (found === undefined) throw new Error(`A dispatch without ${name}.`);
  return Number(found);
}

/** As params.ts writes it where a probe's plane is not asked for. */
const NOT_ASKED = 0xffffffff;

/** Numbers that a scan writes to its probe. `planes` are those that the shader knows, by the parameter's name. */
export function probed(
  params: Readonly<Record<string, number>>,
  planes: Readonly<Record<string, number>>,
): Partial<Bytes> {
  const asked = Object.entries(planes).filter(([name]) => value(params, name) !== NOT_ASKED);
  return writes(asked.reduce((sum, [, numbers]) => sum + numbers, 0));
}

/** `each` of the lengths of the pieces, `piece` but for the last, that a length is cut into; summed up. */
export function sumOverPieces(
  length: number,
  piece: number,
  each: (length: number) => number,
): number {
  const whole = Math.floor(length / piece);
  const rest = length % piece;
  return whole * each(piece) + (rest > 0 ? each(rest) : 0);
}

/** Numbers that a walk over `length` loads, if it loads `ahead` at a time and the last again past the end. */
export const loadedAhead = (length: number, ahead: number): number =>
  ahead * Math.ceil(length / ahead);

/** Pairs j ≤ i of n. */
export const triangle = (n: number): number => (n * (n + 1)) / 2;
