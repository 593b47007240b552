import { useEffect, useState } from 'react';
import { buildPalette, parseHex, type Palette, type Rgb } from './colour';

const STOPS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const stops = (name: string): Rgb[] =>
    STOPS.map((i) => parseHex(style.getPropertyValue(`--${name}-${i}`)));
  return buildPalette(stops('div'), stops('seq'));
}

/** The scales of the current theme, for canvases. Follows `data-theme` and the system. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(readPalette);
  useEffect(() => {
    const update = () => setPalette(readPalette());
    const system = matchMedia('(prefers-color-scheme: dark)');
    const observer = new MutationObserver(update);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    system.addEventListener('change', update);
    return () => {
      observer.disconnect();
      system.removeEventListener('change', update);
    };
  }, []);
  return palette;
}
