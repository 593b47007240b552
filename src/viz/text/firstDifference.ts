import { diffArrays } from 'diff';

/** Index of the first token in which two texts differ, or null if one is the beginning of the other. */
export function firstDifference(a: readonly { id: number }[], b: readonly { id: number }[]) {
  const shared = Math.min(a.length, b.length);
  for (let t = 0; t < shared; t++) if (a[t].id !== b[t].id) return t;
  return null;
}

/**
 * The tokens of each text that the other does not have at that place: what is not in their longest common subsequence
 * (Myers' diff, by the library `diff`). Where one text has only been written further, what is more does not differ.
 */
export function differences(
  a: readonly { id: number }[],
  b: readonly { id: number }[],
): { a: ReadonlySet<number>; b: ReadonlySet<number> } {
  const only = { a: new Set<number>(), b: new Set<number>() };
  const first = firstDifference(a, b);
  if (first === null) return only;
  const rest = [a, b].map((text) => text.slice(first).map(({ id }) => id));
  const at = { a: first, b: first };
  for (const { added, removed, count } of diffArrays(rest[0], rest[1])) {
    for (let i = 0; i < count; i++) {
      if (!added) at.a++;
      if (!removed) at.b++;
      if (removed) only.a.add(at.a - 1);
      if (added) only.b.add(at.b - 1);
    }
  }
  return only;
}
