/**
 * JSON as model folders hold it. Python's writer emits the bare words `Infinity`, `-Infinity` and
 * `NaN`, which the standard (and JSON.parse) refuse; Mamba-2's config.json really has one.
 */
import { CheckpointError } from './errors';

/** A JSON object whose members are not yet known. */
export type JsonObject = Record<string, unknown>;

/**
 * A whole string, or one of the bare words. Strings come first, so that a word inside a string is
 * swallowed with it. The lookbehind keeps `0.Infinity` from turning into a valid number.
 */
const TOKEN = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"?|(?<![\w.])(?:Infinity|NaN)\b/g;

/**
 * Parses JSON, and besides it bare `Infinity`, `-Infinity` and `NaN` outside of strings.
 * @throws SyntaxError, like JSON.parse.
 */
export function parseLooseJson(text: string): unknown {
  let nan = '';
  const strict = text.replace(TOKEN, (token) => {
    if (token.startsWith('"')) return token;
    // A literal beyond the largest double is legal JSON and is read as infinity, sign included.
    if (token === 'Infinity') return '1e999';
    // No legal number is read as NaN, so a marker stands for it until the text has been parsed.
    nan ||= unusedString(text);
    return JSON.stringify(nan);
  });
  if (nan === '') return JSON.parse(strict);
  return JSON.parse(strict, (_key, value: unknown) => (value === nan ? NaN : value));
}

/** A string that no string of `text` spells, with escapes undone. */
function unusedString(text: string): string {
  const used = new Set<unknown>();
  for (const [token] of text.matchAll(TOKEN)) {
    if (!token.startsWith('"')) continue;
    try {
      used.add(JSON.parse(token));
    } catch {
      // A broken string makes the whole text fail when it is parsed.
    }
  }
  let candidate = 'NaN';
  while (used.has(candidate)) candidate += '!';
  return candidate;
}

/**
 * The JSON object in a file's text; `what` names it in messages where it is only a part of the file.
 * @throws CheckpointError `corrupt` if the text is not JSON or not an object.
 */
export function parseJsonObject(text: string, file: string, what = file): JsonObject {
  let value: unknown;
  try {
    value = parseLooseJson(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CheckpointError(
      'corrupt',
      file,
      `${what} is not valid JSON (${reason.slice(0, 160)}). Download it again, or undo the last edit.`,
      { cause },
    );
  }
  if (!isObject(value)) {
    throw new CheckpointError(
      'corrupt',
      file,
      `${what} holds JSON, but not an object in braces. Download it again from where the model is published.`,
    );
  }
  return value;
}

/**
 * UTF-8 bytes as text; a byte order mark is dropped.
 * @throws CheckpointError `corrupt` if the bytes are not UTF-8.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new CheckpointError(
      'corrupt',
      file,
      `${file} is not text in UTF-8, so it is damaged or another kind of file. Download it again.`,
      { cause },
    );
  }
}

/** True for a JSON object: not null, not a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
