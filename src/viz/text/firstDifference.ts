/** Index of the first token in which two texts differ, or null if one is the beginning of the other. */
export function firstDifference(a: readonly { id: number }[], b: readonly { id: number }[]) {
  const shared = Math.min(a.length, b.length);
  for (let t = 0; t < shared; t++) if (a[t].id !== b[t].id) return t;
  return null;
}
