import type { Word } from './words';

/** A column of every figure: it reaches from the middle of one space to the middle of the next. */
export interface Column {
  token: number;
  word: Word;
  x: number;
  width: number;
  /** Where the word itself stands. */
  textX: number;
  textWidth: number;
  /** Where a word narrower than its column leans: towards the word it is joined to. */
  lean: 'start' | 'center' | 'end';
  /** Middle of the word: stems and bars stand here. */
  centre: number;
}

/** A word and its measured width in px. */
export interface MeasuredWord extends Word {
  width: number;
}

/** Half a natural space, and the hair between two joined tokens. */
const HALF_SPACE = 2.6;
const HAIR = 0.5;
/** A comma's column is still wide enough to see and to hit. */
export const MIN_WIDTH = 9;
/** Gaps stretch at most this far on either side; a short text keeps its right edge instead. */
const MAX_STRETCH = 6;

/** Width a token takes before stretching, with the padding towards the token after it. */
export function naturalWidth(word: MeasuredWord, next: MeasuredWord | undefined, first: boolean) {
  const left = word.leads && !first ? HALF_SPACE : HAIR;
  return left + Math.max(word.width, MIN_WIDTH) + (next?.leads ? HALF_SPACE : HAIR);
}

/**
 * Lays tokens `from … to` into [x0, x0 + room]. Spare width widens the gaps between words, never the
 * joints inside one; what is still left stays empty on the left, so that the last word always ends
 * where the next one will stand.
 */
export function layColumns(
  words: readonly MeasuredWord[],
  from: number,
  to: number,
  x0: number,
  room: number,
): Column[] {
  const spaceBefore = (t: number) => t > from && t <= to && words[t].leads;
  let natural = 0;
  let gaps = 0;
  for (let t = from; t <= to; t++) {
    natural += naturalWidth(words[t], t < to ? words[t + 1] : undefined, t === from);
    if (spaceBefore(t)) gaps++;
  }
  const spare = Math.max(0, room - natural);
  const stretch = gaps ? Math.min(MAX_STRETCH, spare / gaps / 2) : 0;
  let x = x0 + spare - stretch * gaps * 2;
  const columns: Column[] = [];
  for (let t = from; t <= to; t++) {
    const word = words[t];
    const textWidth = Math.max(word.width, MIN_WIDTH);
    const left = spaceBefore(t) ? HALF_SPACE + stretch : HAIR;
    const right = spaceBefore(t + 1) ? HALF_SPACE + stretch : HAIR;
    const width = left + textWidth + right;
    const textX = x + left;
    const lean = leaning(word, spaceBefore(t), spaceBefore(t + 1));
    const centre = textX + textWidth / 2;
    columns.push({ token: t, word, x, width, textX, textWidth, lean, centre });
    x += width;
  }
  return columns;
}

/** A comma leans on the word before it, an opening quote on the word after it. */
function leaning(word: MeasuredWord, before: boolean, after: boolean): Column['lean'] {
  if (word.width >= MIN_WIDTH || word.kind !== 'word' || before === after) return 'center';
  return before ? 'end' : 'start';
}

/** The column under a point, or undefined outside the tape. */
export const columnAt = (columns: readonly Column[], x: number): Column | undefined =>
  columns.find((c) => x >= c.x && x < c.x + c.width);
