/** Whole models: how many tokens a second they read and write. Wall-clock time, as a reader has it. */
import type { Checkpoint } from '../checkpoint/load';
import { createModel } from '../models/create';
import { Model } from '../models/model';
import type { Ops } from '../ops';
import { Random } from '../random';
import { ReferenceOps } from '../reference/ops';
import { sampleToken } from '../sampling';
import type { Session } from '../session';
import type { Sampling } from '../types';
import { relativeError } from './compare';
import { idles, isWrong, measure, pause, wallStopwatch } from './measure';
import type { Check, CheckedAgainst, Timing } from './types';

/** Tokens that the reference reads for comparison: a second or so. */
const REFERENCE = 128;
/** Tokens that are read one by one for comparison. */
const STEPS = 24;
/** Tokens in one run of decode at most. */
const MOST_STEPS = 256;
/** Tokens that are written for comparison: more than one submission takes. */
const WRITTEN = 70;

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
  // One session that begins anew every time: a Transformer's would cost more and more.
  const session = bench.model.createSession();
  const start = session.snapshot();
  try {
    const ids = bench.ids(length);
    const time = wallStopwatch(async (times) => {
      for (let i = 0; i < times; i++) {
        session.restore(start);
        await session.prefill(ids, { signal });
        await session.logits();
      }
    });
    const timing = await measure(time, { signal, keepBusy: idles(bench.model.ops) });
    return { state: 'done', timing, check, tokensPerSecond: (1e6 * length) / timing.microseconds };
  } finally {
    start.dispose();
    session.dispose();
  }
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

/** Writing token by token, each read by the model and its logits read back before the next. */
export async function runDecode(bench: BenchModel, signal?: AbortSignal): Promise<ModelOutcome> {
  const steps = await bench.inPieces(STEPS, 1, signal);
  const check = bench.onReference
    ? checked(steps, await bench.inPieces(STEPS, STEPS, signal), 'steps')
    : checked(steps, await bench.reference(STEPS), 'reference');
  if (isWrong(check)) return { state: 'wrong', check };
  const ids = bench.ids(MOST_STEPS);
  return await timeDecode(bench, check, signal, async (session, times) => {
    for (let i = 0; i < times; i++) {
      await session.step(ids[i]!);
      await session.logits();
    }
  });
}

/** How tokens are drawn where many are written at once. */
const SAMPLINGS = {
  greedy: { temperature: 0, topK: 0, topP: 1, seed: 7 },
  sampled: { temperature: 0.8, topK: 40, topP: 1, seed: 7 },
} as const;

/**
 * Share of the tokens that may be others than those drawn here from the same logits: with weights summed up in f32 a
 * random number may fall on the other side of a boundary between two tokens. One of 70, then; the likeliest is certain.
 */
const DRAWN_OTHERWISE = { greedy: 0, sampled: 0.02 } as const;

/** Writing many tokens a submission, as `Session.generate` does. */
export async function runWriting(
  bench: BenchModel,
  way: keyof typeof SAMPLINGS,
  signal?: AbortSignal,
): Promise<ModelOutcome> {
  const sampling = SAMPLINGS[way];
  const error = await drawnOtherwise(bench, sampling, signal);
  const check: Check = { error, tolerance: DRAWN_OTHERWISE[way], against: 'steps' };
  if (isWrong(check)) return { state: 'wrong', check };
  return await timeDecode(bench, check, signal, async (session, times) => {
    await session.generate(times, sampling, { signal });
  });
}

/** Share of the tokens written together that single steps, with logits read back, would not have drawn. */
async function drawnOtherwise(
  bench: BenchModel,
  sampling: Sampling,
  signal?: AbortSignal,
): Promise<number> {
  const [together, single] = [bench.model.createSession(), bench.model.createSession()];
  try {
    for (const session of [together, single]) await session.prefill(bench.ids(STEPS));
    let others = 0;
    for (const id of await together.generate(WRITTEN, sampling, { signal })) {
      await pause(signal);
      if (id !== sampleToken(await single.logits(), sampling, single.position)) others++;
      await single.step(id);
    }
    return others / WRITTEN;
  } finally {
    together.dispose();
    single.dispose();
  }
}

/** Times `write`, which writes so many tokens; the session has read some. */
async function timeDecode(
  bench: BenchModel,
  check: Check,
  signal: AbortSignal | undefined,
  write: (session: Session, tokens: number) => Promise<void>,
): Promise<ModelOutcome> {
  const session = bench.model.createSession();
  await session.prefill(bench.ids(STEPS));
  const start = session.snapshot();
  try {
    const time = wallStopwatch((tokens) => {
      session.restore(start);
      return write(session, tokens);
    });
    const timing = await measure(time, {
      signal,
      keepBusy: idles(bench.model.ops),
      mostRepetitions: MOST_STEPS,
    });
    return { state: 'done', timing, check, tokensPerSecond: 1e6 / timing.microseconds };
  } finally {
    start.dispose();
    session.dispose();
  }
}
