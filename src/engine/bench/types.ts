/** What the benchmark measures and what comes out. Types only, so that the page may import them. */
import type { DeviceInfo, DeviceKind } from '../types';
import type { Clock } from '../webgpu/meter';

export type BenchGroup = 'copy' | 'scan' | 'ssd' | 'prefill' | 'decode';

/** How a group's work is done, where there is more than one way. */
export type BenchWay =
  /** The scan in one pass over memory. */
  | 'fused'
  /** The scan in three kernels, with Ā, B̄x and every state in memory. */
  | 'unfused'
  /** Decode with the logits read back after each token. */
  | 'read'
  /** Decode with many tokens a submission, the likeliest each time. */
  | 'greedy'
  /** The same, drawn on the device from the 40 likeliest at temperature 0.8. */
  | 'sampled';

/** A published kernel's time at the same sizes. */
export interface Anchor {
  /** Its name, and what it does where there is more than one way. */
  kernel: string;
  precision: string;
  microseconds: number;
}

/** One line of the benchmark. */
export interface BenchCase {
  /** What `--only` takes, e.g. `scan.fused.1536x2048`. */
  id: string;
  group: BenchGroup;
  device: DeviceKind;
  way: BenchWay | null;
  /** Folder name of the model that runs; null for a kernel by itself. */
  model: string | null;
  /** By DESIGN's letters: E channels, L tokens, N states, H heads, P, Q. */
  sizes: Readonly<Record<string, number>>;
  anchors: readonly Anchor[];
}

export interface Timing {
  /** Of one piece of work: the median of `runs`, the least and the most. */
  microseconds: number;
  low: number;
  high: number;
  runs: number;
  /** Pieces of work in each run. */
  repetitions: number;
  clock: Clock;
}

export interface BenchBytes {
  /** What cannot be done without: each tensor that the kernel is about, once. */
  least: number;
  /** What the kernels' loads and stores ask for, caches or not. */
  asked: number;
}

/** What a result was compared with. */
export type CheckedAgainst =
  /** The reference, on some channels over the whole length; or all logits. */
  | 'reference'
  /** The same text read in short pieces on the same device. */
  | 'pieces'
  /** The same text read, or written, token by token. */
  | 'steps'
  /** The very numbers that were to be copied. */
  | 'source';

export interface Check {
  /** Largest difference, as a fraction of the largest number expected. */
  error: number;
  tolerance: number;
  against: CheckedAgainst;
}

export type Outcome =
  | {
      state: 'done';
      timing: Timing;
      check: Check;
      bytes: BenchBytes | null;
      /** `bytes.least` over the time; 10⁹ bytes a second. */
      gigabytesPerSecond: number | null;
      /** The same as a fraction of what the device's own copy moves, read and written. */
      shareOfCopy: number | null;
      tokensPerSecond: number | null;
      /** Of the unfused scan: how many times as long it takes as the fused one took at the same sizes. */
      timesFused: number | null;
    }
  /** It was computed, and is wrong: not timed. */
  | { state: 'wrong'; check: Check }
  | { state: 'slow'; seconds: number }
  /** Bytes of the largest tensor and the device's limit; or of all, and what the device said. */
  | { state: 'memory'; needs: number; has: number | null }
  /** Left out by `largest`. */
  | { state: 'left out' }
  | { state: 'failed'; message: string };

export type BenchResult = BenchCase & Outcome;

/** A scan of the reader's own: `batch` sequences, one after the other, each with tensors of its own. */
export interface ScanSize {
  E: number;
  L: number;
  N: number;
  batch: number;
}

export interface BenchOptions {
  /** On `cpu` the GPU is not touched; on `webgpu` the CPU path is measured too. */
  device: DeviceKind;
  /** Few and small cases. */
  quick?: boolean;
  /** Beginnings of ids; all if empty. */
  only?: readonly string[];
  /** Leaves out what has more channels × tokens. */
  largest?: number;
  /** Runs also what would take long. */
  all?: boolean;
  /**
   * Nothing but the scan, fused and unfused, at this size, and on a GPU the copy. Where it does not fit, L is cut to
   * what does, and the results say so. On a CPU both are the plain TypeScript of `reference`, on one thread.
   */
  scan?: ScanSize;
}

export type BenchEvent =
  | { kind: 'plan'; cases: BenchCase[] }
  | { kind: 'device'; device: DeviceInfo }
  | { kind: 'started'; id: string }
  | { kind: 'result'; result: BenchResult };

export interface BenchReport {
  /** All devices that were used, the GPU first. */
  devices: DeviceInfo[];
  date: string;
  /** The largest of the copies, read and written; null if it was not measured. */
  copyGigabytesPerSecond: number | null;
  results: BenchResult[];
}
