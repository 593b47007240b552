import { floatToHalf } from './half';

/** Data from a seed, the same on every machine and in every run (mulberry32). */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** A number in [−1, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let v = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    v ^= v + Math.imul(v ^ (v >>> 7), v | 61);
    return ((v ^ (v >>> 14)) >>> 0) / 2 ** 31 - 1;
  }

  /** Numbers in [low, high). */
  values(length: number, low = -1, high = 1): Float32Array {
    const middle = (low + high) / 2;
    return Float32Array.from({ length }, () => middle + (this.next() * (high - low)) / 2);
  }

  /** The bits of half floats in [−1, 1). */
  halves(length: number): Uint16Array {
    return Uint16Array.from({ length }, () => floatToHalf(this.next()));
  }

  /** Whole numbers in 0 … size − 1. */
  integers(length: number, size: number): number[] {
    return Array.from({ length }, () => Math.floor(((this.next() + 1) / 2) * size));
  }
}
