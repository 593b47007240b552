import { useEffect, useRef, type RefObject } from 'react';
import { useApp } from '../../store/store';

/** Ms for one half of a line, and between one part and the next. */
const RUN_MS = 110;
const NEXT_MS = 21;
const LOWER_MS = 30;

const KEYFRAMES = [
  { top: '0', visibility: 'visible' },
  { top: '100%', visibility: 'visible' },
];

/** Data runs along the lines once for each single step, part after part; what is scrubbed over does not run. */
export function useRunningData(list: RefObject<HTMLElement | null>): void {
  const token = useApp((s) => s.cursor.token);
  const last = useRef(token);
  useEffect(() => {
    if (last.current === token) return;
    last.current = token;
    if ('scrubbing' in document.documentElement.dataset) return;
    [...(list.current?.children ?? [])].forEach((part, index) => {
      for (const dot of part.querySelectorAll<HTMLElement>('.wire i')) {
        const isLower = dot.parentElement?.classList.contains('lower');
        const delay = index * NEXT_MS + (isLower ? LOWER_MS : 0);
        dot.animate(KEYFRAMES, { duration: RUN_MS, delay });
      }
    });
  }, [token, list]);
}
