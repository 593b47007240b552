import type { Intervention } from '../../engine/types';
import { factor } from '../../viz/format';
import { isTurned } from '../store/state';
import type { Strings } from '../strings.en';

/** What can be held at its mean. */
export type Freezable = NonNullable<Intervention['freeze']>[number];
export const FREEZABLE: readonly Freezable[] = ['delta', 'B', 'C'];

/** The frozen parts with one more, or one fewer; none is undefined, as in a model that nobody turned. */
export function toggled(frozen: readonly Freezable[], part: Freezable): Intervention['freeze'] {
  const next = FREEZABLE.filter((one) => frozen.includes(one) !== (one === part));
  return next.length > 0 ? next : undefined;
}

/** What is turned, without where: “Δ × 0.5”, “A × 16”, “B, C frozen”. */
export function turnedParts(i: Intervention, text: Strings): string[] {
  const parts = [];
  if (i.deltaScale !== 1) parts.push(text.turn.what('Δ', factor(i.deltaScale)));
  if (i.aScale !== 1) parts.push(text.turn.what('A', factor(i.aScale)));
  const frozen = FREEZABLE.filter((part) => i.freeze?.includes(part));
  if (frozen.length > 0)
    parts.push(text.turn.frozen(frozen.map((part) => text.turn.letters[part]).join(', ')));
  return parts;
}

/** What is turned and where: “A × 16 in layer 7”. */
export const whatAndWhere = (i: Intervention, text: Strings): string =>
  `${turnedParts(i, text).join(', ')} ${i.layer === 'all' ? text.turn.inAll : text.turn.inLayer(i.layer)}`;

/**
 * The layers that the reader may turn: the one that is turned now, the one they look at, or all.
 * While nothing is turned, the place follows the cursor.
 */
export function scopeChoices(i: Intervention, cursorLayer: number): Intervention['layer'][] {
  const turned = isTurned(i) && i.layer !== 'all' && i.layer !== cursorLayer ? [i.layer] : [];
  return [...turned, cursorLayer, 'all'];
}

/** Where a slider would act now. */
export const activeScope = (i: Intervention, cursorLayer: number): Intervention['layer'] =>
  isTurned(i) || i.layer === 'all' ? i.layer : cursorLayer;
