import type { SelectiveScanArgs } from '../ops';
import { silu, softplus } from './math';
import { dataOf } from './tensor';
import { turnViews } from './turn';

/**
 * The selective scan, plainly: for every channel e and token t
 *   Δ = softplus(dt + bias)        Ā = exp(ΔA)        B̄ = ΔB
 *   h = Ā h + B̄ x        y = (C·h + D x)·SiLU(z)
 * (Mamba, arXiv 2312.00752, eq. 2 and Algorithm 2; B̄ = ΔB as in the paper's code, not the full ZOH of eq. 4.)
 * The turn may put factors on Δ and A, hold Δ, B and C, and set the output's gain.
 */
export function selectiveScan(args: SelectiveScanArgs): void {
  const { rows, probe } = args;
  const x = dataOf(args.x); // (L, E)
  const xz = dataOf(args.xz); // (L, 2E)
  const dbc = dataOf(args.dbc); // (L, R + 2N)
  const ssm = dataOf(args.ssm); // (E, N + 2)
  const h = dataOf(args.h); // (E, N)
  const y = dataOf(args.y); // (L, E): dt, then the output
  const asked = probe && dataOf(probe.out);
  const [E, N] = args.h.shape as [number, number];
  const width = args.dbc.shape[1]!;
  const turn = turnViews(args.turn, E, N);
  const B = turn.heldB ?? dbc;
  const C = turn.heldC ?? dbc;
  const A = new Float64Array(N);
  for (let e = 0; e < E; e++) {
    const row = e * (N + 2);
    for (let n = 0; n < N; n++) A[n] = -Math.exp(ssm[row + n]!) * turn.aFactor[e]!;
    const D = ssm[row + N]!;
    const bias = ssm[row + N + 1]!;
    for (let t = 0; t < rows; t++) {
      const delta = turn.delta(e, softplus(y[t * E + e]! + bias));
      const xt = x[t * E + e]!;
      const own = t * width + width - 2 * N;
      const atB = turn.heldB ? 0 : own;
      const atC = turn.heldC ? 0 : own + N;
      let sum = D * xt;
      let moved = 0;
      let norm = 0;
      for (let n = 0; n < N; n++) {
        const before = h[e * N + n]!;
        const after = Math.exp(delta * A[n]!) * before + delta * B[atB + n]! * xt;
        h[e * N + n] = after;
        sum += C[atC + n]! * after;
        moved += (after - before) ** 2;
        norm += after * after;
        if (asked && probe.h !== undefined) asked[probe.h + (t * E + e) * N + n] = after;
      }
      const out = turn.gain[e]! * sum;
      y[t * E + e] = out * silu(xz[t * 2 * E + E + e]!);
      if (!asked) continue;
      if (probe.delta !== undefined) asked[probe.delta + t * E + e] = delta;
      if (probe.hMoved !== undefined) asked[probe.hMoved + t * E + e] = moved;
      if (probe.hNorm !== undefined) asked[probe.hNorm + t * E + e] = norm;
      if (probe.y !== undefined) asked[probe.y + t * E + e] = out;
    }
  }
}
