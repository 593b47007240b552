import type { Candidate } from '../../../engine/types';
import { toWord } from '../../../viz/tape/words';
import type { MomentPair } from '../../store/state';

/** A candidate for the next word, in both runs. */
export interface NextRow {
  id: number;
  word: string;
  yours: number;
  /** Null while nothing is turned, and where the untouched model's chance is not among those known. */
  before: number | null;
}

/** The likeliest next words: the untouched model's first two always, the rest yours; sorted by the untouched run. */
export function nextRows({ yours, before }: MomentPair, most: number): NextRow[] {
  const all = new Map<number, Candidate>();
  const known = (list: readonly Candidate[] | undefined, id: number) =>
    list?.find((c) => c.id === id);
  const add = (c: Candidate) => {
    if (all.size < most && known(yours.next.top, c.id)) all.set(c.id, c);
  };
  before?.next.top.slice(0, 2).forEach(add);
  yours.next.top.forEach(add);
  return [...all.values()]
    .map((c) => ({
      id: c.id,
      word: toWord(c.text).text,
      yours: known(yours.next.top, c.id)?.p ?? 0,
      before: known(before?.next.top, c.id)?.p ?? null,
    }))
    .toSorted((a, b) => (b.before ?? b.yours) - (a.before ?? a.yours) || b.yours - a.yours);
}
