import { fixed } from '../../../viz/format';
import type { Pair } from './numbers';

/** A number; while something is turned what it was, too: 0.31 → 0.12. */
export function PairText({ pair, digits = 3 }: { pair: Pair; digits?: number }) {
  const { yours, before } = pair;
  // One more for a small step size, which is all that it has.
  const written = (v: number) => fixed(v, Math.abs(v) < 0.01 ? digits + 1 : digits);
  const now = yours === null ? '·' : written(yours);
  const was = before === null ? null : written(before);
  if (was === null || was === now) return <b>{now}</b>;
  return (
    <>
      <span className="was">{was} → </span>
      <b className="yours">{now}</b>
    </>
  );
}
