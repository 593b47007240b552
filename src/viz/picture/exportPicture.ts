/** A figure as a picture: canvases, drawings and words as they stand, in the page's fonts and current theme. */

/** Marks elements that belong to the page and not to the picture: buttons, menus. */
const LEFT_OUT = '[data-picture="none"], .hover-keys, .hidden';

/** True for what goes into the picture. */
export const inPicture = (node: Node): boolean =>
  !('matches' in node) || !(node as Element).matches(LEFT_OUT);

/** A file name from a title: “Select: Δ over the text” → `select-over-the-text.png`. */
export function pictureName(title: string): string {
  const words = title
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => /^[a-z0-9]+$/.test(word));
  return `${words.join('-') || 'inside-mamba'}.png`;
}

/**
 * Draws an element into a PNG, two pixels a CSS pixel, on the theme's paper.
 * @throws Error if the browser refuses (too large, or a font that cannot be read).
 */
export async function exportPicture(element: HTMLElement, scale = 2): Promise<Blob> {
  const { domToBlob } = await import('modern-screenshot');
  const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper').trim();
  return await domToBlob(element, { scale, backgroundColor: paper, filter: inPicture });
}

/** Saves a figure as a picture, as a link with `download` would. */
export async function savePicture(element: HTMLElement, title: string): Promise<void> {
  const url = URL.createObjectURL(await exportPicture(element));
  const link = document.createElement('a');
  link.href = url;
  link.download = pictureName(title);
  link.click();
  URL.revokeObjectURL(url);
}
