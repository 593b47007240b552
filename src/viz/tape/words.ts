/** How a token looks on the tape, before anything is measured. */

export interface Word {
  /** What is written: the token without its leading space. */
  text: string;
  /** `break` is a newline, `joint` a part of a character that a later token completes. */
  kind: 'word' | 'break' | 'space' | 'joint';
  /** True if a space stands before it, which becomes the left padding of its column. */
  leads: boolean;
}

/** Turns a token's text into a word of the tape. */
export function toWord(token: string): Word {
  if (token === '') return { text: '·', kind: 'joint', leads: false };
  const bare = token.trim();
  if (bare === '') {
    const breaks = token.split('\n').length - 1;
    if (breaks > 0) return { text: '⏎'.repeat(Math.min(breaks, 2)), kind: 'break', leads: false };
    return { text: '␣', kind: 'space', leads: false };
  }
  return { text: bare.replace(/\s+/g, ' '), kind: 'word', leads: /^\s/.test(token) };
}
