/** The benchmark's results as lines of a table. */
import type { BenchResult } from '../bench/types';

const WIDTHS = [24, 14, 22, 12, 10, 9, 9, 12, 20, 26];
const HEADS = [
  'case',
  'median',
  'least … most',
  'tokens/s',
  'GB/s',
  'of copy',
  '× fused',
  'asked, MB',
  'error (allowed)',
  'official kernel',
];

const row = (cells: readonly string[]): string =>
  cells
    .map((cell, i) => cell.padEnd(WIDTHS[i]!))
    .join(' ')
    .trimEnd();

/** The names of the columns. */
export const header = (): string => row(HEADS);

/** One result. */
export function line(result: BenchResult): string {
  return row([result.id, ...cellsOf(result)]);
}

function cellsOf(result: BenchResult): string[] {
  switch (result.state) {
    case 'done': {
      const { timing, tokensPerSecond, gigabytesPerSecond, shareOfCopy, timesFused, bytes, check } =
        result;
      const wall = timing.clock === 'wall' ? ' (wall)' : '';
      return [
        `${micro(timing.microseconds)}${wall}`,
        `${micro(timing.low)} … ${micro(timing.high)}`,
        tokensPerSecond === null ? '' : tokensPerSecond.toFixed(tokensPerSecond < 100 ? 1 : 0),
        gigabytesPerSecond === null ? '' : gigabytesPerSecond.toFixed(1),
        shareOfCopy === null ? '' : `${(100 * shareOfCopy).toFixed(1)} %`,
        timesFused === null ? '' : timesFused.toFixed(1),
        bytes === null ? '' : (bytes.asked / 1e6).toFixed(1),
        `${check.error.toExponential(1)} (${check.tolerance.toExponential(0)})`,
        result.anchors
          .map(({ kernel, precision, microseconds: us }) => `${kernel} ${precision} ${us} µs`)
          .join(', '),
      ];
    }
    case 'wrong':
      return [
        `WRONG: differs from the ${result.check.against} by ${result.check.error.toExponential(1)}, allowed is ${result.check.tolerance.toExponential(0)}`,
      ];
    case 'slow':
      return [`left out: would take about ${result.seconds.toFixed(0)} s (--all runs it)`];
    case 'left out':
      return ['left out: larger than --largest'];
    case 'memory': {
      const has = result.has === null ? 'the device refused' : `there is ${bytesOf(result.has)}`;
      return [`does not fit: needs ${bytesOf(result.needs)}, ${has}`];
    }
    case 'failed':
      return [`FAILED: ${result.message.split('\n')[0]}`];
  }
}

const micro = (value: number): string =>
  value < 10_000 ? `${value.toFixed(1)} µs` : `${(value / 1000).toFixed(1)} ms`;

const bytesOf = (value: number): string =>
  value < 1e9 ? `${(value / 1e6).toFixed(0)} MB` : `${(value / 1e9).toFixed(1)} GB`;
