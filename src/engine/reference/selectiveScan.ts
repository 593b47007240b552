import type { SelectiveScanArgs } from '../ops';
import { silu, softplus } from './math';
import { dataOf } from './tensor';

/**
 * The selective scan, plainly: for every channel e and token t
 *   Δ = softplus(dt + bias)·deltaScale        Ā = exp(Δ·A·aScale)        B̄ = Δ·B
 *   h = Ā h + B̄ x        y = (C·h + D x)·SiLU(z)
 * (Mamba, arXiv 2312.00752, eq. 2 and Algorithm 2; B̄ = ΔB as in the paper's code, not the full ZOH of eq. 4.)
 */
export function selectiveScan(args: SelectiveScanArgs): void {
  const { rows, deltaScale, aScale, probe } = args;
  const x = dataOf(args.x); // (L, E)
  const xz = dataOf(args.xz); // (L, 2E)
  const dt = dataOf(args.dt); // (L, E)
  const dbc = dataOf(args.dbc); // (L, R + 2N)
  const ssm = dataOf(args.ssm); // (E, N + 2)
  const h = dataOf(args.h); // (E, N)
  const y = dataOf(args.y); // (L, E)
  const asked = probe && dataOf(probe.out);
  const [E, N] = args.h.shape as [number, number];
  const width = args.dbc.shape[1]!;
  const A = new Float64Array(N);
  for (let e = 0; e < E; e++) {
    const row = e * (N + 2);
    for (let n = 0; n < N; n++) A[n] = -Math.exp(ssm[row + n]!) * aScale;
    const D = ssm[row + N]!;
    const bias = ssm[row + N + 1]!;
    for (let t = 0; t < rows; t++) {
      const delta = softplus(dt[t * E + e]! + bias) * deltaScale;
      const xt = x[t * E + e]!;
      const B = t * width + width - 2 * N;
      const C = B + N;
      let sum = D * xt;
      let moved = 0;
      let norm = 0;
      for (let n = 0; n < N; n++) {
        const before = h[e * N + n]!;
        const after = Math.exp(delta * A[n]!) * before + delta * dbc[B + n]! * xt;
        h[e * N + n] = after;
        sum += dbc[C + n]! * after;
        moved += (after - before) ** 2;
        norm += after * after;
        if (asked && probe.h !== undefined) asked[probe.h + (t * E + e) * N + n] = after;
      }
      y[t * E + e] = sum * silu(xz[t * 2 * E + E + e]!);
      if (!asked) continue;
      if (probe.delta !== undefined) asked[probe.delta + t * E + e] = delta;
      if (probe.hMoved !== undefined) asked[probe.hMoved + t * E + e] = moved;
      if (probe.hNorm !== undefined) asked[probe.hNorm + t * E + e] = norm;
    }
  }
}
