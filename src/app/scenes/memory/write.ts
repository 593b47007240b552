/** Bytes, operations, times and rates as the scene writes them: three digits and a unit. */
import { count, fixed } from '../../../viz/format';

const threeDigits = (value: number): string =>
  value >= 1000 ? count(value) : fixed(value, value >= 100 ? 0 : value >= 10 ? 1 : 2);

function scaled(value: number, units: readonly (readonly [size: number, name: string])[]): string {
  const [size, name] = units.find(([least]) => value >= least) ?? units.at(-1)!;
  return `${size === 1 ? count(value) : threeDigits(value / size)} ${name}`;
}

/** Decimal, as bandwidths are: 1.68 GB, 33.6 MB, 512 B. */
export const bytesText = (bytes: number): string =>
  scaled(bytes, [
    [1e12, 'TB'],
    [1e9, 'GB'],
    [1e6, 'MB'],
    [1e3, 'kB'],
    [1, 'B'],
  ]);

/** The same with two digits, where there is little room: 4.2 MB, 67 MB. */
export const shortBytes = (bytes: number): string =>
  bytesText(Number(bytes.toPrecision(2))).replace(/(\d\d)\.0 |(\.\d)0 /, '$1$2 ');

/** Memory that is made in powers of two: 16 KiB. */
export const kibibytes = (bytes: number): string => `${count(bytes / 1024)} KiB`;

/** Operations: 1.29 G. */
export const opsText = (ops: number): string =>
  scaled(ops, [
    [1e12, 'T'],
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k'],
    [1, ''],
  ]).trim();

/** 1.12 ms, 45.3 µs. */
export function timeText(seconds: number): string {
  const [size, name] = seconds >= 1 ? [1, 's'] : seconds >= 1e-3 ? [1e-3, 'ms'] : [1e-6, 'µs'];
  return `${threeDigits(seconds / size)} ${name}`;
}

export const timesText = (ratio: number): string => `${fixed(ratio, ratio < 99.95 ? 1 : 0)}×`;

/** A round power of ten of operations a second: 1 G, 10 T. */
export const rateText = (rate: number): string =>
  rate >= 1e12
    ? `${count(rate / 1e12)} T`
    : rate >= 1e9
      ? `${count(rate / 1e9)} G`
      : `${count(rate / 1e6)} M`;

/** A quoted bandwidth, with the digits that it has: 1.5 TB, 19 TB. */
export const bandwidthText = (perSecond: number): string =>
  `${Number((perSecond / 1e12).toFixed(2))} TB`;
