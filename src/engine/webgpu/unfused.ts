/** The unfused scan and the parallel scan on the GPU: pairs (Ā, B̄x) in memory. */
import type {
  ContractArgs,
  DiscretiseArgs,
  ScanLevelArgs,
  ScanMaterialisedArgs,
  SsdContractArgs,
  SsdDiscretiseArgs,
} from '../viewOps';
import type { Gpu } from './gpu';
import { bufferOf, groups, tall } from './tensor';

export function dispatchDiscretise({ kernels, queue }: Gpu, args: DiscretiseArgs): void {
  const { rows, x, dt, dbc, ssm, Abar, Bx } = args;
  const [E, N] = Abar.shape.slice(-2) as [number, number];
  queue.dispatch(
    kernels.get('discretise', { dState: N }),
    {
      x: bufferOf(x),
      dt: bufferOf(dt),
      dbc: bufferOf(dbc),
      ssm: bufferOf(ssm),
      Abar: bufferOf(Abar),
      Bx: bufferOf(Bx),
    },
    { seqLen: rows, dInner: E, dtRank: dbc.shape[1]! - 2 * N },
    [groups(E * N, 64), tall(rows)],
  );
}

export function dispatchScanMaterialised(
  { kernels, queue }: Gpu,
  args: ScanMaterialisedArgs,
): void {
  const { rows, Abar, Bx, h, hs } = args;
  const [E, N] = h.shape as [number, number];
  queue.dispatch(
    kernels.get('scanMaterialised'),
    { Abar: bufferOf(Abar), Bx: bufferOf(Bx), h: bufferOf(h), hs: bufferOf(hs) },
    { seqLen: rows, lanes: E * N },
    [groups(E * N, 64)],
  );
}

export function dispatchContract({ kernels, queue }: Gpu, args: ContractArgs): void {
  const { rows, hs, x, xz, dbc, ssm, y } = args;
  const [E, N] = hs.shape.slice(-2) as [number, number];
  queue.dispatch(
    kernels.get('contract', { dState: N }),
    {
      hs: bufferOf(hs),
      x: bufferOf(x),
      xz: bufferOf(xz),
      dbc: bufferOf(dbc),
      ssm: bufferOf(ssm),
      y: bufferOf(y),
    },
    { seqLen: rows, dInner: E, dtRank: dbc.shape[1]! - 2 * N },
    [groups(E, 64), tall(rows)],
  );
}

export function dispatchSsdDiscretise({ kernels, queue }: Gpu, args: SsdDiscretiseArgs): void {
  const { rows, xbc, zxbcdt, ssm, Abar, Bx, nGroups, headDim, deltaLimit } = args;
  const [E, N] = Abar.shape.slice(-2) as [number, number];
  queue.dispatch(
    kernels.get('ssdDiscretise'),
    {
      xbc: bufferOf(xbc),
      zxbcdt: bufferOf(zxbcdt),
      ssm: bufferOf(ssm),
      Abar: bufferOf(Abar),
      Bx: bufferOf(Bx),
    },
    {
      seqLen: rows,
      nHeads: E / headDim,
      headDim,
      nGroups,
      dState: N,
      stride: zxbcdt.shape.at(-1)!,
      deltaMin: deltaLimit[0],
      // Infinity is not portable in WGSL.
      deltaMax: Math.min(deltaLimit[1], 3e38),
    },
    [groups(E * N, 64), tall(rows)],
  );
}

export function dispatchSsdContract({ kernels, queue }: Gpu, args: SsdContractArgs): void {
  const { rows, hs, xbc, ssm, y, nGroups, headDim } = args;
  const [E, N] = hs.shape.slice(-2) as [number, number];
  queue.dispatch(
    kernels.get('ssdContract'),
    { hs: bufferOf(hs), xbc: bufferOf(xbc), ssm: bufferOf(ssm), y: bufferOf(y) },
    { seqLen: rows, nHeads: E / headDim, headDim, nGroups, dState: N },
    [groups(E, 64), tall(rows)],
  );
}

export function dispatchScanLevel({ kernels, queue, unused }: Gpu, args: ScanLevelArgs): void {
  const { rows, Abar, Bx, first, stride, distance, complex, probe } = args;
  const [E, width] = Abar.shape.slice(-2) as [number, number];
  const N = complex ? width / 2 : width;
  const count = first < rows ? groups(rows - first, stride) : 0;
  if (count === 0) return;
  queue.dispatch(
    kernels.get('scanLevel', { complex, dState: N }),
    {
      Abar: bufferOf(Abar),
      Bx: bufferOf(Bx),
      probe: probe ? bufferOf(probe.out) : unused,
    },
    {
      lanes: E * N,
      first,
      stride,
      distance,
      count,
      probeAt: probe?.offset ?? 0,
      probeFirst: probe?.firstLane ?? 0,
      probeLanes: probe?.lanes ?? 0,
    },
    [groups(E * N, 64), tall(count)],
  );
}
