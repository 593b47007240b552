/** Numbers and lists in words, for error messages. */

/** A number of bytes with a decimal unit, e.g. `9.1 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes === 1) return '1 byte';
  if (bytes < 1000) return `${bytes} bytes`;
  const units = ['kB', 'MB', 'GB', 'TB', 'PB', 'EB'];
  let value = bytes / 1000;
  let unit = 0;
  // 999.95 would print as 1000.0, so it moves up a unit.
  while (value >= 999.95 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  return `${value.toFixed(1)} ${units[unit]}`;
}

/** `5.0 MB of 9.1 MB`; where rounding would hide the difference, also how many bytes are lacking. */
export function formatShortfall(have: number, want: number): string {
  const [has, wants] = [formatBytes(have), formatBytes(want)];
  if (has !== wants) return `${has} of ${wants}`;
  return `${has} of ${wants}, ${formatBytes(want - have)} too few`;
}

/** A shape as people write it: `512 × 16`, `a single number` for a scalar. */
export function formatShape(shape: readonly number[]): string {
  return shape.length === 0 ? 'a single number' : shape.join(' × ');
}

/** The first few items, then how many more there are. */
export function formatList(items: readonly string[], show = 4): string {
  const rest = items.length - show;
  return items.slice(0, show).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** A foreign name or value, quoted, and cut so that a hostile file cannot fill the screen. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 80 ? `${text.slice(0, 79)}…` : text}"`;
}
