import type { BenchEvent, BenchOptions, BenchReport } from '../bench/types';
import type { CheckpointErrorCode } from '../checkpoint/errors';
import type { DeviceInfo, ModelInfo, Moment } from '../types';
import type { Computed, ComputeRequest } from './compute';
import type { Advance, Recipe, Texts, TracePair, TraceRequest } from './lab';

/** What can go wrong, in a form that crosses from the worker to the page. */
export type Problem =
  | { kind: 'cancelled' }
  | { kind: 'deviceLost'; message: string }
  | { kind: 'checkpoint'; code: CheckpointErrorCode; file: string; message: string }
  /** A mistake of ours or of the machine's; the message is for a report. */
  | { kind: 'unexpected'; message: string };

/** Errors are values here: a thrown one would cross to the page without its kind. */
export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export interface Loaded {
  model: ModelInfo;
  device: DeviceInfo;
  /** Why the CPU, if it is the CPU; null on WebGPU. */
  why: string | null;
}

/** What the page may ask of the engine. Calls run one after the other. */
export interface EngineApi {
  /**
   * Loads the model folder at `url` (from cache or network) and opens a device for it. The model that was there stays
   * until the files are read, also if that fails or is stopped. With `useCpu` WebGPU is not tried.
   * `onProgress` hears bytes over all files.
   */
  load(
    url: string,
    useCpu: boolean,
    onProgress: (bytes: number, total: number | null) => void,
    onLost: (reason: string) => void,
  ): Promise<Result<Loaded>>;
  /** Makes the two texts of a recipe; `onProgress` counts tokens. */
  open(recipe: Recipe, onProgress: (done: number, total: number) => void): Promise<Result<Texts>>;
  /** Writes more tokens in both texts. */
  advance(count: number): Promise<Result<Advance>>;
  /** The model right after token t of `yours`, and the untouched model beside it. */
  moment(t: number): Promise<Result<{ yours: Moment; before: Moment | null }>>;
  /** Intermediates of tokens of `yours`, and of the untouched model on the same text. Computes only what is asked for. */
  trace(request: TraceRequest): Promise<Result<TracePair>>;
  /** Works something out of the text as it is now; `stopCompute` stops it, running or waiting, and nothing else. */
  compute(request: ComputeRequest): Promise<Result<Computed>>;
  stopCompute(): Promise<void>;
  /**
   * Runs the benchmark on devices of its own, with the model folders `models` below `url`; the loaded model stays as it
   * is. `onEvent` hears of each result as it comes.
   */
  bench(
    url: string,
    models: readonly string[],
    options: BenchOptions,
    onEvent: (event: BenchEvent) => void,
  ): Promise<Result<BenchReport>>;
  /** Stops the benchmark, running or waiting, and nothing else. */
  stopBench(): Promise<void>;
  /** Stops what is running and what waits. */
  cancel(): Promise<void>;
}
