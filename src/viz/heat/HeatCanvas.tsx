import { useLayoutEffect, useRef } from 'react';
import { drawHeat, type HeatPicture } from './draw';

interface HeatCanvasProps extends HeatPicture {
  /** What the picture shows, in a sentence with its numbers. */
  summary: string;
}

/** A heat map's picture: one column a span, a CSS pixel of paper between them, on whole device pixels. */
export function HeatCanvas(props: HeatCanvasProps) {
  const { rows, spans, value, scale, palette, width, height, summary } = props;
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (ref.current) drawHeat(ref.current, { rows, spans, value, scale, palette, width, height });
  }, [rows, spans, value, scale, palette, width, height]);
  return <canvas ref={ref} role="img" aria-label={summary} style={{ width, height }} />;
}
