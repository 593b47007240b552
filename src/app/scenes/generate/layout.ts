import type { StripMetrics } from '../../../viz/heat/strips';
import type { LaneScale } from '../../../viz/lanes/Axis';

/** Heights of the figure, in px. Larger stages get taller lanes and strips, never larger words. */
export interface StageLayout {
  surprise: LaneScale;
  change: LaneScale;
  /** Where the slot ends: beneath the last lane. */
  slotEnd: number;
  lanesHeight: number;
  /** Candidates beside the lanes (one more if the word that came is none of them), and the height of a row. */
  candidates: number;
  rowHeight: number;
  map: StripMetrics;
}

/** As far as the tape's tint, so that stem and tint say the same; change rarely passes 100%. */
export const SURPRISE_MAX = 10;
export const CHANGE_MAX = 1;

/** Stage height of the drawing (1440 × 900); below LOWEST the stage scrolls, above HIGHEST it leaves room. */
const DRAWN = 728;
const LOWEST = 592;
const HIGHEST = 1900;
/** Layers whose small strips share their part of the height. */
const LAYERS = 8;

export function stageLayout(height: number, narrow: boolean): StageLayout {
  // What there is more (or less) than drawn goes to lanes, small strips and large strips.
  const extra = narrow ? 0 : Math.min(HIGHEST, Math.max(LOWEST, height)) - DRAWN;
  const top = 34;
  const zero = Math.round(142 + 0.25 * extra);
  const changeTop = zero + (extra < 0 ? 38 : 44);
  const changeZero = Math.round(changeTop + 58 + 0.12 * extra);
  // Fewer rather than rows that run into each other.
  const candidates = changeZero < 225 ? 8 : 10;
  return {
    surprise: { top, zero, max: SURPRISE_MAX },
    change: { top: changeTop, zero: changeZero, max: CHANGE_MAX },
    slotEnd: changeZero + 6,
    lanesHeight: changeZero + 18,
    candidates,
    rowHeight: (changeZero + 12 - 22) / (candidates + 2),
    map: {
      small: Math.round((narrow ? 12 : 16) + (0.2 * extra) / LAYERS),
      smallGap: 2,
      room: narrow ? 199 : Math.round(154 + (extra < 0 ? 0.29 : 0.42) * extra),
      gap: 6,
      label: narrow ? 16 : 0,
    },
  };
}
