import { paintCells, type HeatImage } from './paint';
import { rampOf, type HeatScale } from './scale';
import type { Palette } from '../colour';

interface Sheet {
  source: OffscreenCanvasRenderingContext2D;
  image: ImageData;
}

/** One sheet a size, the least recently used first: a canvas costs more to make than a picture to paint. */
const sheets = new Map<string, Sheet>();
const MOST_SHEETS = 16;

/** One pixel a number, before it is stretched: one sheet for all pictures of a size, painted one after the other. */
function theSheet(width: number, height: number): Sheet {
  const size = `${width} ${height}`;
  let sheet = sheets.get(size);
  if (sheet) sheets.delete(size);
  else {
    const source = new OffscreenCanvas(width, height).getContext('2d');
    if (!source) throw new Error('There is no 2D canvas.');
    sheet = { source, image: new ImageData(width, height) };
  }
  sheets.set(size, sheet);
  for (const [oldest] of sheets) if (sheets.size > MOST_SHEETS) sheets.delete(oldest);
  return sheet;
}

/** Paints numbers one pixel each, `lines` pixels high; good until the next call. */
export function paintSheet(
  image: HeatImage,
  scale: HeatScale,
  palette: Palette,
  lines = image.rows,
): OffscreenCanvas {
  const { source, image: pixels } = theSheet(image.columns, lines);
  paintCells(image, scale, rampOf(scale, palette), new Uint32Array(pixels.data.buffer), lines);
  source.putImageData(pixels, 0, 0);
  return source.canvas;
}

let zooms = new WeakMap<HTMLCanvasElement, number>();
let listens = false;

/**
 * How far a canvas is zoomed: full screen zooms the page, which the device's ratio does not tell. To measure it the
 * browser has to lay out the page, so it is remembered until full screen begins or ends.
 */
function zoomOf(canvas: HTMLCanvasElement, width: number): number {
  const known = zooms.get(canvas);
  if (known !== undefined) return known;
  if (!listens) {
    listens = true;
    const forget = () => {
      zooms = new WeakMap();
    };
    document.addEventListener('fullscreenchange', forget, { capture: true });
  }
  const zoom = canvas.getBoundingClientRect().width / width;
  if (!(zoom > 0)) return 1;
  zooms.set(canvas, zoom);
  return zoom;
}

/** Gives a canvas its size in device pixels and returns how many of them a CSS pixel has. */
export function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number): number {
  const ratio = (window.devicePixelRatio || 1) * zoomOf(canvas, width);
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  // Setting a size, even the same, makes a new canvas.
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  return ratio;
}
