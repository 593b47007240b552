/**
 * The line, counted from 1, on which a piece of code stands. Scenes name lines by what is written there, never
 * by number; a test of the scene calls this on the real file, and fails when the code has moved on.
 * @throws RangeError if the piece is not there, or there more than once.
 */
export function lineOf(source: string, fragment: string): number {
  const at = source.indexOf(fragment);
  if (at < 0) throw new RangeError(`The code has no “${fragment}”.`);
  if (source.includes(fragment, at + 1))
    throw new RangeError(`The code has “${fragment}” more than once.`);
  return source.slice(0, at).split('\n').length;
}
