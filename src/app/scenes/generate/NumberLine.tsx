import { fixed } from '../../../viz/format';
import { Sym } from '../../../viz/Sym';
import type { numberAt } from './derive';

interface NumberLineProps {
  numbers: ReturnType<typeof numberAt>;
  /** Speak of the change from the last word instead of the value. */
  change: boolean;
}

/** One number of h: before → yours, or last word → this word. */
export function NumberLine({ numbers, change }: NumberLineProps) {
  const from = change ? numbers.previous : numbers.before;
  const yours = fixed(numbers.yours, 3);
  return (
    <span className="number-line">
      <Sym name="h" /> {from !== null && `${fixed(from, 3)} → `}
      <b className={numbers.before === null || change ? 'plain' : 'yours'}>{yours}</b>
    </span>
  );
}
