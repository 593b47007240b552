import { useEffect, useState, type RefObject } from 'react';

/** As LOOK has it, everything half as large again; less where that would not fit. */
const MOST = 1.5;

/** One element, so many px wide, on the whole screen, and back; Escape leaves, as browsers have it. */
export function useFullScreen(box: RefObject<HTMLElement | null>, width: number) {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const update = () => {
      const on = document.fullscreenElement !== null && document.fullscreenElement === box.current;
      const zoom = Math.max(1, Math.min(MOST, screen.width / width));
      box.current?.style.setProperty('zoom', on ? zoom.toFixed(3) : '');
      setFull(on);
    };
    document.addEventListener('fullscreenchange', update);
    return () => document.removeEventListener('fullscreenchange', update);
  }, [box, width]);
  const toggle = () => {
    // A browser may refuse; then nothing changes, and nothing needs saying.
    const change = full ? document.exitFullscreen() : box.current?.requestFullscreen();
    void change?.catch(() => undefined);
  };
  return { full, possible: document.fullscreenEnabled, toggle };
}
