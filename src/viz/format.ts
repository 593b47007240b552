/** Numbers as the page writes them: true minus signs, fixed decimals, no locale surprises. */

/** A fixed number of decimals with a true minus; never “−0.00”. */
export function fixed(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

/** A probability as a whole percentage; what is neither 0 nor 1 never reads as 0% or 100%. */
export function percent(p: number): string {
  if (p > 0 && p < 0.005) return '<1%';
  if (p < 1 && p >= 0.995) return '>99%';
  return `${Math.round(p * 100)}%`;
}

/** A factor: 16, 1, 0.21, 0.06 — no more digits than it needs, two decimals at most. */
export const factor = (value: number): string => String(Number(value.toFixed(2)));

/** A whole number with thousands separated by commas: 65,536. */
export const count = (value: number): string =>
  String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');

/** Parameters in millions or thousands: 4.5 M, 320 k. */
export function magnitude(value: number): string {
  if (value >= 1e9) return `${fixed(value / 1e9, 1)} B`;
  if (value >= 1e6) return `${fixed(value / 1e6, 1)} M`;
  if (value >= 1e3) return `${Math.round(value / 1e3)} k`;
  return String(value);
}

/** Bytes in decimal megabytes, as download dialogs show them: 9.1 MB. */
export const megabytes = (bytes: number): string => `${fixed(bytes / 1e6, 1)} MB`;

/** A round number at the end of an axis, with no more decimals than it needs: 0.05, −2. */
export const axisNumber = (value: number): string =>
  fixed(value, (String(Math.abs(value)).split('.')[1] ?? '').length);
