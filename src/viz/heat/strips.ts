/** Where the strips of the state map stand, and which cell lies under a point. */

export type LargeKind = 'state' | 'before' | 'change';

export interface Strip {
  layer: number;
  /** `layer` strips list all layers; the others show the chosen one large. */
  kind: 'layer' | LargeKind;
  top: number;
  height: number;
}

export interface StripMetrics {
  /** Height of a small strip and the gap under it. */
  small: number;
  smallGap: number;
  /** Height of the room for the large strips, which never changes with their number. */
  room: number;
  /** Gap between the small ones and the large ones. */
  gap: number;
  /** Height kept above each large strip for its name; 0 if names stand in the gutter. */
  label: number;
}

/** Large rows are whole px, so that all states of a channel are equally high; more states than px share them. */
export function layStrips(
  nLayers: number,
  chosen: number,
  large: readonly LargeKind[],
  dState: number,
  m: StripMetrics,
): Strip[] {
  const strips: Strip[] = [];
  for (let layer = 0; layer < nLayers; layer++)
    strips.push({ layer, kind: 'layer', top: layer * (m.small + m.smallGap), height: m.small });
  const start = nLayers * (m.small + m.smallGap) + m.gap;
  const minGap = 5;
  const free = m.room - minGap * (large.length - 1) - m.label * large.length;
  const each = Math.floor(free / large.length);
  const height = Math.floor(each / dState) * dState || each;
  const rest = m.room - (height + m.label) * large.length;
  const between = large.length > 1 ? rest / (large.length - 1) : 0;
  // Two strips keep within reach of each other; what is left over stays below.
  const step = m.label + height + Math.min(between, 3 * minGap);
  large.forEach((kind, i) =>
    strips.push({ layer: chosen, kind, top: start + m.label + i * step, height }),
  );
  return strips;
}

/** Full height of the map. */
export const mapHeight = (nLayers: number, m: StripMetrics): number =>
  nLayers * (m.small + m.smallGap) + m.gap + m.room;

/** A number of the state as the map shows it: strip, place from the left, state from the top. */
export interface Cell {
  strip: number;
  rank: number;
  state: number;
}

/** The cell under a point of the map, or null between strips. */
export function cellAt(
  strips: readonly Strip[],
  x: number,
  y: number,
  width: number,
  channels: number,
  dState: number,
): Cell | null {
  if (x < 0 || x >= width) return null;
  const strip = strips.findIndex((s) => y >= s.top && y < s.top + s.height);
  if (strip < 0) return null;
  const { top, height } = strips[strip];
  return {
    strip,
    rank: Math.floor((x / width) * channels),
    state: Math.floor(((y - top) / height) * dState),
  };
}

const inside = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));

/** Channels that Shift and an arrow walk over at once. */
const STRIDE = 16;

/** Where an arrow key leads from a number of the state, or null if the key means nothing here. */
export function walkTo(
  key: string,
  shift: boolean,
  at: { rank: number; state: number },
  channels: number,
  dState: number,
): { rank: number; state: number } | null {
  const steps: Record<string, [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const step = steps[key];
  if (!step) return null;
  return {
    rank: inside(at.rank + step[0] * (shift ? STRIDE : 1), channels),
    state: inside(at.state + step[1], dState),
  };
}
