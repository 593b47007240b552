/** Arguments of operations as the numbers that the shaders' Params declare. */
import type { ScanProbe, SelectiveArgs, SsdArgs, Turn } from '../ops';

/** Where a shader writes what nobody asked for. */
const NOT_ASKED = 0xffffffff;

/** Parameters of both forms of the selective SSM. */
export function selectiveParams(args: SelectiveArgs): Record<string, number> {
  const [E, N] = args.h.shape as [number, number];
  return {
    dInner: E,
    dtRank: args.dbc.shape[1]! - 2 * N,
    ...turnParams(args.turn),
    ...probeParams(args.probe),
  };
}

/** What a turn holds, as the shaders' flags. */
function turnParams({ holdB, holdC }: Turn): Record<string, number> {
  return { holdB: Number(holdB), holdC: Number(holdC) };
}

/** Where a scan writes what it was asked for. */
export function probeParams(probe: Partial<ScanProbe> = {}): Record<string, number> {
  return {
    probeDelta: probe.delta ?? NOT_ASKED,
    probeMoved: probe.hMoved ?? NOT_ASKED,
    probeNorm: probe.hNorm ?? NOT_ASKED,
    probeH: probe.h ?? NOT_ASKED,
    probeY: probe.y ?? NOT_ASKED,
  };
}

/** Parameters of all shaders of SSD; each takes those that it declares. */
export function ssdParams(args: SsdArgs): Record<string, number> {
  const { rows, zxbcdt, h, nGroups, deltaLimit, turn } = args;
  const [H, P, N] = h.shape as [number, number, number];
  return {
    seqLen: rows,
    nHeads: H,
    headDim: P,
    nGroups,
    dState: N,
    dInner: H * P,
    stride: zxbcdt.shape.at(-1)!,
    deltaMin: deltaLimit[0],
    // Infinity, the usual upper end, is not portable in WGSL: nothing comes near the largest f32.
    deltaMax: Math.min(deltaLimit[1], 3e38),
    ...turnParams(turn),
  };
}
