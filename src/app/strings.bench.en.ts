import type { BenchWay, CheckedAgainst } from '../engine/bench/types';

/** The benchmark's page. Part of strings.en.ts. */
export const benchWords = {
  name: 'Benchmark',
  lead: 'How fast does this device run a Mamba?',
  about:
    'Each line runs the very kernels and models of this page on random input, compares the numbers with the reference, and only then takes the median of five runs, once the device has warmed up.',
  back: 'Back to the model',
  amount: {
    label: 'How much',
    quick: 'Quick',
    full: 'Full',
    about: {
      quick: 'Small sizes, one model. A minute or less on most graphics cards.',
      full: 'All sizes, three models. Several minutes; what would take too long is left out.',
    },
  },
  where: { label: 'On', webgpu: 'GPU and CPU', cpu: 'CPU alone' },
  run: 'Run',
  stop: 'Stop',
  again: 'Run again',
  progress: (done: number, total: number) => `${done} of ${total}`,
  starting: 'Opening a device of its own',
  measuring: 'measuring …',
  finished: (total: number) => `All ${total} lines are there.`,
  stopped: 'Stopped. What was measured stays.',
  problem: 'The benchmark could not go on',
  noGpu: 'WebGPU is not to be had here, so only the CPU can be measured.',
  tryCpu: 'Measure the CPU alone',
  copyJson: 'Copy as JSON',
  copied: 'Copied',
  notCopied: 'The browser did not allow it',
  download: 'Download',
  file: 'inside-mamba-benchmark.json',

  table: {
    caption: 'Results, line by line',
    work: 'Work',
    time: 'Time',
    rate: 'Rate',
    share: 'Against this device’s copy',
    bytes: 'Bytes',
    check: 'Check',
    official: (device: string) => `Official, ${device}`,
  },
  groups: {
    copy: 'Copy: what the memory can do',
    scan: (dState: number, way: string) => `Selective scan, ${way}, N = ${dState}`,
    ssd: (heads: number, headDim: number, dState: number, chunk: number) =>
      `SSD by chunks of ${chunk}: ${heads} heads of ${headDim} channels, N = ${dState}`,
    prefill: (model: string) => `${model} reads a prompt`,
    decode: (model: string) => `${model} writes, token by token`,
    onCpu: (what: string) => `${what}, on the CPU`,
  },
  models: { mamba: 'Mamba', mamba2: 'Mamba-2', s4: 'S4D' } as Record<string, string | undefined>,
  work: {
    copy: 'From one buffer to another',
    scan: (channels: string, tokens: string) => `${channels} channels × ${tokens} tokens`,
    tokens: (tokens: string) => `${tokens} tokens`,
    ways: {
      fused: 'fused',
      unfused: 'unfused, in three kernels',
      read: 'Chances read back after each',
      greedy: 'Many at once, the likeliest each time',
      sampled: 'Many at once, drawn from the 40 likeliest',
    } satisfies Record<BenchWay, string>,
  },
  units: { µs: 'µs', ms: 'ms', s: 's' },
  time: (value: string, unit: string) => `${value} ${unit}`,
  spread: (low: string, high: string, unit: string) => `${low} … ${high} ${unit}`,
  wall: 'wall clock',
  timesFused: (times: string) => `${times} × the fused one`,
  gigabytes: (value: string) => `${value} GB/s`,
  tokensPerSecond: (value: string) => `${value} tokens/s`,
  least: (bytes: string) => `${bytes} at least`,
  asked: (bytes: string) => `${bytes} asked for`,
  right: 'right',
  error: (error: string, against: string, tolerance: string) =>
    `${error} off ${against}, ${tolerance} allowed`,
  exact: (against: string) => `not a bit off ${against}`,
  against: {
    reference: 'the reference',
    pieces: 'short pieces',
    steps: 'single steps',
    source: 'its source',
  } satisfies Record<CheckedAgainst, string>,
  wrong: (error: string, against: string) => `Wrong: ${error} off ${against}, so not timed.`,
  slow: (seconds: string) => `Left out: would take about ${seconds}.`,
  memory: (needs: string, has: string | null) =>
    `Does not fit: needs ${needs}, ${has === null ? 'which the device refused' : `a buffer has at most ${has}`}.`,
  leftOut: 'Left out.',
  failed: (message: string) => `Failed: ${message}`,
  announce: (work: string, result: string) => `${work}: ${result}`,

  notes: [
    'Time is the GPU’s own where it has a clock (WebGPU’s timestamp queries), from the first dispatch to the last; whole models are timed by the wall clock, as you would wait for them.',
    'GB/s counts each byte of x, Δ, y, B and C once, as published figures do. “Asked for” is what the kernels’ loads and stores really ask, caches or not.',
  ],
  official: (device: string) =>
    `The official kernels (CUDA scan of mamba-ssm, f32; Triton SSD, tf32 and bf16) were measured on one ${device}, batch 1. The bare scan leaves out softplus, bias, D skip and gate, all of which the scan here includes; where it was measured with them, that stands below it.`,
};
