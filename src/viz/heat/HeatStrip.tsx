import { useLayoutEffect, useRef } from 'react';
import type { Palette } from '../colour';
import { paintState } from './paint';

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
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    const source = new OffscreenCanvas(order.length, dState);
    const image = new ImageData(order.length, dState);
    paintState({ values, order, dState }, palette.lut, clip, new Uint32Array(image.data.buffer));
    source.getContext('2d')?.putImageData(image, 0, 0);
    // Fewer pixels than channels: blend, rather than leave channels out.
    context.imageSmoothingEnabled = canvas.width < order.length;
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
  }, [values, order, dState, palette, clip, width, height]);
  return <canvas ref={ref} aria-hidden="true" style={{ left, top, width, height }} />;
}
