import { useEffect, useState } from 'react';
import { Icon } from '../../viz/icons';
import { useText } from '../text';

/** Less than this would lose the side column, or the texts: the page grows only as far as it keeps both. */
const KEEP = { width: 1280, height: 800 };
const MOST = 1.5;

/** The whole page on the whole screen, up to half as large again: to be read from the back of a room. */
export function FullScreen() {
  const words = useText().bar;
  const [full, setFull] = useState(false);
  useEffect(() => {
    const update = () => {
      const on = document.fullscreenElement === document.documentElement;
      const zoom = on
        ? Math.max(1, Math.min(MOST, screen.width / KEEP.width, screen.height / KEEP.height))
        : 1;
      document.documentElement.style.setProperty('--zoom', zoom.toFixed(3));
      setFull(on);
    };
    document.addEventListener('fullscreenchange', update);
    return () => document.removeEventListener('fullscreenchange', update);
  }, []);
  if (!document.fullscreenEnabled) return null;
  const toggle = () =>
    full ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  const name = full ? words.leaveFullScreen : words.fullScreen;
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      title={name}
      // A browser may refuse; then nothing changes, and nothing needs saying.
      onClick={() => void toggle().catch(() => undefined)}
    >
      <Icon name={full ? 'leave' : 'full'} />
    </button>
  );
}
