/** Numbers of the benchmark as the page writes them. */
import type { BenchCase, BenchResult } from '../../engine/bench/types';
import { count, fixed } from '../../viz/format';
import type { Strings } from '../strings.en';

type Words = Strings['bench'];

/** Three digits, more or less: 4.05, 40.5, 405, 4,051. */
export function threeDigits(value: number): string {
  if (value >= 1000) return count(value);
  return fixed(value, value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

/** A time in the unit that suits it. */
export function duration(microseconds: number, words: Words): string {
  if (microseconds < 1000) return words.microseconds(threeDigits(microseconds));
  if (microseconds < 1e6) return words.milliseconds(threeDigits(microseconds / 1000));
  return words.seconds(threeDigits(microseconds / 1e6));
}

/** Decimal megabytes or gigabytes. */
export const bytes = (value: number): string =>
  value < 1e9 ? `${threeDigits(value / 1e6)} MB` : `${threeDigits(value / 1e9)} GB`;

/** A small fraction: 3·10⁻⁶ as “3e−6”. */
export const tiny = (value: number): string => value.toExponential(0).replace('-', '−');

/** What a line runs, within its group. */
export function workOf({ group, way, sizes }: BenchCase, words: Words): string {
  const { E = 0, L = 0 } = sizes;
  if (group === 'copy') return words.work.copy;
  if (group === 'decode') return way ? words.work.ways[way] : '';
  if (group !== 'scan') return words.work.tokens(count(L));
  const size = words.work.scan(count(E), count(L));
  return way ? `${size}, ${words.work.ways[way]}` : size;
}

/** The heading that a line stands under. */
export function groupOf({ group, device, model, sizes }: BenchCase, words: Words): string {
  const { H = 0, P = 0, N = 0, Q = 0 } = sizes;
  const name = words.models[model ?? ''] ?? model ?? '';
  const { groups } = words;
  const heading =
    group === 'ssd'
      ? groups.ssd(H, P, N, Q)
      : group === 'prefill' || group === 'decode'
        ? groups[group](name)
        : groups[group];
  return device === 'cpu' ? groups.onCpu(heading) : heading;
}

/** A result that is no time, in a sentence; null for a time. */
export function instead(result: BenchResult, words: Words): string | null {
  switch (result.state) {
    case 'done':
      return null;
    case 'wrong':
      return words.wrong(tiny(result.check.error), words.against[result.check.against]);
    case 'slow':
      return words.slow(words.seconds(count(result.seconds)));
    case 'memory':
      return words.memory(bytes(result.needs), result.has === null ? null : bytes(result.has));
    case 'left out':
      return words.leftOut;
    case 'failed':
      return words.failed(result.message);
  }
}

/** Bytes or tokens a second; an empty text for what is no time. */
export function rate(result: BenchResult, words: Words): string {
  if (result.state !== 'done') return '';
  const { gigabytesPerSecond, tokensPerSecond } = result;
  if (gigabytesPerSecond !== null) return words.gigabytes(threeDigits(gigabytesPerSecond));
  return tokensPerSecond === null ? '' : words.tokensPerSecond(threeDigits(tokensPerSecond));
}

/** A line's result for those who hear it. */
export function spoken(result: BenchResult, words: Words): string {
  const outcome =
    result.state === 'done'
      ? [duration(result.timing.microseconds, words), rate(result, words), words.right].join(', ')
      : instead(result, words)!;
  return words.announce(workOf(result, words), outcome);
}
