/** Numbers of the benchmark as the page writes them. */
import type { BenchCase, BenchResult, Check, Timing } from '../../engine/bench/types';
import { count, fixed } from '../../viz/format';
import type { Strings } from '../strings.en';

type Words = Strings['bench'];

/** Three digits, more or less: 4.05, 40.5, 405, 4,051. */
export function threeDigits(value: number): string {
  if (value >= 1000) return count(value);
  return fixed(value, value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

/** The unit that suits a time, and how many microseconds it has. */
function unitOf(microseconds: number): { unit: 'µs' | 'ms' | 's'; size: number } {
  if (microseconds < 1000) return { unit: 'µs', size: 1 };
  return microseconds < 1e6 ? { unit: 'ms', size: 1000 } : { unit: 's', size: 1e6 };
}

/** A time with its unit. */
export function duration(microseconds: number, words: Words): string {
  const { unit, size } = unitOf(microseconds);
  return words.time(threeDigits(microseconds / size), words.units[unit]);
}

/** A published time: a whole number of microseconds has no digits behind it. */
export const published = (microseconds: number, words: Words): string =>
  microseconds < 1000
    ? words.time(count(microseconds), words.units.µs)
    : duration(microseconds, words);

/** The least and the most of a time, in the unit of its median. */
export function spread({ low, high, microseconds }: Timing, words: Words): string {
  const { unit, size } = unitOf(microseconds);
  return words.spread(threeDigits(low / size), threeDigits(high / size), words.units[unit]);
}

/** How far off a right result is, and from what. */
export function closeness({ error, tolerance, against }: Check, words: Words): string {
  const what = words.against[against];
  return error === 0 ? words.exact(what) : words.error(tiny(error), what, tiny(tolerance));
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
  return words.work.scan(count(E), count(L));
}

/** The heading that a line stands under. */
export function groupOf(line: BenchCase, words: Words): string {
  const heading = headingOf(line, words);
  return line.device === 'cpu' ? words.groups.onCpu(heading) : heading;
}

function headingOf(
  { group, way, model, sizes }: BenchCase,
  { groups, work, models }: Words,
): string {
  const { H = 0, P = 0, N = 0, Q = 0 } = sizes;
  switch (group) {
    case 'copy':
      return groups.copy;
    case 'scan':
      return groups.scan(N, way ? work.ways[way] : '');
    case 'ssd':
      return groups.ssd(H, P, N, Q);
    default:
      return groups[group](models[model ?? ''] ?? model ?? '');
  }
}

/** A result that is no time, in a sentence; null for a time. */
export function instead(result: BenchResult, words: Words): string | null {
  switch (result.state) {
    case 'done':
      return null;
    case 'wrong':
      return words.wrong(tiny(result.check.error), words.against[result.check.against]);
    case 'slow':
      return words.slow(words.time(count(result.seconds), words.units.s));
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
