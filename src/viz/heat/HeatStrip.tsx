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

interface Sheet {
  source: OffscreenCanvasRenderingContext2D;
  image: ImageData;
}
let sheet: Sheet | null = null;

/** One pixel a number, before it is stretched: one sheet for all strips, which are painted one after the other. */
function theSheet(width: number, height: number): Sheet {
  if (sheet?.image.width === width && sheet.image.height === height) return sheet;
  const source = new OffscreenCanvas(width, height).getContext('2d');
  if (!source) throw new Error('There is no 2D canvas.');
  sheet = { source, image: new ImageData(width, height) };
  return sheet;
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
    const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
    // Setting a size, even the same, makes a new canvas.
    if (canvas.width !== w) canvas.width = w;
    if (canvas.height !== h) canvas.height = h;
    const { source, image } = theSheet(order.length, dState);
    paintState({ values, order, dState }, palette.lut, clip, new Uint32Array(image.data.buffer));
    source.putImageData(image, 0, 0);
    // Fewer pixels than channels or states: blend, rather than leave any out.
    const shares = canvas.height < dState;
    context.imageSmoothingEnabled = shares || canvas.width < order.length;
    // Many states to a pixel: the quick way would look at two of them.
    context.imageSmoothingQuality = shares ? 'high' : 'low';
    context.drawImage(source.canvas, 0, 0, canvas.width, canvas.height);
  }, [values, order, dState, palette, clip, width, height]);
  return <canvas ref={ref} aria-hidden="true" style={{ left, top, width, height }} />;
}
