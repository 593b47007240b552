/** Heights of the lanes, in px, from top to bottom. */
export interface SelectLayout {
  /** Axis of the stems: where 0 and the top stand, and the height of the whole. */
  stems: { top: number; zero: number; height: number };
  map: number;
  /** Each of B and C, and the room of h: one lane, or before and yours. */
  shared: number;
  state: number;
  /** Between the two lanes of a group, and between groups, where the legend stands. */
  near: number;
  apart: number;
}

/** The drawing’s map of channels, its lane of a state, and the map of all channels: two to a px. */
const MAP = 138;
const LANE = 48;
const ALL = 256;
/** A lane of this many states or more is a little higher. */
const MANY = 64;

export function selectLayout(narrow: boolean, all: boolean, dState: number): SelectLayout {
  const lane = dState >= MANY ? MANY : LANE;
  return {
    stems: narrow ? { top: 46, zero: 150, height: 162 } : { top: 34, zero: 150, height: 172 },
    map: all ? ALL : MAP,
    shared: lane,
    state: 2 * lane + 8,
    near: 8,
    apart: 34,
  };
}
