import type { ScanMaterialisedArgs } from '../viewOps';
import { dataOf } from './tensor';

/** h_t = Ā_t h_{t−1} + (B̄x)_t, every state kept. */
export function scanMaterialised(args: ScanMaterialisedArgs): void {
  const Abar = dataOf(args.Abar); // (L, E, N)
  const Bx = dataOf(args.Bx); // (L, E, N)
  const h = dataOf(args.h); // (E, N)
  const hs = dataOf(args.hs); // (L, E, N)
  for (let t = 0; t < args.rows; t++) {
    for (let i = 0; i < h.length; i++) {
      const at = t * h.length + i;
      h[i] = Abar[at]! * h[i]! + Bx[at]!;
      hs[at] = h[i]!;
    }
  }
}
