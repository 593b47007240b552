/** Tokens a second that the reader may choose; Infinity = as fast as it goes. */
export const PACES: readonly number[] = [4, 12, 30, Infinity];
