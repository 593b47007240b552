import { useEffect, useState } from 'react';

let context: CanvasRenderingContext2D | null = null;
const known = new Map<string, number>();

/** Width of a text in px in a CSS font. Remembered: a text of 2,000 tokens has few different words. */
export function textWidth(text: string, font: string): number {
  const key = `${font}|${text}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 8;
  context.font = font;
  const width = context.measureText(text).width;
  known.set(key, width);
  return width;
}

/** Counts up whenever fonts arrive: widths measured before are forgotten and have to be taken anew. */
export function useFontsVersion(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const fresh = () => {
      known.clear();
      setVersion((v) => v + 1);
    };
    document.fonts.addEventListener('loadingdone', fresh);
    return () => document.fonts.removeEventListener('loadingdone', fresh);
  }, []);
  return version;
}
