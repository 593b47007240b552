/** Whole models: how many tokens a second they read and write. Wall-clock time, as a reader has it. */
import type { Checkpoint } from '../checkpoint/load';
import { createModel } from '../models/create';
import { Model } from '../models/model';
import type { Ops } from '../ops';
import { Random } from '../random';
import { ReferenceOps } from '../reference/ops';
import { relativeError } from './compare';
import { isWrong, measure, pause, wallStopwatch } from './measure';
import type { Check, CheckedAgainst, Timing } from './types';

/** Tokens that the reference reads for comparison: a second or so. */
const REFERENCE = 128;
/** Tokens that are read one by one for comparison. */
const STEPS = 24;
/** Tokens in one run of decode at most. */
const MOST_STEPS = 256;

/**
 * Allowed for logits, as a fraction of the largest: eight layers of f32 sums in another order differ by about 1e-5 of
 * it, and WGSL's exp and log are looser than JavaScript's.
 */
const TOLERANCE = 5e-4;

/** A model on a device, with the same model on the reference to compare with. */
export class BenchModel {
  readonly model: Model;
  private readonly checkpoint: Checkpoint;
  private readonly expected = new Map<number, Promise<Float32Array>>();

  private constructor(model: Model, checkpoint: Checkpoint) {
    this.model = model;
    this.checkpoint = checkpoint;
  }

  /** Throws CheckpointError `memory` where the device has no room for it. */
  static async open(ops: Ops, checkpoint: Checkpoint): Promise<BenchModel> {
    return new BenchModel(await createModel(ops, checkpoint), checkpoint);
  }

  /** Random tokens: the same for all devices. */
  ids(length: number): number[] {
    return new Random(5).integers(length, this.model.info.vocabSize);
  }

  /** Logits after the first tokens, by the reference. */
  async reference(length: number): Promise<Float32Array> {
    let logits = this.expected.get(length);
    if (!logits) {
      const session = new Model(new ReferenceOps(), this.checkpoint).createSession();
      logits = session.prefill(this.ids(length)).then(() => session.logits());
      this.expected.set(length, logits);
    }
    return await logits;
  }

  /** Logits after the first tokens, read in pieces of `piece`. */
  async inPieces(length: number, piece: number, signal?: AbortSignal): Promise<Float32Array> {
    const session = this.model.createSession();
    try {
      const ids = this.ids(length);
      for (let from = 0; from < length; from += piece) {
        await pause(signal);
        if (piece === 1) await session.step(ids[from]!);
        else await session.prefill(ids.slice(from, from + piece), { signal });
      }
      return await session.logits();
    } finally {
      session.dispose();
    }
  }

  get onReference(): boolean {
    return this.model.ops instanceof ReferenceOps;
  }
}

export type ModelOutcome =
  | { state: 'done'; timing: Timing; check: Check; tokensPerSecond: number }
  | { state: 'wrong'; check: Check };

const checked = (actual: Float32Array, expected: Float32Array, against: CheckedAgainst): Check => ({
  error: relativeError(actual, expected),
  tolerance: TOLERANCE,
  against,
});

/** Reading a prompt of so many tokens, to the logits after the last one. */
export async function runPrefill(
  bench: BenchModel,
  length: number,
  signal?: AbortSignal,
): Promise<ModelOutcome> {
  const check = await checkPrefill(bench, length, signal);
  if (isWrong(check)) return { state: 'wrong', check };
  const time = wallStopwatch(async (times) => {
    for (let i = 0; i < times; i++) await bench.inPieces(length, length, signal);
  });
  const timing = await measure(time, { signal });
  return { state: 'done', timing, check, tokensPerSecond: (1e6 * length) / timing.microseconds };
}

/**
 * A short prompt against the reference; a long one against the same text in pieces that are as short, since the
 * reference would take minutes. On the reference itself a prompt is compared with single steps.
 */
async function checkPrefill(
  bench: BenchModel,
  length: number,
  signal?: AbortSignal,
): Promise<Check> {
  if (bench.onReference) {
    const few = Math.min(length, STEPS);
    const steps = await bench.inPieces(few, 1, signal);
    return checked(await bench.inPieces(few, few, signal), steps, 'steps');
  }
  const whole = await bench.inPieces(length, length, signal);
  if (length <= REFERENCE) return checked(whole, await bench.reference(length), 'reference');
  const start = checked(
    await bench.inPieces(REFERENCE, REFERENCE, signal),
    await bench.reference(REFERENCE),
    'reference',
  );
  if (isWrong(start)) return start;
  return checked(whole, await bench.inPieces(length, REFERENCE, signal), 'pieces');
}

/** Writing token by token, with the logits read back after each (`read`) or only after the last. */
export async function runDecode(
  bench: BenchModel,
  read: boolean,
  signal?: AbortSignal,
): Promise<ModelOutcome> {
  const steps = await bench.inPieces(STEPS, 1, signal);
  const check = bench.onReference
    ? checked(steps, await bench.inPieces(STEPS, STEPS, signal), 'steps')
    : checked(steps, await bench.reference(STEPS), 'reference');
  if (isWrong(check)) return { state: 'wrong', check };
  const ids = bench.ids(MOST_STEPS);
  const session = bench.model.createSession();
  try {
    const time = wallStopwatch(async (times) => {
      for (let i = 0; i < times; i++) {
        await session.step(ids[i]!);
        if (read) await session.logits();
      }
      if (!read) await session.logits();
    });
    const timing = await measure(time, { signal, mostRepetitions: MOST_STEPS });
    return { state: 'done', timing, check, tokensPerSecond: 1e6 / timing.microseconds };
  } finally {
    session.dispose();
  }
}
