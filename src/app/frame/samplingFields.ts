import type { Sampling } from '../../engine/types';
import type { Strings } from '../strings.en';

/** What a reader typed into a field, understood or kindly refused. */
export type Parsed = { value: number } | { problem: string };

const MAX_SEED = 2 ** 32 - 1;

function within(text: string, low: number, high: number, whole: boolean): number | null {
  const value = Number(text.trim().replace(',', '.'));
  if (text.trim() === '' || !Number.isFinite(value)) return null;
  return value < low || value > high || (whole && !Number.isInteger(value)) ? null : value;
}

/** Reads one sampling field. The bounds are the ones that the field shows. */
export function parseField(
  field: keyof Sampling,
  typed: string,
  vocabSize: number,
  { sampling: { problems } }: Strings,
): Parsed {
  const bounds = {
    temperature: { low: 0, high: 2, whole: false, problem: problems.temperature },
    topK: { low: 0, high: vocabSize, whole: true, problem: problems.topK(String(vocabSize)) },
    topP: { low: 0.05, high: 1, whole: false, problem: problems.topP },
    seed: { low: 0, high: MAX_SEED, whole: true, problem: problems.seed },
  }[field];
  const value = within(typed, bounds.low, bounds.high, bounds.whole);
  return value === null ? { problem: bounds.problem } : { value };
}

/** A seed nobody chose. */
export const newSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0];
