import { cssColour, mix, type Palette } from '../../viz/colour';
import type { TokenRecord } from '../../engine/types';
import type { Tint } from '../store/state';

/** Where each tint's scale ends: fixed, so that it never moves while something is turned. */
export const TINT_MAX: Record<Tint, number> = { surprise: 10, delta: 0.08 };

/** The tinted quantity: surprise in bits, or mean Δ over the channels of the chosen layer. */
export function tintValue(token: TokenRecord, tint: Tint, layer: number): number | null {
  return tint === 'surprise' ? token.surprise : (token.meanDelta[layer] ?? null);
}

/** Its colour on the magnitude scale; a token without a value is left blank. */
export function tintColour(
  token: TokenRecord,
  tint: Tint,
  layer: number,
  palette: Palette,
): string {
  const value = tintValue(token, tint, layer);
  return value === null ? 'transparent' : cssColour(mix(palette.magnitude, value / TINT_MAX[tint]));
}
