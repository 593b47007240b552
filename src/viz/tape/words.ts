/** How a token looks on the tape, before anything is measured. */

export interface Word {
  /** What is written: the token without its leading space. */
  text: string;
  /**
   * `break` is a newline, `joint` a token that leaves a character open for a later one, `part` bytes that are no
   * character by themselves (as a candidate may be), `end` the end of the text.
   */
  kind: 'word' | 'break' | 'space' | 'joint' | 'part' | 'end';
  /** True if a space stands before it, which becomes the left padding of its column. */
  leads: boolean;
}

/** How the usual tokenizers spell the end of a text; nobody should have to read that. */
const END_OF_TEXT = /<\|(?:endoftext|end_of_text)\|>|<\/s>|<eos>|\[EOS\]/g;
const IS_END = new RegExp(`^(?:${END_OF_TEXT.source})$`);

/** The sign for the end of a text. */
export const END = '∎';

/** Text with a sign in place of the spelling of its end. */
export const withEndSign = (text: string): string => text.replace(END_OF_TEXT, ` ${END} `);

/** Turns a token's text into a word of the tape. */
export function toWord(token: string): Word {
  if (token === '') return { text: '·', kind: 'joint', leads: false };
  const bare = token.trim();
  if (bare === '') {
    const breaks = token.split('\n').length - 1;
    if (breaks > 0) return { text: '⏎'.repeat(Math.min(breaks, 2)), kind: 'break', leads: false };
    return { text: '␣', kind: 'space', leads: false };
  }
  const leads = /^\s/.test(token);
  if (IS_END.test(bare)) return { text: END, kind: 'end', leads: true };
  if (/^\ufffd+$/.test(bare)) return { text: '\ufffd', kind: 'part', leads };
  return { text: bare.replace(/\s+/g, ' '), kind: 'word', leads };
}

/** Scripts that divide words by spaces. */
const LETTER = '[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{N}]';
const BEGINS = new RegExp(`^${LETTER}`, 'u');
const ENDS = new RegExp(`${LETTER}$`, 'u');

/** True if a candidate would go on inside the word that stands there, as “-er” does. */
export const joinsOn = (token: string, last: string): boolean =>
  BEGINS.test(token) && ENDS.test(last);
