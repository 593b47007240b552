/** Everything that the benchmark measures, in order. */
import type { DeviceKind } from '../types';
import { scanAnchors, ssdAnchors } from './anchors';
import { SSD } from './ssd';
import type { BenchCase, BenchOptions, BenchWay, ScanSize } from './types';

/** Channels × tokens of the scan: those of the published kernel's measurements. */
const SCANS: readonly (readonly [E: number, L: number])[] = [
  [768, 2048],
  [1536, 2048],
  [1536, 16_384],
  [1536, 65_536],
  [8192, 8192],
];
/** Tokens of SSD: likewise. */
const SSDS = [2048, 8192, 65_536];
const PREFILLS = [128, 512, 2048, 8192];
/** On a CPU a thousand tokens take seconds. */
const CPU_PREFILLS = [128, 512];
const DECODES: readonly BenchWay[] = ['read', 'greedy', 'sampled'];

/** Tokens in the longest case of a quick run. */
const QUICK = 2048;

const COPY: BenchCase = {
  id: 'copy',
  group: 'copy',
  device: 'webgpu',
  way: null,
  model: null,
  sizes: {},
  anchors: [],
};

const scanCase = (way: BenchWay, E: number, L: number): BenchCase => ({
  id: `scan.${way}.${E}x${L}`,
  group: 'scan',
  device: 'webgpu',
  way,
  model: null,
  sizes: { E, L, N: 16 },
  // The published kernel is a fused one.
  anchors: way === 'fused' ? scanAnchors(E, L) : [],
});

/** The scan at a size of the reader's own. */
const ownScan = (device: DeviceKind, way: BenchWay, size: ScanSize): BenchCase => ({
  id: `scan.${way}.own`,
  group: 'scan',
  device,
  way,
  model: null,
  sizes: { ...size },
  anchors: [],
});

const ssdCase = (L: number): BenchCase => ({
  id: `ssd.${L}`,
  group: 'ssd',
  device: 'webgpu',
  way: null,
  model: null,
  sizes: { ...SSD, L },
  anchors: ssdAnchors(L),
});

function modelCases(device: DeviceKind, model: string): BenchCase[] {
  const modelCase = (group: 'prefill' | 'decode', what: string, L: number | null): BenchCase => ({
    id: `${device === 'cpu' ? 'cpu.' : ''}${model}.${group}.${what}`,
    group,
    device,
    way: L === null ? (what as BenchWay) : null,
    model,
    sizes: L === null ? {} : { L },
    anchors: [],
  });
  // On a CPU there is nothing to read back.
  const [lengths, ways] =
    device === 'cpu' ? [CPU_PREFILLS, DECODES.slice(0, 1)] : [PREFILLS, DECODES];
  return [
    ...lengths.map((L) => modelCase('prefill', String(L), L)),
    ...ways.map((way) => modelCase('decode', way, null)),
  ];
}

/** The cases that were asked for. `models` are the names of those at hand; a quick run takes the first. */
export function casesFor(options: BenchOptions, models: readonly string[]): BenchCase[] {
  const { device, quick = false, only = [], scan } = options;
  if (scan) {
    const both = (['fused', 'unfused'] as const).map((way) => ownScan(device, way, scan));
    return device === 'webgpu' ? [COPY, ...both] : both;
  }
  const some = quick ? models.slice(0, 1) : models;
  const gpu = [
    COPY,
    ...SCANS.map(([E, L]) => scanCase('fused', E, L)),
    ...SCANS.map(([E, L]) => scanCase('unfused', E, L)),
    ...SSDS.map(ssdCase),
    ...some.flatMap((model) => modelCases('webgpu', model)),
  ];
  const cpu = some.flatMap((model) => modelCases('cpu', model));
  const chosen = [...(device === 'webgpu' ? gpu : []), ...cpu].filter(
    ({ id, sizes }) =>
      (!quick || (sizes['L'] ?? 0) <= QUICK) &&
      (only.length === 0 || only.some((start) => `${id}.`.startsWith(`${start}.`))),
  );
  // A kernel is judged by the copy, so that comes along.
  const kernel = chosen.some(({ group }) => group === 'scan' || group === 'ssd');
  return kernel && !chosen.includes(COPY) ? [COPY, ...chosen] : chosen;
}
