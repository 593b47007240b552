import type { Ops, ScanProbe, Tensor } from '../ops';
import { room, sizeOf, UNTOUCHED } from './parity';
import type { Random } from './random';

/** Sizes of a selective SSM: L tokens, E channels, N states, R the rank of Δ. */
export interface Sizes {
  L: number;
  E: number;
  N: number;
  R: number;
}

export type Plane = 'delta' | 'hMoved' | 'hNorm' | 'h' | 'y';
export const PLANES: readonly Plane[] = ['delta', 'hMoved', 'hNorm', 'h', 'y'];

/** Pre-activations of Δ on both sides of every branch of softplus, and where exp gives 0 or would overflow. */
const EDGES = [-200, -87, -30, -3.1, -2.9, 0, 19.99, 20, 20.01, 25, 89, 100];

/** Everything a scan reads, as plain numbers. */
export interface SelectiveData {
  x: Float32Array; // (L, E)
  xz: Float32Array; // (L, 2E)
  dt: Float32Array; // (L, E)
  dbc: Float32Array; // (L, R + 2N)
  ssm: Float32Array; // (E, N + 2)
  h: Float32Array; // (E, N)
}

/** Random data; every fifth pre-activation is one of the edges, in channels whose bias is zero exactly so. */
export function selectiveData(random: Random, { L, E, N, R }: Sizes): SelectiveData {
  const ssm = random.values(E * (N + 2), -2, 2.5);
  for (let e = 0; e < E; e += 2) ssm[e * (N + 2) + N + 1] = 0;
  const dt = random.values(L * E, -5, 3);
  for (let i = 0; i < dt.length; i += 5) dt[i] = EDGES[(i / 5) % EDGES.length]!;
  return {
    x: random.values(L * E),
    xz: random.values(L * 2 * E, -4, 4),
    dt,
    dbc: random.values(L * (R + 2 * N)),
    ssm,
    h: random.values(E * N),
  };
}

/** The same on a device. */
export function upload(ops: Ops, data: SelectiveData, { L, E, N, R }: Sizes) {
  return {
    rows: L,
    x: ops.constant('x', [L, E], data.x),
    xz: ops.constant('xz', [L, 2 * E], data.xz),
    dbc: ops.constant('dbc', [L, R + 2 * N], data.dbc),
    ssm: ops.constant('ssm', [E, N + 2], data.ssm),
    h: ops.constant('h', [E, N], data.h.slice()),
    /** dt, which the scan replaces. */
    y: room(ops, L, E, data.dt),
  };
}

/** Room for some planes, with a gap that nobody may write before each and after the last. */
export function probeFor(ops: Ops, planes: readonly Plane[], { L, E, N }: Sizes): ScanProbe {
  const at: Partial<Record<Plane, number>> = {};
  let offset = 3;
  for (const plane of planes) {
    at[plane] = offset;
    offset += L * E * (plane === 'h' ? N : 1) + 3;
  }
  const out: Tensor = ops.constant('probe', [offset], new Float32Array(offset).fill(UNTOUCHED));
  return { out, ...at };
}

/** One plane of what was read back of a probe. */
export function planeOf(
  probe: ScanProbe,
  values: Float32Array,
  plane: Plane,
  { L, E, N }: Sizes,
): Float32Array {
  const from = probe[plane]!;
  return values.slice(from, from + L * E * (plane === 'h' ? N : 1));
}

/** The places of a probe between the planes, which must stay as they were. */
export function gapsOf(
  probe: ScanProbe,
  values: Float32Array,
  planes: readonly Plane[],
  { L, E, N }: Sizes,
): number[] {
  if (values.length !== sizeOf(probe.out)) throw new Error('Not what this probe holds.');
  return [...values].filter((_, i) =>
    planes.every((plane) => {
      const from = probe[plane]!;
      return i < from || i >= from + L * E * (plane === 'h' ? N : 1);
    }),
  );
}
