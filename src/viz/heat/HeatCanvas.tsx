import { useLayoutEffect, useRef } from 'react';
import type { Palette } from '../colour';
import type { Span } from '../hover/geometry';
import type { CellValue, HeatScale } from './scale';
import { fitCanvas, paintSheet } from './sheet';

interface HeatCanvasProps {
  rows: number;
  /** Columns in sight, in px from the left edge of the canvas. */
  spans: readonly Span[];
  value: CellValue;
  scale: HeatScale;
  palette: Palette;
  width: number;
  height: number;
  /** What the picture shows, in a sentence with its numbers. */
  summary: string;
}

/** Narrower columns have no paper between them. */
const LEAST_WITH_GAP = 4;

/** A heat map's picture: one column a span, a CSS pixel of paper between them, on whole device pixels. */
export function HeatCanvas(props: HeatCanvasProps) {
  const { rows, spans, value, scale, palette, width, height, summary } = props;
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || width <= 0) return;
    const ratio = fitCanvas(canvas, width, height);
    context.clearRect(0, 0, canvas.width, canvas.height);
    if (!spans.length || !rows) return;
    const image = {
      rows,
      columns: spans.length,
      value: (row: number, i: number) => value(row, spans[i].token),
    };
    const sheet = paintSheet(image, scale, palette, Math.min(rows, canvas.height));
    context.imageSmoothingEnabled = false;
    if (spans[0].width * ratio < 1) {
      // More columns than pixels: blend, rather than leave some out.
      context.imageSmoothingEnabled = true;
      const last = spans[spans.length - 1];
      const whole = (last.x + last.width - spans[0].x) * ratio;
      context.drawImage(sheet, spans[0].x * ratio, 0, whole, canvas.height);
      return;
    }
    spans.forEach((span, i) => {
      const gap = span.width >= LEAST_WITH_GAP ? Math.round(ratio) : 0;
      const from = Math.round(span.x * ratio);
      const to = Math.max(from + 1, Math.round((span.x + span.width) * ratio) - gap);
      context.drawImage(sheet, i, 0, 1, sheet.height, from, 0, to - from, canvas.height);
    });
  }, [rows, spans, value, scale, palette, width, height]);
  return <canvas ref={ref} role="img" aria-label={summary} style={{ width, height }} />;
}
