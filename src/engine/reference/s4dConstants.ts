import type { S4dScanArgs } from '../ops';
import { dataOf } from './tensor';
import { turnViews } from './turn';

/** One channel and state of S4D: ΔA, Ā = exp(ΔA) and C′ = C(Ā − 1)/A, each a complex number. */
export interface S4dConstants {
  v: readonly [number, number];
  Abar: readonly [number, number];
  C: readonly [number, number];
}

/**
 * What S4D's SSM is made of, the same at every token (arXiv 2206.11893), as it is turned: where A is 0, (Ā − 1)/A is its
 * limit Δ.
 */
export function s4dConstants({ ssm, turn }: Pick<S4dScanArgs, 'ssm' | 'turn'>): {
  E: number;
  N: number;
  D: (e: number) => number;
  /** Factor on the output. */
  gain: (e: number) => number;
  delta: (e: number) => number;
  at: (e: number, n: number) => S4dConstants;
} {
  const values = dataOf(ssm);
  const [E, width] = ssm.shape as [number, number];
  const N = (width - 2) / 4;
  const { aFactor, gain, delta: turnedDelta } = turnViews(turn, E, 0);
  const delta = (e: number): number => turnedDelta(e, Math.exp(values[e * width + 4 * N + 1]!));
  return {
    E,
    N,
    D: (e) => values[e * width + 4 * N]!,
    gain: (e) => gain[e]!,
    delta,
    at(e, n) {
      const row = values.subarray(e * width, (e + 1) * width);
      const re = -Math.exp(row[n]!) * aFactor[e]!;
      const im = row[N + n]! * aFactor[e]!;
      const v = [delta(e) * re, delta(e) * im] as const;
      const size = Math.exp(v[0]);
      const Abar = [size * Math.cos(v[1]), size * Math.sin(v[1])] as const;
      // Ā − 1 without the difference of two numbers near 1: cos − 1 is −2 sin².
      const lessOne = [
        Math.expm1(v[0]) * Math.cos(v[1]) - 2 * Math.sin(v[1] / 2) ** 2,
        Abar[1],
      ] as const;
      const square = re * re + im * im;
      const q =
        square === 0
          ? ([delta(e), 0] as const)
          : ([
              (lessOne[0] * re + lessOne[1] * im) / square,
              (lessOne[1] * re - lessOne[0] * im) / square,
            ] as const);
      const C = [row[2 * N + n]!, row[3 * N + n]!] as const;
      return { v, Abar, C: [C[0] * q[0] - C[1] * q[1], C[0] * q[1] + C[1] * q[0]] };
    },
  };
}

/** Re(w·Āˡ) with Āˡ = exp(l·ΔA). */
export function weightedPower(
  [wRe, wIm]: readonly [number, number],
  [vRe, vIm]: readonly [number, number],
  l: number,
): number {
  return Math.exp(l * vRe) * (wRe * Math.cos(l * vIm) - wIm * Math.sin(l * vIm));
}
