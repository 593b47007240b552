import type { ScanLevelArgs } from '../viewOps';
import { dataOf } from './tensor';

/** One level of a parallel scan, in place: token i takes in token i − distance, (a₁a₂, a₂b₁ + b₂). */
export function scanLevel(args: ScanLevelArgs): void {
  const { rows, first, stride, distance, complex, probe } = args;
  const Abar = dataOf(args.Abar); // (L, E, N); complex (L, E, 2N)
  const Bx = dataOf(args.Bx); // as large
  const [E, width] = args.Abar.shape.slice(-2) as [number, number];
  const N = complex ? width / 2 : width;
  const asked = probe && dataOf(probe.out);
  for (let i = first, k = 0; i < rows; i += stride, k++) {
    for (let lane = 0; lane < E * N; lane++) {
      const place = Math.floor(lane / N) * width + (lane % N);
      const to = i * E * width + place;
      const from = to - distance * E * width;
      if (distance > 0) {
        const [a1, a2, b1, b2] = [Abar[from]!, Abar[to]!, Bx[from]!, Bx[to]!];
        // Imaginary parts lie N further on; real pairs have none.
        const [a1i, a2i, b1i, b2i] = complex
          ? [Abar[from + N]!, Abar[to + N]!, Bx[from + N]!, Bx[to + N]!]
          : [0, 0, 0, 0];
        Abar[to] = a1 * a2 - a1i * a2i;
        Bx[to] = a2 * b1 - a2i * b1i + b2;
        if (complex) {
          Abar[to + N] = a1 * a2i + a1i * a2;
          Bx[to + N] = a2 * b1i + a2i * b1 + b2i;
        }
      }
      const shown = lane - (probe?.firstLane ?? 0);
      if (!asked || shown < 0 || shown >= probe.lanes) continue;
      const pair = complex
        ? [Abar[to]!, Abar[to + N]!, Bx[to]!, Bx[to + N]!]
        : [Abar[to]!, Bx[to]!];
      asked.set(pair, probe.offset + (k * probe.lanes + shown) * pair.length);
    }
  }
}
