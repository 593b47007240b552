import { useLayoutEffect, useRef } from 'react';
import type { Palette } from '../colour';
import { stateImage } from './paint';
import { fitCanvas, paintSheet } from './sheet';

interface HeatStripProps {
  values: Float32Array;
  order: Uint16Array;
  dState: number;
  palette: Palette;
  /** Values beyond ±clip wear the end colours. */
  clip: number;
  /** Place and size in px inside a positioned parent. */
  left: number;
  top: number;
  width: number;
  height: number;
}

/** One layer's state as a strip: a column a channel, a row a state. Painted on a canvas. */
export function HeatStrip(props: HeatStripProps) {
  const { values, order, dState, palette, clip, left, top, width, height } = props;
  const ref = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    const canvas = ref.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || width <= 0) return;
    fitCanvas(canvas, width, height);
    const scale = { kind: 'signed', max: clip, bend: 'sqrt' } as const;
    // More states than pixels: a pixel is the mean of the states that share it.
    const lines = Math.min(dState, canvas.height);
    const sheet = paintSheet(stateImage(values, order, dState), scale, palette, lines);
    // Fewer pixels than channels: blend, rather than leave channels out.
    context.imageSmoothingEnabled = canvas.width < order.length;
    context.drawImage(sheet, 0, 0, canvas.width, canvas.height);
  }, [values, order, dState, palette, clip, width, height]);
  return <canvas ref={ref} aria-hidden="true" style={{ left, top, width, height }} />;
}
