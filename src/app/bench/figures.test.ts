import { describe, expect, it } from 'vitest';
import { casesFor } from '../../engine/bench/cases';
import type { BenchCase, BenchResult, Outcome } from '../../engine/bench/types';
import { MODEL_NAMES } from '../driver/models';
import { en } from '../strings.en';
import {
  bytes,
  closeness,
  duration,
  groupOf,
  instead,
  published,
  rate,
  spoken,
  spread,
  workOf,
} from './figures';

const words = en.bench;
const cases = casesFor({ device: 'webgpu' }, MODEL_NAMES);
const named = (id: string): BenchCase => cases.find((c) => c.id === id)!;
const scan = named('scan.fused.1536x65536');
const timing = {
  microseconds: 2632.4,
  low: 998,
  high: 12_345,
  runs: 5,
  repetitions: 4,
  clock: 'timestamp',
} as const;
const check = { error: 2.9e-6, tolerance: 2e-4, against: 'reference' } as const;
const result = (outcome: Outcome, line = scan): BenchResult => ({ ...line, ...outcome });
const done = result({
  state: 'done',
  timing,
  check,
  bytes: { least: 1, asked: 2 },
  gigabytesPerSecond: 462.1,
  shareOfCopy: 0.11,
  tokensPerSecond: null,
  timesFused: null,
});

describe('figures', () => {
  it('are three digits with a unit that suits them', () => {
    const times = [0.5, 63, 634.6, 1000, 43_210, 2e6].map((t) => duration(t, words));
    expect(times).toEqual(['0.50 µs', '63.0 µs', '635 µs', '1.00 ms', '43.2 ms', '2.00 s']);
    expect([2e6, 201e6, 1.6e9].map(bytes)).toEqual(['2.00 MB', '201 MB', '1.60 GB']);
    expect([63, 3646].map((t) => published(t, words))).toEqual(['63 µs', '3.65 ms']);
  });

  it('of one time stand in one unit', () => {
    expect(spread(timing, words)).toBe('1.00 … 12.3 ms');
  });

  it('say how far off a right result is', () => {
    expect(closeness(check, words)).toBe('3e−6 off the reference, 2e−4 allowed');
    expect(closeness({ error: 0, tolerance: 0, against: 'source' }, words)).toBe(
      'not a bit off its source',
    );
  });
});

describe('a line', () => {
  it('is named by what varies, under a heading with what does not', () => {
    const names = (id: string): string[] => [groupOf(named(id), words), workOf(named(id), words)];
    expect(names('scan.fused.1536x65536')).toEqual([
      'Selective scan, fused, N = 16',
      '1,536 channels × 65,536 tokens',
    ]);
    expect(names('ssd.8192')).toEqual([
      'SSD by chunks of 64: 24 heads of 64 channels, N = 128',
      '8,192 tokens',
    ]);
    expect(names('cpu.mamba2.prefill.128')).toEqual([
      'Mamba-2 reads a prompt, on the CPU',
      '128 tokens',
    ]);
    expect(names('s4.decode.greedy')[0]).toBe('S4D writes, token by token');
    const all = cases.map((c) => `${groupOf(c, words)}: ${workOf(c, words)}`);
    expect(new Set(all).size).toBe(cases.length);
  });

  it('is spoken with its figures, or with what is there instead', () => {
    expect(spoken(done, words)).toBe('1,536 channels × 65,536 tokens: 2.63 ms, 462 GB/s, right');
    expect(instead(done, words)).toBeNull();
    const others: [Outcome, string][] = [
      [{ state: 'wrong', check: { ...check, error: 0.4 } }, '4e−1 off the reference'],
      [{ state: 'slow', seconds: 61.4 }, 'about 61 s'],
      [{ state: 'memory', needs: 6.4e9, has: 2e9 }, '6.40 GB, a buffer has at most 2.00 GB'],
      [{ state: 'memory', needs: 6.4e9, has: null }, 'the device refused'],
      [{ state: 'failed', message: 'No such file.' }, 'Failed: No such file.'],
    ];
    for (const [outcome, sentence] of others) {
      expect(instead(result(outcome), words)).toContain(sentence);
      expect(rate(result(outcome), words)).toBe('');
      expect(spoken(result(outcome), words)).toContain(sentence);
    }
  });
});
