import { samplingProblem } from '../sampling';
import type { Model } from '../models/model';
import type { Tokenizer } from '../tokenizer/tokenizer';
import type { Sampling } from '../types';
import { number, openModel, parseOptions, UsageError } from './arguments';

const text = { type: 'string' } as const;
const options = {
  model: text,
  prompt: text,
  ids: text,
  tokens: text,
  device: text,
  temperature: text,
  'top-k': text,
  'top-p': text,
  seed: text,
  logits: text,
  json: { type: 'boolean' },
} as const;

/**
 * `generate`: writes text with a checkpoint. With --prompt it stops early at the end of the text; with --ids it
 * writes exactly --tokens. --logits lists positions of the prompt (−1 = its last) whose next-token logits to print.
 */
export async function main(args: string[]): Promise<void> {
  const given = parseOptions(args, options);
  const sampling: Sampling = {
    temperature: number('temperature', given.temperature, { min: 0, max: 10, fallback: 0 }),
    topK: number('top-k', given['top-k'], { min: 0, max: 1e6, whole: true, fallback: 0 }),
    topP: number('top-p', given['top-p'], { min: 0, max: 1, fallback: 1 }),
    seed: number('seed', given.seed, { min: 0, max: 2 ** 32 - 1, whole: true, fallback: 1 }),
  };
  const problem = samplingProblem(sampling);
  if (problem) throw new UsageError(problem);
  const count = number('tokens', given.tokens, { min: 0, max: 1e7, whole: true });
  if ((given.prompt === undefined) === (given.ids === undefined)) {
    throw new UsageError('Give either --prompt TEXT or --ids 1,2,3.');
  }
  const { model, checkpoint } = await openModel(given.model, given.device);
  const { tokenizer } = checkpoint;
  const promptIds =
    given.ids === undefined
      ? encodePrompt(given.prompt!, tokenizer)
      : parseIds(given.ids, model.info.vocabSize);
  const places = parsePlaces(given.logits, promptIds.length);
  await warmUp(model);

  const session = model.createSession();
  const started = performance.now();
  const logits = await prefill(session, promptIds, places, model.info.vocabSize);
  await session.logits(); // waits until the prompt is read
  const prefilled = performance.now();
  const pieces = tokenizer?.createPieces();
  let written = 0;
  const ids = await session.generate(count, sampling, {
    stopAt: given.ids === undefined ? tokenizer?.endOfText : null,
    onPiece(piece) {
      for (const id of given.json ? [] : piece) {
        process.stdout.write(pieces ? pieces.push(id) : `${written++ > 0 ? ',' : ''}${id}`);
      }
    },
  });
  const ended = performance.now();
  if (!given.json) {
    process.stdout.write('\n');
    for (const [place, values] of Object.entries(logits))
      console.log(`logits ${place}: ${values.join(' ')}`);
    return;
  }
  console.log(
    JSON.stringify({
      promptIds,
      ids,
      text: tokenizer ? tokenizer.decode(ids) : null,
      logits,
      prefillTokensPerSecond: perSecond(promptIds.length, prefilled - started),
      decodeTokensPerSecond: perSecond(ids.length, ended - prefilled),
      device: `${model.ops.info.kind} · ${model.ops.info.name}`,
    }),
  );
}

function encodePrompt(prompt: string, tokenizer: Tokenizer | null): number[] {
  if (!tokenizer)
    throw new UsageError('This folder has no tokenizer.json: give --ids instead of --prompt.');
  const ids = tokenizer.encode(prompt);
  if (ids.length === 0) throw new UsageError('--prompt is empty: give at least one character.');
  return ids;
}

function parseIds(list: string, vocabSize: number): number[] {
  return list
    .split(',')
    .map((part) => number('ids', part, { min: 0, max: vocabSize - 1, whole: true }));
}

/** Positions as written, each with the index it stands for. */
function parsePlaces(list: string | undefined, length: number): [string, number][] {
  if (list === undefined) return [];
  return list.split(',').map((part) => {
    const at = number('logits', part, { min: -length, max: length - 1, whole: true });
    return [part.trim(), at < 0 ? length + at : at];
  });
}

/** Reads the prompt; logits are read back only if some are asked for. */
async function prefill(
  session: ReturnType<Model['createSession']>,
  ids: readonly number[],
  places: readonly [string, number][],
  vocabSize: number,
): Promise<Record<string, number[]>> {
  const logits: Record<string, number[]> = {};
  await session.prefill(ids, {
    probes: places.length > 0 ? [{ name: 'logits' }] : [],
    onPiece(trace, from) {
      for (const [name, at] of places) {
        if (at < from || at >= from + trace.length) continue;
        const row = trace
          .get('logits')
          .subarray((at - from) * vocabSize, (at - from + 1) * vocabSize);
        logits[name] = [...row];
      }
    },
  });
  return logits;
}

/** Compiles every pipeline before anything is timed. */
async function warmUp(model: Model): Promise<void> {
  const session = model.createSession();
  await session.prefill([0, 0]);
  await session.generate(2, { temperature: 1, topK: 0, topP: 1, seed: 0 });
  await session.logits();
  session.dispose();
}

const perSecond = (tokens: number, milliseconds: number): number | null =>
  tokens > 0 ? (1000 * tokens) / milliseconds : null;
