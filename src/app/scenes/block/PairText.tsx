import { fixed } from '../../../viz/format';
import type { Pair } from './numbers';

/** A number; while something is turned what it was, too: 0.31 → 0.12. */
export function PairText({ pair, digits = 3 }: { pair: Pair; digits?: number }) {
  const { yours, before } = pair;
  const now = yours === null ? '·' : fixed(yours, digits);
  const was = before === null ? null : fixed(before, digits);
  if (was === null || was === now) return <b>{now}</b>;
  return (
    <>
      <span className="was">{was} → </span>
      <b className="yours">{now}</b>
    </>
  );
}
