import type { Palette } from '../colour';
import type { Span } from '../hover/geometry';
import type { CellValue, HeatScale } from './scale';
import { fitCanvas, paintSheet } from './sheet';

export interface HeatPicture {
  rows: number;
  /** Columns in sight, in px from the left edge of the canvas. */
  spans: readonly Span[];
  /** By row and a span's `token`. */
  value: CellValue;
  scale: HeatScale;
  palette: Palette;
  width: number;
  height: number;
}

/** Narrower columns have no paper between them. */
const LEAST_WITH_GAP = 4;

/** Draws a heat map: one column a span, a CSS pixel of paper between them, on whole device pixels. */
export function drawHeat(canvas: HTMLCanvasElement, picture: HeatPicture): void {
  const { rows, spans, value, scale, palette, width, height } = picture;
  const context = canvas.getContext('2d');
  if (!context || width <= 0) return;
  const ratio = fitCanvas(canvas, width, height);
  context.clearRect(0, 0, canvas.width, canvas.height);
  if (!spans.length || !rows) return;
  const image = {
    rows,
    columns: spans.length,
    value: (row: number, i: number) => value(row, spans[i].token),
  };
  const sheet = paintSheet(image, scale, palette, Math.min(rows, canvas.height));
  const last = spans[spans.length - 1];
  const whole = last.x + last.width - spans[0].x;
  const [first, isEven] = [spans[0].width, Math.abs(whole - spans.length * spans[0].width) < 0.5];
  if (first * ratio < 1 || (first < LEAST_WITH_GAP && isEven)) {
    // Even columns without gaps are one picture. More columns than pixels: blend, rather than leave some out.
    context.imageSmoothingEnabled = first * ratio < 1;
    context.drawImage(sheet, spans[0].x * ratio, 0, whole * ratio, canvas.height);
    return;
  }
  context.imageSmoothingEnabled = false;
  spans.forEach((span, i) => {
    const gap = span.width >= LEAST_WITH_GAP ? Math.round(ratio) : 0;
    const from = Math.round(span.x * ratio);
    const to = Math.max(from + 1, Math.round((span.x + span.width) * ratio) - gap);
    context.drawImage(sheet, i, 0, 1, sheet.height, from, 0, to - from, canvas.height);
  });
}
