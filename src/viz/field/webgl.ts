/** What the browser can draw in three dimensions: nothing, something in software (slow), or with a graphics card. */
export type WebGlKind = 'none' | 'software' | 'hardware';

let known: WebGlKind | null = null;

/** Names of renderers that run on the processor; not every browser admits a performance caveat for them. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;

/** True if a renderer’s own description says that it draws on the processor. */
export const isSoftware = (renderer: string): boolean => SOFTWARE.test(renderer);

function look(): WebGlKind {
  try {
    const context = document.createElement('canvas').getContext('webgl2');
    if (!context) return 'none';
    const info = context.getExtension('WEBGL_debug_renderer_info');
    const name = String(context.getParameter(info?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
    // The browser keeps few contexts: this one goes at once.
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return isSoftware(name) ? 'software' : 'hardware';
  } catch {
    return 'none';
  }
}

/** Looked up once. */
export function webGlKind(): WebGlKind {
  known ??= look();
  return known;
}

/** True if the reader or the machine asks to spare power or data. */
export function sparesPower(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true || matchMedia('(prefers-reduced-data: reduce)').matches;
}
