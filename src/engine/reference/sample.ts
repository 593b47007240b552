import type { SampleArgs } from '../ops';
import { sampleToken } from '../sampling';
import { dataOf, wordsOf } from './tensor';

/** Draws the next token and adds it to the list. */
export function sample({ logits, sampling, position, ids }: SampleArgs): void {
  const words = wordsOf(ids); // (1 + capacity): how many | tokens
  const drawn = words[0]!;
  words[1 + drawn] = sampleToken(dataOf(logits), sampling, position + drawn);
  words[0] = drawn + 1;
}
