import { fixed } from '../../../viz/format';

const SUPER = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** A tiny number as people read it: 3·10⁻⁸; a larger one with four decimals. */
export function tiny(value: number): string {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return '?';
  const power = Math.floor(Math.log10(Math.abs(value)));
  if (power >= -3) return fixed(value, 4);
  // 9.7 rounds to 10: one power more.
  const digit = Math.round(value / 10 ** power);
  const [d, p] = Math.abs(digit) === 10 ? [Math.sign(digit), power + 1] : [digit, power];
  return `${d}·10⁻${[...String(-p)].map((c) => SUPER[Number(c)]).join('')}`;
}

/** A share with one decimal. */
export const share = (value: number): string => `${fixed(100 * value, 1)}%`;
