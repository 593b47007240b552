import type { StripMetrics } from '../../../viz/heat/strips';
import type { LaneScale } from '../../../viz/lanes/Axis';

/** Heights of the figure, in px. Larger stages get taller lanes and strips, never larger words. */
export interface StageLayout {
  surprise: LaneScale;
  change: LaneScale;
  /** Where the slot ends: beneath the last lane. */
  slotEnd: number;
  lanesHeight: number;
  /** Height of a candidate's row. */
  rowHeight: number;
  map: StripMetrics;
}

/** As far as the tape's tint, so that stem and tint say the same; change rarely passes 100%. */
export const SURPRISE_MAX = 10;
export const CHANGE_MAX = 1;

/** Stage height of the drawing (1440 × 900), and where growing stops. */
const DRAWN = 728;
const TALLEST = 1048;

export function stageLayout(height: number, narrow: boolean): StageLayout {
  const extra = narrow ? 0 : Math.min(1, Math.max(0, (height - DRAWN) / (TALLEST - DRAWN)));
  const top = 34;
  const zero = Math.round(142 + 80 * extra);
  const changeTop = zero + 44;
  const changeZero = Math.round(changeTop + 58 + 40 * extra);
  return {
    surprise: { top, zero, max: SURPRISE_MAX },
    change: { top: changeTop, zero: changeZero, max: CHANGE_MAX },
    slotEnd: changeZero + 6,
    lanesHeight: changeZero + 18,
    rowHeight: (changeZero + 12 - 22) / 12,
    map: {
      small: Math.round((narrow ? 12 : 16) + 7 * extra),
      smallGap: 2,
      room: narrow ? 199 : Math.round(154 + 110 * extra),
      gap: 6,
      label: narrow ? 16 : 0,
    },
  };
}
