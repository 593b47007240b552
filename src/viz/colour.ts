/**
 * Scales from design-token stops to pixels. Signed values use one diverging scale centred on zero,
 * magnitudes one sequential scale; both interpolate linearly between nine stops.
 */

export type Rgb = readonly [number, number, number];

/** The page's two scales in the current theme. */
export interface Palette {
  signed: Rgb[];
  magnitude: Rgb[];
  /** `signed` resolved to steps −STEPS … +STEPS, packed little-endian RGBA for ImageData. */
  lut: Uint32Array;
  /** `magnitude` resolved to as many steps, index 0 = 0. */
  magnitudeLut: Uint32Array;
}

/** Steps on either side of zero in a look-up table. */
export const STEPS = 127;

/** `#rrggbb` (anything after is ignored) to three bytes. */
export function parseHex(hex: string): Rgb {
  const at = (i: number) => parseInt(hex.trim().slice(i, i + 2), 16) || 0;
  return [at(1), at(3), at(5)];
}

/** The colour at u in 0 … 1 along the stops; outside it, the end stop. */
export function mix(stops: readonly Rgb[], u: number): Rgb {
  const t = Math.min(1, Math.max(0, u)) * (stops.length - 1);
  const i = Math.min(stops.length - 2, Math.floor(t));
  const [a, b, f] = [stops[i], stops[i + 1], t - i];
  const channel = (k: 0 | 1 | 2) => Math.round(a[k] + (b[k] - a[k]) * f);
  return [channel(0), channel(1), channel(2)];
}

export const cssColour = (c: Rgb): string => `rgb(${c.join(' ')})`;

/** Packs stops into 2·STEPS + 1 opaque pixels; of a diverging scale, index 0 is −clip. */
export function packStops(stops: readonly Rgb[]): Uint32Array {
  return Uint32Array.from({ length: 2 * STEPS + 1 }, (_, i) => {
    const [r, g, b] = mix(stops, i / (2 * STEPS));
    return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
  });
}

export function buildPalette(signed: Rgb[], magnitude: Rgb[]): Palette {
  return { signed, magnitude, lut: packStops(signed), magnitudeLut: packStops(magnitude) };
}
