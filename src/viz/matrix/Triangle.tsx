import { useLayoutEffect, useRef } from 'react';
import type { HeatScale } from '../heat/scale';
import { usePalette } from '../usePalette';
import { paintTriangle, type EntryValue } from './paint';

interface TriangleProps {
  size: number;
  /** Width and height in px. */
  side: number;
  value: EntryValue;
  scale: HeatScale;
  /** False for entries that are shown faintly. All of them if not given. */
  lit?: (i: number, j: number) => boolean;
  /** What the picture shows, in a sentence with its numbers. */
  summary: string;
}

/** A lower triangular matrix as a picture: a square an entry, nothing above the diagonal. */
export function Triangle({ size, side, value, scale, lit, summary }: TriangleProps) {
  const palette = usePalette();
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || size === 0) return;
    // One pixel an entry; the browser enlarges them without blending.
    [canvas.width, canvas.height] = [size, size];
    const image = new ImageData(size, size);
    paintTriangle(size, value, scale, palette, new Uint32Array(image.data.buffer), lit);
    context.putImageData(image, 0, 0);
  }, [size, value, scale, palette, lit]);
  return (
    <canvas
      ref={ref}
      className="triangle"
      role="img"
      aria-label={summary}
      style={{ width: side, height: side }}
    />
  );
}
