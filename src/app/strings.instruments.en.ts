import type { HoverWords } from '../viz/hover/HoverProvider';

/** What the shared instruments say themselves, in English. */
export const hoverWords: HoverWords = {
  equals: 'equals',
  plus: 'plus',
  minus: 'minus',
  times: 'times',
  was: 'was',
  unknown: 'not known yet',
  keys: 'Arrow keys move over the numbers. Enter holds on to one and shows what it came from; Escape lets go.',
  operands: 'What it came from',
};
