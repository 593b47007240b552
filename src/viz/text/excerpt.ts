/** Tokens of the prompt shown before the model's own words, so that they can be read on from. */
export const LEAD_IN = 6;

/** True if a sentence or a line ends with this token. */
const ends = (token: string): boolean => /[.!?。！？\n]["”’)]*\s*$/.test(token);

/**
 * First token of the part of a text to show in `room` characters: all of it, else from a few words
 * before `anchor` (where the model's words begin, or where two texts part), else from the first
 * sentence that leaves the rest enough room. Whole sentences go, so that lines do not creep while the
 * text is being written.
 */
export function excerptStart(tokens: readonly string[], anchor: number, room: number): number {
  // A newline is written as an arrow between spaces.
  const lengths = tokens.map((t) => t.length + (t.includes('\n') ? 2 : 0));
  let left = lengths.reduce((sum, n) => sum + n, 0);
  if (left <= room) return 0;
  const start = Math.max(0, anchor - LEAD_IN);
  let from = 0;
  while (from < tokens.length - 1 && (from < start || left > room)) left -= lengths[from++];
  if (from === start) return from;
  const sentence = tokens.findIndex((_, i) => i > from && ends(tokens[i - 1]));
  return sentence < 0 ? from : sentence;
}
