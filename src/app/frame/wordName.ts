import { toWord } from '../../viz/tape/words';
import type { Strings } from '../strings.en';

/** A token in words, for sentences: “ball”, “new line”, “part of a character …”. */
export function wordName(token: string, { tape }: Strings): string {
  const word = toWord(token);
  if (word.kind === 'break') return tape.lineBreak;
  if (word.kind === 'joint') return tape.joint;
  if (word.kind === 'part') return tape.part;
  if (word.kind === 'end') return tape.end;
  return word.kind === 'space' ? tape.space : word.text;
}

/** The same for ears: screen readers pass over marks in the middle of a sentence, so these are named. */
export function spokenName(token: string, text: Strings): string {
  const name = wordName(token, text);
  const { marks } = text.tape;
  const named = [...name].map((sign) => marks[sign]);
  // All marks or none: “can't” is read as it is.
  return named.every((mark) => mark !== undefined) ? named.join(', ') : name;
}
