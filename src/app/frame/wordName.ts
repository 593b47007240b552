import { toWord } from '../../viz/tape/words';
import type { Strings } from '../strings.en';

/** A token in words, for sentences and screen readers: “ball”, “new line”, “part of a character …”. */
export function wordName(token: string, { tape }: Strings): string {
  const word = toWord(token);
  if (word.kind === 'break') return tape.lineBreak;
  if (word.kind === 'joint') return tape.joint;
  return word.kind === 'space' ? tape.space : word.text;
}
