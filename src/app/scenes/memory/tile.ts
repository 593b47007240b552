/** What of a kernel's work lies in one core's fast memory at a time. */
import type { KernelSpec } from './kernels';
import { BYTES, isLong, numbersEach, type Sizes } from './sizes';

/** Channels that a core takes at most: one a thread, as the page's own shaders have it (64 threads a workgroup). */
export const LANES = 64;

export interface Tile {
  channels: number;
  tokens: number;
  /** Bytes of it, and of that what stays while the tokens pass: A and the state. */
  bytes: number;
  resident: number;
  /** Tiles in all: channels, tokens and sequences. */
  count: number;
}

/** The largest tile that fits, with as many channels as may be; null if not even one channel and one token do. */
export function tileOf(kernel: KernelSpec, sizes: Sizes): Tile | null {
  const { L, E, batch, sram, dtype } = sizes;
  const names = [...kernel.reads, ...kernel.writes];
  for (let channels = Math.min(LANES, E); channels >= 1; channels = channels >> 1) {
    const of = { E: channels, N: sizes.N };
    let [each, resident] = [0, 0];
    for (const name of names) {
      if (isLong(name)) each += numbersEach(name, of);
      // The state before the first token and after the last one is one place.
      else if (name !== 'hL') resident += numbersEach(name, of);
    }
    const tokens = Math.min(L, Math.floor((sram / BYTES[dtype] - resident) / each));
    if (tokens >= 1) {
      return {
        channels,
        tokens,
        bytes: BYTES[dtype] * (resident + tokens * each),
        resident: BYTES[dtype] * resident,
        count: Math.ceil(E / channels) * Math.ceil(L / tokens) * batch,
      };
    }
  }
  return null;
}
