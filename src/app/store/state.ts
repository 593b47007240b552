import type { BenchEvent, BenchOptions, BenchReport } from '../../engine/bench/types';
import type { Result } from '../../engine/host/api';
import type { Computed, ComputeRequest } from '../../engine/host/compute';
import type {
  DeviceInfo,
  Intervention,
  ModelInfo,
  Moment,
  ProbeName,
  Sampling,
  TokenRecord,
} from '../../engine/types';

/** One moment of the model: chosen by the reader, followed by every scene. */
export interface Cursor {
  /** Index into the text on the tape. */
  token: number;
  layer: number;
  channel: number;
  /** Index n of the state, 0 … N−1. */
  state: number;
}

/** One text: the prompt's tokens, then the model's own. */
export interface Run {
  tokens: TokenRecord[];
  /** True once the model has written the end-of-text token. */
  ended: boolean;
}

/** What the model says and holds at the cursor. */
export interface MomentPair {
  yours: Moment;
  /** The untouched model on the same text; null while nothing is turned. */
  before: Moment | null;
}

/** Numbers of one intermediate. Weights (`layer.A`, `layer.D`, `layer.dtBias`) have one row, all others one a token. */
export interface Tensor {
  /** Row-major, (rows, …shape). */
  values: Float32Array;
  /** Of one row, in the letters of PROBES: [E], [N], [H, P, N] … */
  shape: readonly number[];
}

/** One intermediate of the tokens `first` … `first + rows − 1` of the text on the tape. */
export interface Traced {
  yours: Tensor;
  /** The untouched model reading the same text; null while nothing is turned. */
  before: Tensor | null;
  first: number;
  rows: number;
  layer: number;
  /** The one channel (Mamba-2: head) that it was read of; null if of all. */
  unit: number | null;
}

/** What the current scene reads of every token: all of one run, one layer, the same tokens. */
export interface TraceView {
  layer: number;
  first: number;
  rows: number;
  of: Partial<Record<ProbeName, Traced>>;
}

/** Where the computation stands. */
export type Phase =
  /** A recorded run is shown; the model is on its way. */
  | { name: 'loading'; bytes: number; total: number | null; step: string }
  /** A recorded run is shown; the model is not coming unless the reader asks. */
  | { name: 'failed'; title: string; advice: string; cancelled: boolean; offerCpu: boolean }
  | { name: 'ready' };

/** Something that takes more than a moment. */
export interface Task {
  label: string;
  done: number;
  total: number;
}

/** A message that waits for the reader: what happened, what to do. */
export interface Notice {
  tone: 'info' | 'problem';
  title: string;
  advice: string;
  /** True if it still holds when the model has come. */
  stays?: boolean;
  /** What the reader can do about it, as buttons. */
  actions?: ('retry' | 'chooseCpu')[];
}

export type Tint = 'surprise' | 'delta';
export type Theme = 'system' | 'light' | 'dark';
/** Tokens a second while playing; Infinity = as fast as it goes. */
export type Pace = number;

/** The whole of what the page shows. Scenes are pure views of this. */
export interface AppState {
  phase: Phase;
  /** True while the text on the tape is the recorded run. */
  recorded: boolean;
  device: DeviceInfo | null;
  /** Why this device and not the other, in one sentence; null if there is nothing to say. */
  deviceWhy: string | null;
  /** The model that `yours` was written by. */
  model: ModelInfo;
  /** Folder of the model that the reader wants; that of `model` once it is loaded. */
  modelName: string;
  prompt: string;
  sampling: Sampling;
  intervention: Intervention;
  /** What `yours` and `moment` were computed with: trails `intervention` while the model is at work. */
  shownIntervention: Intervention;
  /** The text under the reader's interventions: the one on the tape. */
  yours: Run;
  /** The untouched model's own text from the same prompt, sampling and seed. Same as `yours` while nothing is turned. */
  before: Run;
  cursor: Cursor;
  /** For `moment.yours.token`, which may trail `cursor.token` while it is computed. Null before anything is known. */
  moment: MomentPair | null;
  /**
   * What the scene's `meta.probes` ask for, of the text on the tape; null while it is not there. Its layer trails
   * `cursor.layer` while the other one is read.
   */
  trace: TraceView | null;
  /** Names what `yours` was made from. It changes with the text's beginning, not when the text grows. */
  run: string;
  /** The scene on the stage. */
  scene: string;
  /** What the reader has chosen within scenes, by the names of their `meta.choices`; what is not there is as at first. */
  choices: Readonly<Record<string, string>>;
  /** Steps of *Try this* that the reader has done in this visit, as `scene/step`. */
  ticks: ReadonlySet<string>;
  playing: boolean;
  /** True while the reader runs the cursor over the text, faster than motion could show. */
  scrubbing: boolean;
  pace: Pace;
  /** Tokens a second, measured over the last steps of the model itself. */
  tokensPerSecond: number | null;
  task: Task | null;
  notice: Notice | null;
  tint: Tint;
  theme: Theme;
}

/** Everything the reader can do. Implemented by the driver; views call these and nothing else. */
export interface Actions {
  /** Puts a scene, which must have been fetched (frame/useGoTo), on the stage. */
  setScene(id: string): void;
  /** A scene could not be fetched: says so. */
  sceneFailed(): void;
  /** A step of *Try this* has been done. */
  tick(step: string): void;
  /** Loads another of the models that come with the page; text, sampling and interventions stay as far as they fit. */
  setModel(name: string): void;
  /** Something within a scene has been chosen, under its name in `meta.choices`; null is as at first. */
  choose(change: Readonly<Record<string, string | null>>): void;
  play(): void;
  pause(): void;
  /** One token on: moves the cursor, or writes the next token if the cursor is at the end. */
  step(): void;
  stepBack(): void;
  setToken(token: number): void;
  setLayer(layer: number): void;
  setChannel(channel: number, state?: number): void;
  setIntervention(change: Partial<Intervention>): void;
  resetIntervention(): void;
  setSampling(change: Partial<Sampling>): void;
  setPace(pace: Pace): void;
  /** Starts afresh from this prompt. Returns what is wrong with it, or null. */
  setPrompt(text: string): string | null;
  setTint(tint: Tint): void;
  setTheme(theme: Theme): void;
  /** Stops the current task or the loading; what was shown before stays. */
  cancel(): void;
  /** Loads again after a failure. */
  retry(): void;
  /** Loads again without WebGPU. */
  chooseCpu(): void;
  dismissNotice(): void;
  /** Runs the benchmark; the text and the model stay as they are. */
  bench(options: BenchOptions, onEvent: (event: BenchEvent) => void): Promise<Result<BenchReport>>;
  stopBench(): void;
  /** Works something out of the text on the tape: see useCompute. */
  compute(request: ComputeRequest): Promise<Result<Computed>>;
  /** Stops what `compute` is at, and nothing else. */
  stopCompute(): void;
}

/** True if any intervention differs from the untouched model. */
export const isTurned = ({ deltaScale, aScale, freeze = [] }: Intervention): boolean =>
  deltaScale !== 1 || aScale !== 1 || freeze.length > 0;
